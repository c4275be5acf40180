import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { Filter } from '../../model/filter.ts'
import type { FoldGraph } from '../folding/fold-graph.ts'
import type { Cover } from '../picture/focus.ts'
import type { Shown } from './shown-rows.ts'

/** A map as it is drawn, whole or folded. */
export interface CoveredMap {
  readonly index: IndexedChain
  readonly fold: FoldGraph | null
}

/** What a filter leaves of a map, folded or not; a fold is shown while anything in it is. */
export function coverOf({ index, fold }: CoveredMap, whole: IndexedChain, { isShown }: Shown, filter: Filter): Cover {
  const cards = new Uint8Array(index.enterpriseCount)
  isShown.forEach((each, row) => {
    if (each === 1) cards[fold ? fold.rowOf[row]! : row] = 1
  })
  const links = Uint8Array.from(index.linkFrom, (from, link) =>
    cards[from] === 1 && cards[index.groupEnterprise[index.linkGroup[link]!]!] === 1 ? 1 : 0,
  )
  for (const id of filter.hiddenLinks) {
    const link = whole.linkIds.indexOf(id)
    const at = link < 0 ? -1 : fold ? fold.linkOf[link]! : link
    if (at >= 0 && (!fold || fold.links[at]!.length === 1)) links[at] = 0
  }
  // Where nothing is left, all stays in sight, pale: the map is never empty.
  const isEmpty = !cards.includes(1)
  return { cards, links, way: isEmpty ? 'fade' : filter.way, isEmpty }
}
