import type { RouteGraph } from './route-graph.ts'

/** Nodes that lie on a loop with each other, as lists, in the order in which a way can pass through them. */
export function componentsInOrder(graph: RouteGraph): readonly (readonly number[])[] {
  const order = finishingOrder(graph)
  const before = stepsBackwards(graph)
  const seen = new Uint8Array(graph.count)
  const components: number[][] = []
  for (const first of order.toReversed()) {
    if (seen[first] === 1) continue
    const members = [first]
    seen[first] = 1
    for (let at = 0; at < members.length; at++) {
      for (const node of before[members[at]!]!) {
        if (seen[node] === 1) continue
        seen[node] = 1
        members.push(node)
      }
    }
    components.push(members)
  }
  return components
}

/** Nodes in the order in which a depth-first search leaves them. Source: S. R. Kosaraju, as told by Aho, Hopcroft and Ullman (1983). */
function finishingOrder({ count, start, target }: RouteGraph): number[] {
  const order: number[] = []
  const seen = new Uint8Array(count)
  const next = start.slice(0, count)
  for (let root = 0; root < count; root++) {
    if (seen[root] === 1) continue
    seen[root] = 1
    const path = [root]
    while (path.length > 0) {
      const node = path.at(-1)!
      if (next[node] === start[node + 1]) {
        order.push(node)
        path.pop()
        continue
      }
      const ahead = target[next[node]!++]!
      if (seen[ahead] === 1) continue
      seen[ahead] = 1
      path.push(ahead)
    }
  }
  return order
}

/** [nodes] where the steps into each come from. */
export function stepsBackwards({ count, start, target }: RouteGraph): number[][] {
  const before: number[][] = Array.from({ length: count }, () => [])
  for (let node = 0; node < count; node++) {
    for (let step = start[node]!; step < start[node + 1]!; step++) before[target[step]!]!.push(node)
  }
  return before
}
