import { stepsBackwards } from './route-components.ts'
import type { RouteGraph } from './route-graph.ts'

export type RouteOrder = 'shortest' | 'flow'

export interface NodeRoute {
  /** Nodes from the first to the last, each once. */
  readonly nodes: readonly number[]
  /** Value per day over its narrowest step. */
  readonly flow: number
}

/** All routes that begin with `prefix` and do not go on to a banned node, and the best of them. */
interface Space {
  readonly prefix: readonly number[]
  readonly banned: ReadonlySet<number>
  readonly best: NodeRoute
}

/**
 * The first routes in order: `shortest` = fewest steps, `flow` = largest narrowest step and then fewest; ties by the rows passed.
 * Source: J. Y. Yen, Management Science 17(11):712 (1971), as the splitting of all routes by E. L. Lawler, ibid. 18(7):401 (1972).
 * @param most routes at most
 */
export function bestRoutes(graph: RouteGraph, order: RouteOrder, most: number): readonly NodeRoute[] {
  const finder: Finder = {
    graph,
    order,
    before: stepsBackwards(graph),
    flows: [...new Set(graph.flow)].toSorted((a, b) => a - b),
  }
  const open: Space[] = []
  const add = (prefix: readonly number[], banned: ReadonlySet<number>): void => {
    const best = bestIn(finder, prefix, banned)
    if (best) open.push({ prefix, banned, best })
  }
  add([graph.from], new Set())
  const found: NodeRoute[] = []
  while (found.length < most && open.length > 0) {
    const at = open.reduce((first, space, place) => (comesBefore(space, open[first]!, order) ? place : first), 0)
    const [{ prefix, banned, best }] = open.splice(at, 1) as [Space]
    found.push(best)
    for (let length = prefix.length; length < best.nodes.length; length++) {
      const next = best.nodes[length]!
      add(best.nodes.slice(0, length), length === prefix.length ? new Set([...banned, next]) : new Set([next]))
    }
  }
  return found
}

const comesBefore = (a: Space, b: Space, order: RouteOrder): boolean => compareRoutes(a.best, b.best, order) < 0

/** < 0 = `a` is listed before `b`. */
export function compareRoutes(a: NodeRoute, b: NodeRoute, order: RouteOrder): number {
  if (order === 'flow' && a.flow !== b.flow) return b.flow - a.flow
  if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length
  const differs = a.nodes.findIndex((node, at) => node !== b.nodes[at])
  return differs < 0 ? 0 : a.nodes[differs]! - b.nodes[differs]!
}

interface Finder {
  readonly graph: RouteGraph
  readonly order: RouteOrder
  readonly before: readonly (readonly number[])[]
  /** Every flow of a step once, ascending. */
  readonly flows: readonly number[]
}

function bestIn(finder: Finder, prefix: readonly number[], banned: ReadonlySet<number>): NodeRoute | null {
  const { graph, order, flows } = finder
  const isPassed = new Uint8Array(graph.count)
  for (const node of prefix) isPassed[node] = 1
  const search = (least: number): number[] | null => shortestFrom(finder, { prefix, banned, isPassed, least })
  const soFar = narrowest(graph, prefix)
  const nodes = order === 'shortest' ? search(0) : widest(flows, soFar, search)
  return nodes && { nodes, flow: narrowest(graph, nodes) }
}

/** The route whose narrowest step is largest: the largest least flow with which there still is one. */
function widest(flows: readonly number[], soFar: number, search: (least: number) => number[] | null): number[] | null {
  let found = search(0)
  if (!found) return null
  let [low, high] = [0, flows.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const better = search(Math.min(flows[middle]!, soFar))
    if (better) found = better
    if (better && flows[middle]! < soFar) low = middle + 1
    else high = middle - 1
  }
  return found
}

interface Search {
  readonly prefix: readonly number[]
  readonly banned: ReadonlySet<number>
  /** [nodes] 1 = stands in the prefix. */
  readonly isPassed: Uint8Array
  /** Steps with less flow are not taken. */
  readonly least: number
}

/** The shortest way on from the prefix, of equals the one over the lowest rows; null where there is none. */
function shortestFrom({ graph, before }: Finder, { prefix, banned, isPassed, least }: Search): number[] | null {
  const distance = new Int32Array(graph.count).fill(-1)
  distance[graph.to] = 0
  const queue = [graph.to]
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!
    for (const earlier of before[node]!) {
      if (distance[earlier]! >= 0 || isPassed[earlier] === 1 || flowOf(graph, earlier, node) < least) continue
      distance[earlier] = distance[node]! + 1
      queue.push(earlier)
    }
  }
  const nodes = [...prefix]
  for (let node = prefix.at(-1)!; node !== graph.to;) {
    const isFirst = nodes.length === prefix.length
    let best = -1
    for (let step = graph.start[node]!; step < graph.start[node + 1]!; step++) {
      const next = graph.target[step]!
      if (distance[next]! < 0 || graph.flow[step]! < least || (isFirst && banned.has(next))) continue
      if (best < 0 || distance[next]! < distance[best]!) best = next
    }
    if (best < 0) return null
    nodes.push(best)
    node = best
  }
  return nodes
}

function flowOf({ start, target, flow }: RouteGraph, from: number, to: number): number {
  let [low, high] = [start[from]!, start[from + 1]! - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (target[middle]! < to) low = middle + 1
    else high = middle
  }
  return flow[low]!
}

/** Flow over the narrowest step; Infinity for a single node. */
function narrowest(graph: RouteGraph, nodes: readonly number[]): number {
  let least = Infinity
  for (let at = 1; at < nodes.length; at++) least = Math.min(least, flowOf(graph, nodes[at - 1]!, nodes[at]!))
  return least
}
