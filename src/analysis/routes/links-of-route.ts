import type { IndexedChain } from '../../engine/indexed-chain.ts'

/** The links of a route: between each two that follow each other, all that are parallel. */
export function linksOfRoute(index: IndexedChain, rows: readonly number[]): number[] {
  return rows.slice(1).flatMap((to, at) => {
    const links: number[] = []
    for (let out = index.outStart[rows[at]!]!; out < index.outStart[rows[at]! + 1]!; out++) {
      const link = index.outLinks[out]!
      if (index.groupEnterprise[index.linkGroup[link]!] === to) links.push(link)
    }
    return links
  })
}
