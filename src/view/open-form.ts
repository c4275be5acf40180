import { useMemo } from 'react'
import { useApp } from './app-context.ts'
import type { MapTarget } from './canvas/map-props.ts'

/** Opens the form of a block: a new one on what the map shows, or one that is there. */
export function useBlockForms() {
  const { session, computed } = useApp().stores
  return useMemo(
    () => ({
      onSetBlock: ({ kind, row }: MapTarget): void => {
        const index = computed.getState().structure?.index
        if (!index) return
        session.setState({
          form: kind === 'supply' ? { supply: index.linkIds[row]! } : { enterprise: index.enterpriseIds[row]! },
        })
      },
      onEdit: (block: string): void => session.setState({ form: { block } }),
    }),
    [session, computed],
  )
}
