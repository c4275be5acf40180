import { useSession } from '../app-context.ts'

/** Whether list, map and days lie under the comparison: what nobody sees must not be reached by Tab either. */
export const useIsCovered = (): boolean => useSession((state) => state.table === 'compare')
