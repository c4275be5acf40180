import type { Timeline } from '../../engine/timeline.ts'
import type { Clearings } from './what-if.ts'

/** Work to be done: `effort` in crew-days per block of `timeline.blocks`; one crew works on a block at a time. */
export interface Crews {
  readonly crews: number
  /** First day of work. */
  readonly from: number
  /** [timeline.blocks] crew-days, > 0. */
  readonly effort: readonly number[]
}

/** One bar of work: the block is lifted on day `end` (not included in the work). */
export interface Job {
  readonly block: number
  readonly crew: number
  readonly start: number
  readonly end: number
}

/** Each block in turn goes to the crew that is free first (the lower number on a tie). Begun days count in full. */
export function scheduleOf(order: readonly number[], work: Crews): Job[] {
  const free = new Array<number>(work.crews).fill(work.from)
  return order.map((block) => {
    const crew = free.indexOf(Math.min(...free))
    const start = free[crew]!
    free[crew] = start + work.effort[block]!
    return { block, crew, start, end: Math.ceil(free[crew] - 1e-9) }
  })
}

export const clearingsOfJobs = (jobs: readonly Job[]): Clearings => new Map(jobs.map(({ block, end }) => [block, end]))

/** By severity, then by the size of what is held; ties by id. */
export function largestFirst(
  blocks: readonly number[],
  timeline: Timeline,
  sizeOf: (block: number) => number,
): number[] {
  return blocks.toSorted((a, b) => {
    const severity = timeline.blocks[b]!.severity - timeline.blocks[a]!.severity
    return severity || sizeOf(b) - sizeOf(a) || byId(timeline, a, b)
  })
}

/** By the day since when; ties by id. */
export function firstComeFirstServed(blocks: readonly number[], timeline: Timeline): number[] {
  return blocks.toSorted((a, b) => {
    const [first, second] = [timeline.blocks[a]!.since, timeline.blocks[b]!.since]
    return first === second ? byId(timeline, a, b) : first - second
  })
}

const byId = (timeline: Timeline, a: number, b: number): number =>
  timeline.blocks[a]!.id < timeline.blocks[b]!.id ? -1 : 1

/** The k-th shuffle of the list; the same for the same k on every machine. */
export function seededShuffle(list: readonly number[], seed: number): number[] {
  const shuffled = [...list]
  let state = (seed * 2654435761 + 1) >>> 0
  for (let place = shuffled.length - 1; place > 0; place--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const other = Math.floor((state / 4294967296) * (place + 1))
    const kept = shuffled[place]!
    shuffled[place] = shuffled[other]!
    shuffled[other] = kept
  }
  return shuffled
}
