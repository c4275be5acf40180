import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import { sweepDown } from './criticality-down.ts'
import type { CriticalityFigures } from './criticality-figures.ts'
import { emptyLanes, loadLane, sweepLanesDown, sweepLanesUp, type Lanes } from './criticality-lanes.ts'
import { LANES } from './criticality-lane-rows.ts'
import { endLane, reset, sumLosses } from './criticality-losses.ts'
import { criticalityState, type CriticalityState } from './criticality-state.ts'
import { firstPurchase, sweepUp } from './criticality-up.ts'

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
  /** Sweeps that it has had. */
  sweeps: number
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
export function criticalitySweeper(given: CriticalityCoefficients, figures: CriticalityFigures): CriticalitySweeper {
  const lanes = emptyLanes(given)
  const { coefficients } = lanes
  const sweeping: Sweeping = {
    coefficients,
    figures,
    lanes,
    state: criticalityState(coefficients, lanes.rows),
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
  const mostLinks = coefficients.saleCount * coefficients.denseShare
  let done = 0
  for (let goesOn = true; goesOn && done < mostSweeps; done++) {
    const isWide = linksOfDown(coefficients, state) + linksOfUp(coefficients, state) > mostLinks
    const fallDown = isWide ? 0 : sweepDown(coefficients, state)
    if (isWide || state.hasRisen) {
      takeLane(sweeping, place, done)
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

function takeLane({ busy, lanes, state }: Sweeping, place: number, sweeps: number): void {
  const lane = busy.indexOf(null)
  loadLane(lanes, lane, state)
  busy[lane] = { place, sweeps }
}

function linksOfDown({ index }: CriticalityCoefficients, { changedDown }: CriticalityState): number {
  let links = 0
  for (let at = 0; at < changedDown.count; at++) {
    const row = changedDown.of[at]!
    links += index.outStart[row + 1]! - index.outStart[row]!
  }
  return links
}

function linksOfUp({ index }: CriticalityCoefficients, { changedUp }: CriticalityState): number {
  let links = 0
  for (let at = 0; at < changedUp.count; at++) {
    const row = changedUp.of[at]!
    links += firstPurchase(index, row + 1) - firstPurchase(index, row)
  }
  return links
}

/** One more sweep of all lanes; those that have come to rest are free afterwards. */
function sweepOn({ coefficients, figures, lanes, busy, mostSweeps }: Sweeping): void {
  const { tolerance } = coefficients.settings
  sweepLanesDown(lanes)
  sweepLanesUp(lanes)
  busy.forEach((lane, at) => {
    if (lane === null) return
    lane.sweeps++
    const isFalling = lanes.rows.fallDown[at]! > tolerance || lanes.rows.fallUp[at]! > tolerance
    if (isFalling && lane.sweeps < mostSweeps) return
    busy[at] = null
    figures.sweeps[lane.place] = lane.sweeps
    endLane(coefficients, lanes, at, figures, lane.place)
  })
}
