import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { bestRoutes, type RouteOrder } from './best-routes.ts'
import { countRoutes, type RouteCount } from './count-routes.ts'
import { routeGraph } from './route-graph.ts'

/** Ways inside loops that are walked one by one before the count says "at least". */
export const WALKS = 300_000

export interface RoutesQuestion {
  readonly index: IndexedChain
  /** Row of the supplier at the beginning, and of the customer at the end. */
  readonly from: number
  readonly to: number
  readonly order: RouteOrder
  /** Routes that are listed at most. */
  readonly listed: number
}

export interface Route {
  /** Rows from the first to the last, each once. */
  readonly rows: readonly number[]
  /** Value per day over its narrowest step, parallel links together. */
  readonly flow: number
}

export interface Routes extends RouteCount {
  readonly routes: readonly Route[]
}

/** Every way from a supplier to a customer that passes no enterprise twice: how many there are, and the first of them. */
export function routesBetween({ index, from, to, order, listed }: RoutesQuestion): Routes {
  const graph = routeGraph(index, from, to)
  if (!graph) return { count: 0n, isExact: true, routes: [] }
  const routes = bestRoutes(graph, order, listed)
  return {
    ...countRoutes(graph, WALKS),
    routes: routes.map(({ nodes, flow }) => ({ rows: nodes.map((node) => graph.rows[node]!), flow })),
  }
}
