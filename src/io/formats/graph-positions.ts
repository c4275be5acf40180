import { tierLayout } from '../../analysis/layout/tier-layout.ts'
import { indexChain } from '../../engine/index-chain.ts'
import type { Chain } from '../../model/chain.ts'

export interface GraphPosition {
  readonly x: number
  /** Downwards. */
  readonly y: number
}

/** Beyond it other programs draw nothing by hand any more, and the layout would take longer than the writing. */
const MOST_PLACED = 20_000

/** Where the enterprises stand on our map, by id, in tenths: upstream left, so that other programs open the chain the same way round. */
export function graphPositions(chain: Chain): ReadonlyMap<string, GraphPosition> {
  if (chain.enterprises.length > MOST_PLACED) return new Map()
  const { index } = indexChain(chain)
  const { x, y } = tierLayout(chain, index)
  const tenths = (value: number): number => Math.round(value * 10) / 10
  return new Map(index.enterpriseIds.map((id, row) => [id, { x: tenths(x[row]!), y: tenths(y[row]!) }]))
}
