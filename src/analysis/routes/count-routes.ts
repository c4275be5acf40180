import { componentsInOrder } from './route-components.ts'
import type { RouteGraph } from './route-graph.ts'

export interface RouteCount {
  readonly count: bigint
  /** False = there are at least so many: the search inside loops ended at its bound. */
  readonly isExact: boolean
}

/**
 * How many routes there are. A route that has left a loop never comes back to it, so ways are added up from one component to the next,
 * in any number; only inside a component, where enterprises supply each other around loops, each way is walked one by one.
 * @param walks ways inside loops that are walked at most
 */
export function countRoutes(graph: RouteGraph, walks: number): RouteCount {
  const components = componentsInOrder(graph)
  const componentOf = new Int32Array(graph.count)
  components.forEach((members, at) => members.forEach((node) => (componentOf[node] = at)))
  /** Ways that enter a node from outside its component. */
  const entering: bigint[] = Array.from({ length: graph.count }, () => 0n)
  entering[graph.from] = 1n
  const walker: Walker = { graph, componentOf, left: walks, isCut: false }
  let count = 0n
  for (const members of components) {
    const reaching = waysTo(walker, members, entering)
    count += reaching.get(graph.to) ?? 0n
    for (const [node, ways] of reaching) {
      for (let step = graph.start[node]!; step < graph.start[node + 1]!; step++) {
        const ahead = graph.target[step]!
        if (componentOf[ahead] !== componentOf[node]) entering[ahead]! += ways
      }
    }
  }
  return { count, isExact: !walker.isCut }
}

interface Walker {
  readonly graph: RouteGraph
  readonly componentOf: Int32Array
  /** Walks that may still be made. */
  left: number
  isCut: boolean
}

/** Ways to each node of a component, by all of its entries. */
function waysTo(walker: Walker, members: readonly number[], entering: readonly bigint[]): ReadonlyMap<number, bigint> {
  const ways = new Map<number, bigint>()
  for (const entry of members) {
    const arriving = entering[entry]!
    if (arriving === 0n) continue
    const inside = members.length === 1 ? new Map([[entry, 1n]]) : walksFrom(walker, entry)
    for (const [node, walks] of inside) ways.set(node, (ways.get(node) ?? 0n) + arriving * walks)
  }
  return ways
}

/** Ways inside a component from its entry to each of its nodes that pass no node twice. Every part of a way is one itself. */
function walksFrom(walker: Walker, entry: number): Map<number, bigint> {
  const { graph, componentOf } = walker
  const found = new Map<number, bigint>([[entry, 1n]])
  const isOnPath = new Uint8Array(graph.count)
  const path = [entry]
  const next = [graph.start[entry]!]
  isOnPath[entry] = 1
  while (path.length > 0) {
    const node = path.at(-1)!
    const step = next[next.length - 1]!++
    if (step >= graph.start[node + 1]!) {
      isOnPath[node] = 0
      path.pop()
      next.pop()
      continue
    }
    const ahead = graph.target[step]!
    if (isOnPath[ahead] === 1 || componentOf[ahead] !== componentOf[entry]) continue
    if (walker.left === 0) {
      walker.isCut = true
      return found
    }
    walker.left--
    found.set(ahead, (found.get(ahead) ?? 0n) + 1n)
    isOnPath[ahead] = 1
    path.push(ahead)
    next.push(graph.start[ahead]!)
  }
  return found
}
