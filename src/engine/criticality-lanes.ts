/**
 * Closures that reach far, several side by side: each sweep goes through all links once, and each link serves every lane. Following
 * single changes would cost more there, and going through all links for one closure alone takes three times as long.
 * Levels have the bits of criticality-down.ts and criticality-up.ts.
 */
import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import { compiledSweeps, kernelSweeps } from './criticality-kernels.ts'
import { coefficientsOf, laneRows, LANES, type LaneRows } from './criticality-lane-rows.ts'
import { plainSweeps, type LaneSweeps } from './criticality-plain-sweeps.ts'
import type { ClosedRow, CriticalityState } from './criticality-state.ts'
import { roomFor, type LoopWay } from './wasm-memory.ts'

/** Working arrays, owned by the sweeper. What is lost is 1 - level, which has no rounding: levels are multiples of 2^-53. */
export interface Lanes {
  readonly rows: LaneRows
  /** With arrays of the rows in place of their own, where both are the same. */
  readonly coefficients: CriticalityCoefficients
  readonly sweeps: LaneSweeps
  /** Nobody takes over where an enterprise stops: sigma = 1. */
  readonly hasSubstitutes: boolean
  /** [lanes] what holds rows of each lane down; null in a free lane, where nothing is lost. */
  readonly closed: (readonly ClosedRow[] | null)[]
}

/** Fewer links than this are swept sooner than a module is made. */
const LEAST_LINKS_FOR_KERNELS = 500

/** @param way kernels where there are any, unless the chain is small */
export function emptyLanes(
  coefficients: CriticalityCoefficients,
  way: LoopWay = coefficients.saleCount < LEAST_LINKS_FOR_KERNELS ? 'plain' : 'kernels',
): Lanes {
  const rows = laneRows(coefficients, roomFor(way === 'kernels' ? compiledSweeps() : null))
  return {
    rows,
    coefficients: coefficientsOf(coefficients, rows),
    sweeps: rows.memory === null ? plainSweeps(rows) : kernelSweeps(rows, rows.memory),
    hasSubstitutes: coefficients.settings.replaceability,
    closed: Array.from({ length: LANES }, () => null),
  }
}

/** Takes over the levels of a closure that has been swept so far in single steps, into a lane where nothing is lost. */
export function loadLane(
  { rows, closed: held }: Lanes,
  lane: number,
  { down, up, dirtyDown, saleSums, closed }: CriticalityState,
): void {
  for (let at = 0; at < dirtyDown.count; at++) {
    const row = dirtyDown.of[at]!
    rows.down[LANES * row + lane] = 1 - down[row]!
  }
  const { dirty } = saleSums
  for (let at = 0; at < dirty.count; at++) {
    const row = dirty.of[at]!
    rows.up[LANES * row + lane] = 1 - up[row]!
  }
  held[lane] = closed
}

/** One sweep of missing supply in all lanes. */
export function sweepLanesDown(lanes: Lanes): void {
  const used = usedLanes(lanes)
  if (lanes.hasSubstitutes) lanes.sweeps.shareDamage(used)
  else plainDamage(lanes.rows)
  lanes.sweeps.settleCustomers(used)
  lanes.closed.forEach((closed, lane) => {
    for (const { row, psiDown } of closed ?? []) hold(lanes.rows.down, LANES * row + lane, psiDown)
  })
}

/** Lanes up to the last that is not free. */
const usedLanes = ({ closed }: Lanes): number => closed.findLastIndex((rows) => rows !== null) + 1

/** 1 - level of every offer: nobody takes over. */
function plainDamage({ offerEnterprise, down, scratch }: LaneRows): void {
  for (let offer = 0; offer < offerEnterprise.length; offer++) {
    const from = LANES * offerEnterprise[offer]!
    for (let lane = 0; lane < LANES; lane++) scratch[LANES * offer + lane] = down[from + lane]!
  }
}

/** One sweep of missing demand in all lanes. */
export function sweepLanesUp(lanes: Lanes): void {
  lanes.rows.scratch.set(lanes.rows.up)
  lanes.sweeps.settleSuppliers(usedLanes(lanes))
  lanes.closed.forEach((closed, lane) => {
    for (const { row, psiUp } of closed ?? []) hold(lanes.rows.up, LANES * row + lane, psiUp)
  })
}

/** What is closed stays closed. */
function hold(lost: Float64Array, at: number, psi: number): void {
  const closed = 1 - (1 - psi)
  if (closed > lost[at]!) lost[at] = closed
}
