import { useMemo } from 'react'
import { subjectOf } from '../../state/edits/row-enterprises.ts'
import { rowsOf } from '../../state/edits/table-change.ts'
import { blockedEnterpriseId } from '../../state/selectors.ts'
import type { TableId } from '../../state/sheets.ts'
import { useDocument, useSession } from '../app-context.ts'
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

/**
 * Positions of a table that the filter of the map leaves: rows of enterprises and links that it shows, and all rows that are about none.
 * A row that the shown run does not know yet, because it was just written, is left.
 */
export function useMapFilteredPositions(
  positions: readonly number[],
  table: TableId,
  shown: ShownDay | null,
): readonly number[] {
  const chain = useDocument((state) => state.chain)
  const left = useShownRows(shown)
  const hiddenLinks = useSession((state) => state.filter.hiddenLinks)
  return useMemo(() => {
    if (!left || !shown) return positions
    const ids = shown.outcome.played.index.enterpriseIds
    const hidden = new Set(ids.filter((_, row) => left.isShown[row] === 0))
    const links = new Set(hiddenLinks)
    const rows = rowsOf(chain, table)
    const subject = subjectOf(chain, table)
    return positions.filter((position) => {
      const { enterprises, supply } = subject(rows[position] ?? null)
      return !enterprises.some((id) => hidden.has(id)) && (supply === null || !links.has(supply))
    })
  }, [positions, left, shown, table, chain, hiddenLinks])
}
