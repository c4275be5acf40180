import type { IndexedChain } from './indexed-chain.ts'

/** Enterprises that supply each other around a loop, directly or through others. */
export interface StrongComponents {
  readonly count: number
  /** [enterprises] component of each, 0..count - 1; a component comes after those it supplies. */
  readonly componentOf: Int32Array
}

const UNSEEN = -1

/**
 * Strongly connected components of the links with flow.
 * Source: R. E. Tarjan, SIAM Journal on Computing 1(2):146 (1972), with a stack of our own instead of recursion.
 */
export function strongComponents(index: IndexedChain): StrongComponents {
  const { enterpriseCount } = index
  const search: Search = {
    index,
    seen: new Int32Array(enterpriseCount).fill(UNSEEN),
    lowest: new Int32Array(enterpriseCount),
    next: index.outStart.slice(0, enterpriseCount),
    path: new Int32Array(enterpriseCount),
    open: new Int32Array(enterpriseCount),
    openCount: 0,
    time: 0,
    count: 0,
    componentOf: new Int32Array(enterpriseCount).fill(UNSEEN),
  }
  for (let row = 0; row < enterpriseCount; row++) if (search.seen[row] === UNSEEN) visitFrom(search, row)
  return { count: search.count, componentOf: search.componentOf }
}

interface Search {
  readonly index: IndexedChain
  /** [enterprises] time of the first visit. */
  readonly seen: Int32Array
  /** [enterprises] earliest open enterprise that can be reached. */
  readonly lowest: Int32Array
  /** [enterprises] next place in `outLinks`. */
  readonly next: Int32Array
  /** The way from the root to the enterprise at hand. */
  readonly path: Int32Array
  /** Enterprises whose component is not known yet. */
  readonly open: Int32Array
  openCount: number
  time: number
  count: number
  readonly componentOf: Int32Array
}

function visitFrom(search: Search, root: number): void {
  const { path, lowest } = search
  let depth = 0
  path[0] = root
  enter(search, root)
  while (depth >= 0) {
    const row = path[depth]!
    const customer = nextUnseenCustomer(search, row)
    if (customer !== UNSEEN) {
      path[++depth] = customer
      enter(search, customer)
      continue
    }
    close(search, row)
    depth--
    if (depth >= 0) lowest[path[depth]!] = Math.min(lowest[path[depth]!]!, lowest[row]!)
  }
}

function enter(search: Search, row: number): void {
  search.seen[row] = search.time
  search.lowest[row] = search.time++
  search.open[search.openCount++] = row
}

/** Takes customers that are open already into account on the way. */
function nextUnseenCustomer({ index, seen, lowest, next, componentOf }: Search, row: number): number {
  const { outStart, outLinks, flow, linkGroup, groupEnterprise } = index
  while (next[row]! < outStart[row + 1]!) {
    const link = outLinks[next[row]!++]!
    if (flow[link] === 0) continue
    const customer = groupEnterprise[linkGroup[link]!]!
    if (seen[customer] === UNSEEN) return customer
    if (componentOf[customer] === UNSEEN) lowest[row] = Math.min(lowest[row]!, seen[customer]!)
  }
  return UNSEEN
}

/** When nothing before this enterprise can be reached, it and what is open behind it are a component. */
function close(search: Search, row: number): void {
  const { seen, lowest, open, componentOf } = search
  if (lowest[row]! < seen[row]!) return
  let member: number
  do {
    member = open[--search.openCount]!
    componentOf[member] = search.count
  } while (member !== row)
  search.count++
}
