import { useMemo } from 'react'
import { blockedEnterpriseId } from '../../state/selectors.ts'
import { useSession } from '../app-context.ts'
import { useShownRows } from '../filtered.ts'
import type { ShownDay } from '../shown-day.ts'
import type { GridRow } from './grid.ts'

/**
 * Rows that the filter of the map leaves: those of the enterprises it shows. A block goes with the enterprise that it holds, or with
 * its link where that was hidden by hand.
 */
export function useMapFiltered(
  rows: readonly GridRow[],
  table: 'enterprises' | 'blocks',
  shown: ShownDay | null,
): readonly GridRow[] {
  const left = useShownRows(shown)
  const hiddenLinks = useSession((state) => state.filter.hiddenLinks)
  return useMemo(() => {
    if (!left || !shown) return rows
    const { chain, played } = shown.outcome
    const ids = new Set(played.index.enterpriseIds.filter((_, row) => left.isShown[row] === 1))
    if (table === 'enterprises') return rows.filter(({ id }) => ids.has(id))
    const links = new Set(hiddenLinks)
    const blocks = new Set(
      chain.blocks?.flatMap((block) => {
        const isHidden = 'supply' in block.at && links.has(block.at.supply)
        return !isHidden && ids.has(blockedEnterpriseId(chain, block) ?? '') ? [block.id] : []
      }),
    )
    return rows.filter(({ id }) => blocks.has(id))
  }, [rows, left, shown, table, hiddenLinks])
}
