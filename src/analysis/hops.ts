import { WHY } from '../engine/run-result.ts'
import { directCauses } from './direct-causes.ts'
import type { Played } from './played.ts'

/** Longest way that is counted; farther roots give -1. */
const FARTHEST = 32_000

/** Ways back found so far. Slots are (day + 1) * enterprises + row: the day before the start comes first. */
interface Ways {
  readonly played: Played
  readonly count: number
  /** [slots] links to the nearest root block, or -1. */
  readonly hops: Int16Array
  /** [slots] slot that the way goes on to; -1 where it ends at a block. */
  readonly next: Int32Array
}

/**
 * Links between every enterprise and its nearest root block, for every day. A way passes no enterprise twice: where only a waiting
 * loop is behind it, there is none.
 * @returns [days * enterprises] 0 = its own block, -1 = runs, or no block is found behind it
 */
export function hopsOf(played: Played): Int16Array {
  const count = played.index.enterpriseCount
  const slots = (played.run.days + 1) * count
  const ways: Ways = { played, count, hops: new Int16Array(slots).fill(-1), next: new Int32Array(slots).fill(-1) }
  findOnEve(ways)
  for (let day = 0; day < played.run.days; day++) {
    for (let row = 0; row < count; row++) {
      if (played.run.why[day * count + row] !== WHY.running) findNearest(ways, row, day)
    }
  }
  return ways.hops.slice(count)
}

/** The day before the start stands for all before it, so its ways may turn in circles: repeat until nothing gets nearer. */
function findOnEve(ways: Ways): void {
  for (let changed = true; changed;) {
    changed = false
    for (let row = 0; row < ways.count; row++) {
      if (ways.played.run.eve.why[row] !== WHY.running && findNearest(ways, row, -1)) changed = true
    }
  }
}

/** Enters the nearest root of an enterprise on a day; false where none is nearer than what is entered. */
function findNearest(ways: Ways, row: number, day: number): boolean {
  const { played, count, hops, next } = ways
  const slot = (day + 1) * count + row
  let best = hops[slot]! < 0 ? FARTHEST : hops[slot]!
  let found = false
  for (const cause of directCauses(played, row, day)) {
    const from = cause.kind === 'block' ? -1 : (cause.day + 1) * count + cause.row
    const links = cause.kind === 'block' ? (cause.link >= 0 ? 1 : 0) : hops[from]! < 0 ? FARTHEST : hops[from]! + 1
    if (links >= best || passes(ways, from, row)) continue
    best = links
    found = true
    hops[slot] = links
    next[slot] = from
  }
  return found
}

/** Whether the way that begins in a slot comes by an enterprise. */
function passes({ count, next }: Ways, slot: number, row: number): boolean {
  for (let at = slot; at >= 0; at = next[at]!) if (at % count === row) return true
  return false
}
