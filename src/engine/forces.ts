/** What blocks and stimuli do on a day: capacity, throughput and demand that are left. */
import type { IndexedChain } from './indexed-chain.ts'
import type { Timeline, TimelineBlock } from './timeline.ts'

export interface Forces {
  /** [enterprises] kappa, share of own capacity left, 0..1. */
  readonly capacity: Float64Array
  /** [enterprises] phi, final demand as a share of the baseline; may pass 1 under a stimulus. */
  readonly demand: Float64Array
  /** [links] what a blocked link lets through, value per day; Infinity without a block. */
  readonly room: Float64Array
  /** No link is blocked today: `room` is Infinity throughout and need not be looked at. */
  areLinksOpen: boolean
}

export const calmForces = ({ enterpriseCount, linkCount }: IndexedChain): Forces =>
  calm({
    capacity: new Float64Array(enterpriseCount),
    demand: new Float64Array(enterpriseCount),
    room: new Float64Array(linkCount),
  })

/** Forces of a day without blocks, in arrays that are overwritten. */
export function calm({ capacity, demand, room }: Pick<Forces, 'capacity' | 'demand' | 'room'>): Forces {
  capacity.fill(1)
  demand.fill(1)
  room.fill(Infinity)
  return { capacity, demand, room, areLinksOpen: true }
}

/**
 * Severity of a block on `day`, 0..1: full from `since` until the day before `until`, then falling over the ramp.
 * Cleared on its first day it falls from there on; cleared before that it never acts.
 */
export function severityOn(block: TimelineBlock, day: number): number {
  if (day < block.since || block.until < block.since) return 0
  if (day < block.until) return block.severity
  const after = day - block.until + 1
  return after <= block.rampDays ? block.severity * (1 - after / (block.rampDays + 1)) : 0
}

/** Factor on the final demand of an enterprise on `day`: all stimuli of that day multiplied; only from day 0 on. */
export function stimulusOn({ stimulus }: Timeline, row: number, day: number): number {
  let product = 1
  if (day < 0) return product
  for (const { enterprise, factor, since, until } of stimulus) {
    if (enterprise === row && day >= since && day < until) product *= factor
  }
  return product
}

/** Sets the forces of `day`; of several blocks on one target the worst counts. Stimuli only from day 0 on. */
export function setForces(forces: Forces, index: IndexedChain, timeline: Timeline, day: number): void {
  const { capacity, demand, room } = forces
  forces.areLinksOpen = true
  for (const block of timeline.blocks) resetTarget(forces, block)
  for (const { enterprise } of timeline.stimulus) demand[enterprise] = 1
  for (const block of timeline.blocks) {
    const severity = severityOn(block, day)
    if (severity === 0) continue
    const left = 1 - severity
    if (block.kind === 'capacity') capacity[block.row] = Math.min(capacity[block.row]!, left)
    else if (block.kind === 'market') demand[block.row] = Math.min(demand[block.row]!, left)
    else {
      room[block.row] = Math.min(room[block.row]!, left * index.flow[block.row]!)
      forces.areLinksOpen = false
    }
  }
  if (day < 0) return
  for (const { enterprise, factor, since, until } of timeline.stimulus) {
    if (day >= since && day < until) demand[enterprise]! *= factor
  }
}

function resetTarget({ capacity, demand, room }: Forces, block: TimelineBlock): void {
  if (block.kind === 'capacity') capacity[block.row] = 1
  else if (block.kind === 'market') demand[block.row] = 1
  else room[block.row] = Infinity
}
