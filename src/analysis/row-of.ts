import type { IndexedChain } from '../engine/indexed-chain.ts'

/** Row of an enterprise by its id, which stand sorted; -1 = none. */
export function rowOf({ enterpriseIds }: Pick<IndexedChain, 'enterpriseIds'>, id: string): number {
  let [low, high] = [0, enterpriseIds.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (enterpriseIds[middle]! < id) low = middle + 1
    else high = middle
  }
  return enterpriseIds[low] === id ? low : -1
}
