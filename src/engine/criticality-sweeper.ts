import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import { sweepDown } from './criticality-down.ts'
import type { CriticalityFigures } from './criticality-figures.ts'
import {
  clearLaneDown,
  emptyLanes,
  LANES,
  loadFollowed,
  loadLane,
  loadLaneUp,
  sweepLanesDown,
  sweepLanesUp,
  type Lanes,
} from './criticality-lanes.ts'
import { reset, sumLane, sumLosses } from './criticality-losses.ts'
import { close, criticalityState, type ClosedRow, type CriticalityState } from './criticality-state.ts'
import { sweepUp } from './criticality-up.ts'

export interface CriticalitySweeper {
  /** Close rows in it (criticality-state.ts), then sweep. */
  readonly state: CriticalityState
  /** Sweeps what is closed; the figures stand at the place after `finish` at the latest. The state is then as before. */
  readonly sweep: (place: number) => void
  readonly finish: () => void
}

/** A closure that reaches far, beside others (criticality-lanes.ts). */
interface Lane {
  readonly place: number
  readonly closed: readonly ClosedRow[]
  /** Sweeps that it has had. */
  sweeps: number
  /** Sweeps that it needs at least, as supply goes on falling so long. */
  least: number
  /** Whether supply is swept in the lane; else it reaches so little that it is followed alone at the end. */
  readonly hasDown: boolean
}

interface Sweeping {
  readonly coefficients: CriticalityCoefficients
  readonly figures: CriticalityFigures
  readonly state: CriticalityState
  readonly lanes: Lanes
  /** [lanes] null where it is free. */
  readonly busy: (Lane | null)[]
  readonly mostSweeps: number
}

/**
 * Sweeps closures one after the other. Each begins by following changes; one that reaches far waits until there are as many as lanes,
 * and is then swept with them.
 */
export function criticalitySweeper(
  coefficients: CriticalityCoefficients,
  figures: CriticalityFigures,
): CriticalitySweeper {
  const lanes = emptyLanes(coefficients)
  const sweeping: Sweeping = {
    coefficients,
    figures,
    lanes,
    state: criticalityState(coefficients, lanes.scratch),
    busy: Array.from({ length: LANES }, () => null),
    mostSweeps: mostSweeps(coefficients.index.enterpriseCount),
  }
  return {
    state: sweeping.state,
    sweep: (place) => {
      sweepClosure(sweeping, place)
      while (!sweeping.busy.includes(null)) sweepOn(sweeping)
    },
    finish: () => {
      while (sweeping.busy.some((lane) => lane !== null)) sweepOn(sweeping)
    },
  }
}

/**
 * Levels fall from sweep to sweep, along a path at least one enterprise further each time; only where the last supplier of a market
 * stops can one rise again (a market that is gone counts as size 1), and such a network could swing for ever.
 */
const mostSweeps = (enterprises: number): number => 100_000 + 10 * enterprises

/** Follows changes to the end, or until they are so many that a lane takes over. */
function sweepClosure(sweeping: Sweeping, place: number): void {
  const { coefficients, figures, state, mostSweeps } = sweeping
  const { tolerance } = coefficients.settings
  let done = 0
  for (let goesOn = true; goesOn && done < mostSweeps; done++) {
    // In lanes a sweep of supply costs twice as much as one of demand.
    const linksDown = linksOfDown(coefficients, state)
    const linksUp = linksOfUp(coefficients, state)
    const most = coefficients.saleCount * coefficients.denseShare
    const isWide = linksUp > most || linksDown > 2 * most
    const fallDown = isWide ? 0 : sweepDown(coefficients, state)
    if (isWide || state.hasRisen) {
      takeLane(sweeping, place, done, state.hasRisen || linksDown > most)
      reset(state, coefficients)
      return
    }
    const fallUp = sweepUp(coefficients, state)
    goesOn = fallDown > tolerance || fallUp > tolerance
  }
  figures.sweeps[place] = done
  sumLosses(coefficients, state, figures, place)
  reset(state, coefficients)
}

function takeLane({ busy, lanes, state }: Sweeping, place: number, sweeps: number, hasDown: boolean): void {
  const lane = busy.indexOf(null)
  if (hasDown) loadLane(lanes, lane, state)
  else loadLaneUp(lanes, lane, state)
  busy[lane] = { place, closed: state.closed, sweeps, least: 0, hasDown }
}

function linksOfDown({ index }: CriticalityCoefficients, { changedDown }: CriticalityState): number {
  let links = 0
  for (let at = 0; at < changedDown.count; at++) {
    const row = changedDown.of[at]!
    links += index.outStart[row + 1]! - index.outStart[row]!
  }
  return links
}

function linksOfUp({ buyStart }: CriticalityCoefficients, { changedUp }: CriticalityState): number {
  let links = 0
  for (let at = 0; at < changedUp.count; at++) {
    const row = changedUp.of[at]!
    links += buyStart[row + 1]! - buyStart[row]!
  }
  return links
}

/** One more sweep of all lanes; those that have come to rest are free afterwards. */
function sweepOn(sweeping: Sweeping): void {
  const { coefficients, state, lanes, busy, mostSweeps } = sweeping
  const { tolerance } = coefficients.settings
  if (busy.some((lane) => lane?.hasDown)) sweepLanesDown(coefficients, lanes, state.slotSums)
  sweepLanesUp(coefficients, lanes, state.saleSums)
  busy.forEach((lane, at) => {
    if (lane === null) return
    lane.sweeps++
    const isFalling = lanes.fallUp[at]! > tolerance || (lane.hasDown && lanes.fallDown[at]! > tolerance)
    if ((isFalling || lane.sweeps < lane.least) && lane.sweeps < mostSweeps) return
    busy[at] = null
    if (lane.hasDown) endLane(sweeping, lane, at)
    else followDown(sweeping, lane, at)
  })
}

function endLane({ coefficients, figures, lanes }: Sweeping, { place, sweeps }: Lane, at: number): void {
  figures.sweeps[place] = sweeps
  sumLane(coefficients, lanes, at, figures, place)
  clearLaneDown(lanes, at)
}

/** Demand has come to rest: so does the closure if supply has by the same sweep. */
function followDown(sweeping: Sweeping, lane: Lane, at: number): void {
  const { coefficients, state, lanes, busy, mostSweeps } = sweeping
  const { tolerance } = coefficients.settings
  for (const closed of lane.closed) close(coefficients, state, { ...closed, psiUp: 0 })
  let done = 0
  let fall = Infinity
  while ((done < lane.sweeps || fall > tolerance) && done < mostSweeps && !state.hasRisen) {
    fall = sweepDown(coefficients, state)
    done = state.changedDown.count === 0 ? Math.max(done + 1, lane.sweeps) : done + 1
  }
  if (state.hasRisen) busy[at] = fromTheStart(sweeping, lane, at)
  else if (done > lane.sweeps) busy[at] = { ...lane, least: done }
  else {
    loadFollowed(lanes, at, state)
    endLane(sweeping, lane, at)
  }
  reset(state, coefficients)
}

/** Supply that rises cannot be followed: the lane sweeps both from the beginning. */
function fromTheStart({ coefficients, state, lanes }: Sweeping, { place, closed }: Lane, at: number): Lane {
  reset(state, coefficients)
  for (const one of closed) close(coefficients, state, one)
  loadLane(lanes, at, state)
  return { place, closed, sweeps: 0, least: 0, hasDown: true }
}
