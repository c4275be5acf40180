import type { IndexedChain } from '../engine/indexed-chain.ts'

/** Suppliers of an enterprise, each once, in row order. */
export function suppliersOf(index: IndexedChain, row: number): number[] {
  const rows = new Set<number>()
  const end = index.linkStart[index.groupStart[row + 1]!]!
  for (let link = index.linkStart[index.groupStart[row]!]!; link < end; link++) rows.add(index.linkFrom[link]!)
  rows.delete(row)
  return [...rows].toSorted((a, b) => a - b)
}

/** Customers of an enterprise, each once, in row order. */
export function customersOf(index: IndexedChain, row: number): number[] {
  const rows = new Set<number>()
  for (let at = index.outStart[row]!; at < index.outStart[row + 1]!; at++) {
    rows.add(index.groupEnterprise[index.linkGroup[index.outLinks[at]!]!]!)
  }
  rows.delete(row)
  return [...rows].toSorted((a, b) => a - b)
}

export interface TraceQuestion {
  readonly starts: readonly number[]
  readonly direction: 'upstream' | 'downstream' | 'both'
  /** Links between a start and the farthest enterprise, >= 1; Infinity = as far as it goes. */
  readonly steps: number
}

/** What is reached, and over which links: those that were followed, so none that merely joins two of the reached. */
export interface Trace {
  /** The starts among them. */
  readonly rows: ReadonlySet<number>
  readonly links: ReadonlySet<number>
}

/** All that lie upstream, downstream or both within so many steps, found breadth first. */
export function traceOf(index: IndexedChain, { starts, direction, steps }: TraceQuestion): Trace {
  const rows = new Set(starts)
  const links = new Set<number>()
  if (direction !== 'downstream') sweep(upstreamOf(index), { starts, steps, rows, links })
  if (direction !== 'upstream') sweep(downstreamOf(index), { starts, steps, rows, links })
  return { rows, links }
}

/** Calls `visit` with each link of a row in one direction, and with the enterprise at its other end. */
type Follow = (row: number, visit: (link: number, other: number) => void) => void

const upstreamOf =
  ({ groupStart, linkStart, linkFrom }: IndexedChain): Follow =>
  (row, visit) => {
    const end = linkStart[groupStart[row + 1]!]!
    for (let link = linkStart[groupStart[row]!]!; link < end; link++) visit(link, linkFrom[link]!)
  }

const downstreamOf =
  ({ outStart, outLinks, linkGroup, groupEnterprise }: IndexedChain): Follow =>
  (row, visit) => {
    for (let at = outStart[row]!; at < outStart[row + 1]!; at++) {
      const link = outLinks[at]!
      visit(link, groupEnterprise[linkGroup[link]!]!)
    }
  }

interface Sweep {
  readonly starts: readonly number[]
  readonly steps: number
  /** Grow by what is found. */
  readonly rows: Set<number>
  readonly links: Set<number>
}

function sweep(follow: Follow, { starts, steps, rows, links }: Sweep): void {
  const seen = new Set(starts)
  let edge = [...seen]
  for (let step = 0; step < steps && edge.length > 0; step++) {
    const next: number[] = []
    for (const row of edge) {
      follow(row, (link, other) => {
        links.add(link)
        if (seen.has(other)) return
        seen.add(other)
        rows.add(other)
        next.push(other)
      })
    }
    edge = next
  }
}
