import { useMediaQuery } from '@mantine/hooks'
import { useSession } from '../app-context.ts'

/** Whether list, map and days lie under the comparison: what nobody sees must not be reached by Tab either. */
export const useIsCovered = (): boolean => useSession((state) => state.table === 'compare')

/** Whether the page is laid out as on a phone, as its style sheets have it. */
export const useIsPhone = (): boolean => useMediaQuery('(max-width: 720px)') ?? false
