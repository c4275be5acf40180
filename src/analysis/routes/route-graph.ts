import type { IndexedChain } from '../../engine/indexed-chain.ts'

/**
 * The part of a chain that lies on some way from one enterprise to another, with parallel links between two enterprises as one step.
 * Nodes are numbered in row order; `rows` leads back to the chain.
 */
export interface RouteGraph {
  readonly count: number
  /** [nodes] rows of the chain, ascending. */
  readonly rows: Int32Array
  readonly from: number
  readonly to: number
  /** [nodes + 1] first step out of each node. */
  readonly start: Int32Array
  /** [steps] where it leads, ascending within a node. */
  readonly target: Int32Array
  /** [steps] value per day over all its parallel links. */
  readonly flow: Float64Array
}

/** Null where no way leads from one to the other, or where both are the same. */
export function routeGraph(index: IndexedChain, from: number, to: number): RouteGraph | null {
  if (from === to) return null
  const ahead = reached(index, { at: from, avoid: to, side: 'customers' })
  const behind = reached(index, { at: to, avoid: from, side: 'suppliers' })
  if (ahead[to] === 0) return null
  const rows = Int32Array.from(index.enterpriseIds.keys()).filter((row) => ahead[row] === 1 && behind[row] === 1)
  const nodeOf = new Int32Array(index.enterpriseCount).fill(-1)
  rows.forEach((row, node) => (nodeOf[row] = node))
  const ends = { from: nodeOf[from]!, to: nodeOf[to]! }
  const steps = [...rows].map((row, node) => (node === ends.to ? [] : stepsOf(index, row, nodeOf, ends.from)))
  const start = new Int32Array(rows.length + 1)
  steps.forEach((list, node) => (start[node + 1] = start[node]! + list.length))
  const all = steps.flat()
  return {
    count: rows.length,
    rows,
    ...ends,
    start,
    target: Int32Array.from(all, ([node]) => node),
    flow: Float64Array.from(all, ([, flow]) => flow),
  }
}

interface Reach {
  readonly at: number
  /** Not gone beyond. */
  readonly avoid: number
  readonly side: 'customers' | 'suppliers'
}

/** @returns [enterprises] 1 = reached */
function reached(index: IndexedChain, { at, avoid, side }: Reach): Uint8Array {
  const found = new Uint8Array(index.enterpriseCount)
  const queue = [at]
  found[at] = 1
  const visit = (row: number): void => {
    if (found[row] === 1) return
    found[row] = 1
    queue.push(row)
  }
  for (let next = 0; next < queue.length; next++) {
    const row = queue[next]!
    if (row === avoid) continue
    if (side === 'customers') {
      for (let out = index.outStart[row]!; out < index.outStart[row + 1]!; out++) visit(customerAt(index, out))
    } else {
      const end = index.linkStart[index.groupStart[row + 1]!]!
      for (let link = index.linkStart[index.groupStart[row]!]!; link < end; link++) visit(index.linkFrom[link]!)
    }
  }
  return found
}

const customerAt = ({ outLinks, linkGroup, groupEnterprise }: IndexedChain, out: number): number =>
  groupEnterprise[linkGroup[outLinks[out]!]!]!

/** Steps out of a row as pairs of node and flow, ascending; none back to where the ways begin. */
function stepsOf(index: IndexedChain, row: number, nodeOf: Int32Array, from: number): (readonly [number, number])[] {
  const flows = new Map<number, number>()
  for (let out = index.outStart[row]!; out < index.outStart[row + 1]!; out++) {
    const customer = customerAt(index, out)
    const node = nodeOf[customer]!
    if (node < 0 || node === from || customer === row) continue
    flows.set(node, (flows.get(node) ?? 0) + index.flow[index.outLinks[out]!]!)
  }
  return [...flows].toSorted(([a], [b]) => a - b)
}
