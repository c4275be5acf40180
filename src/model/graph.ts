import { MultiDirectedGraph } from 'graphology'
import type { Chain, Enterprise, Supply } from './chain.ts'

export interface EnterpriseAttributes {
  readonly enterprise: Enterprise
}

export interface SupplyAttributes {
  readonly supply: Supply
}

/** What a file says of itself. */
export interface ChainAttributes {
  readonly name: Chain['name']
}

export type ChainGraph = MultiDirectedGraph<EnterpriseAttributes, SupplyAttributes, ChainAttributes>

/** graphology keeps neighbours as fields of plain objects: a bare id such as `__proto__` or `constructor` would meet what is there already. */
export const enterpriseKey = (id: string): string => `n:${id}`
export const supplyKey = (id: string): string => `e:${id}`

/**
 * The chain as a directed graph with loops and parallel links; a link runs the way the goods go.
 * Keys are `enterpriseKey(id)` and `supplyKey(id)`; rows come as attributes, in the order of the document.
 * @throws Error (graphology) when an id stands twice or an end is missing: the reader refuses such a chain
 */
export function chainGraph(chain: Chain): ChainGraph {
  const graph: ChainGraph = new MultiDirectedGraph({ allowSelfLoops: true })
  graph.setAttribute('name', chain.name)
  for (const enterprise of chain.enterprises) graph.addNode(enterpriseKey(enterprise.id), { enterprise })
  for (const supply of chain.supplies) {
    const ends = [enterpriseKey(supply.from), enterpriseKey(supply.to)] as const
    graph.addDirectedEdgeWithKey(supplyKey(supply.id), ...ends, { supply })
  }
  return graph
}
