/**
 * Closures that reach far, several side by side: each sweep goes through all links once, and each link serves every lane. Following
 * single changes would cost more there, and going through all links for one closure alone takes three times as long.
 * Levels have the bits of criticality-down.ts and criticality-up.ts.
 */
import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import { MARKET_GONE } from './criticality-down.ts'
import type { ClosedRow, CriticalityState } from './criticality-state.ts'
import { PER_WHOLE, SUM_STRIDE, type Sums } from './criticality-sums.ts'
import { coarsePart, finePart } from './exact-sum.ts'

/** Closures side by side: what a row has of all of them fills half a line of the cache. The loops are written for this number. */
export const LANES = 4

/** Working arrays, owned by the sweeper. What is lost is 1 - level, which has no rounding: levels are multiples of 2^-53. */
export interface Lanes {
  /** [4 enterprises] lost as supply reaches it, 0..1. */
  readonly down: Float64Array
  /** [4 enterprises] lost as demand reaches it, 0..1. */
  readonly up: Float64Array
  /** [4 enterprises + 4, or 4 offers] overwritten by each sweep, free between sweeps. */
  readonly scratch: Float64Array
  /** [lanes] largest fall of a level in the last sweep. */
  readonly fallDown: Float64Array
  readonly fallUp: Float64Array
  /** What holds the rows of each lane down; a lane where supply is not swept has nothing in `closedDown` and 0 in `down`. */
  readonly closedDown: (readonly ClosedRow[])[]
  readonly closedUp: (readonly ClosedRow[])[]
}

export function emptyLanes({ index, offerCount }: CriticalityCoefficients): Lanes {
  const size = LANES * index.enterpriseCount
  return {
    down: new Float64Array(size),
    up: new Float64Array(size),
    scratch: new Float64Array(Math.max(size + LANES, LANES * offerCount)),
    fallDown: new Float64Array(LANES),
    fallUp: new Float64Array(LANES),
    closedDown: Array.from({ length: LANES }, () => []),
    closedUp: Array.from({ length: LANES }, () => []),
  }
}

/** Takes over the levels of a closure that has been swept so far in single steps. */
export function loadLane(lanes: Lanes, lane: number, { down, up, closed }: CriticalityState): void {
  for (let row = 0; row < down.length; row++) lanes.down[LANES * row + lane] = 1 - down[row]!
  lanes.closedDown[lane] = closed
  loadLaneUp(lanes, lane, { up, closed })
}

/** The same where supply is not swept in the lane: nothing is lost through it there. */
export function loadLaneUp(lanes: Lanes, lane: number, { up, closed }: Pick<CriticalityState, 'up' | 'closed'>): void {
  for (let row = 0; row < up.length; row++) lanes.up[LANES * row + lane] = 1 - up[row]!
  lanes.closedUp[lane] = closed
}

/** Takes over supply that was followed on its own, into a lane that has none so far. */
export function loadFollowed(lanes: Lanes, lane: number, { down, dirtyDown }: CriticalityState): void {
  for (let at = 0; at < dirtyDown.count; at++) {
    const row = dirtyDown.of[at]!
    lanes.down[LANES * row + lane] = 1 - down[row]!
  }
}

/** Nothing is lost through supply any more. */
export function clearLaneDown({ down, closedDown }: Lanes, lane: number): void {
  for (let at = lane; at < down.length; at += LANES) down[at] = 0
  closedDown[lane] = []
}

/** One sweep of missing supply in all lanes. */
export function sweepLanesDown(coefficients: CriticalityCoefficients, lanes: Lanes, slotSums: Sums): void {
  lanes.fallDown.fill(0)
  if (coefficients.settings.replaceability) shareDamage(coefficients, lanes)
  else plainDamage(coefficients, lanes)
  settleCustomers(coefficients, lanes, slotSums)
  lanes.closedDown.forEach((closed, lane) => {
    for (const { row, psiDown } of closed) hold(lanes.down, LANES * row + lane, psiDown)
  })
}

/** One sweep of missing demand in all lanes. */
export function sweepLanesUp(coefficients: CriticalityCoefficients, lanes: Lanes, saleSums: Sums): void {
  lanes.fallUp.fill(0)
  lanes.scratch.set(lanes.up)
  settleSuppliers(coefficients, lanes, saleSums)
  lanes.closedUp.forEach((closed, lane) => {
    for (const { row, psiUp } of closed) hold(lanes.up, LANES * row + lane, psiUp)
  })
}

/** What is closed stays closed. */
function hold(lost: Float64Array, at: number, psi: number): void {
  lost[at] = larger(lost[at]!, 1 - (1 - psi))
}

/** sigma (1 - level) of every offer. */
function shareDamage(coefficients: CriticalityCoefficients, { down, scratch }: Lanes): void {
  const { offerEnterprise, offerSize, marketStart, unit } = coefficients
  for (let market = 0; market + 1 < marketStart.length; market++) {
    const first = marketStart[market]!
    const end = marketStart[market + 1]!
    for (let lane = 0; lane < LANES; lane++) {
      let coarse = 0
      let fine = 0
      for (let offer = first; offer < end; offer++) {
        const left = offerSize[offer]! * (1 - down[LANES * offerEnterprise[offer]! + lane]!)
        const part = coarsePart(left)
        coarse += part
        fine += finePart(left, part)
      }
      const left = coarse + fine
      const size = left <= MARKET_GONE * unit ? unit : left
      for (let offer = first; offer < end; offer++) {
        const share = offerSize[offer]! / size
        scratch[LANES * offer + lane] = (share > 1 ? 1 : share) * down[LANES * offerEnterprise[offer]! + lane]!
      }
    }
  }
}

/** 1 - level of every offer: nobody takes over. */
function plainDamage({ offerEnterprise }: CriticalityCoefficients, { down, scratch }: Lanes): void {
  for (let offer = 0; offer < offerEnterprise.length; offer++) {
    const from = LANES * offerEnterprise[offer]!
    for (let lane = 0; lane < LANES; lane++) scratch[LANES * offer + lane] = down[from + lane]!
  }
}

const larger = (one: number, other: number): number => (one > other ? one : other)

/** Every customer from the damage of the offers it buys. The lanes are written out: their sums then stay in registers. */
function settleCustomers(coefficients: CriticalityCoefficients, lanes: Lanes, { of }: Sums): void {
  const { index, ownSlots, slotStart, purchaseLink, purchaseOffer } = coefficients
  const { flow } = index
  const { down, scratch: damage, fallDown } = lanes
  for (let row = 0; row < index.enterpriseCount; row++) {
    let worst0 = 0
    let worst1 = 0
    let worst2 = 0
    let worst3 = 0
    for (let slot = ownSlots[row]!; slot < ownSlots[row + 1]!; slot++) {
      const perNeed = of[SUM_STRIDE * slot + PER_WHOLE]!
      const far = 2 / perNeed
      let sum0 = 0
      let sum1 = 0
      let sum2 = 0
      let sum3 = 0
      for (let at = slotStart[slot]!; at < slotStart[slot + 1]!; at++) {
        const amount = flow[purchaseLink[at]!]!
        const from = LANES * purchaseOffer[at]!
        sum0 += amount * damage[from]! + far - far
        sum1 += amount * damage[from + 1]! + far - far
        sum2 += amount * damage[from + 2]! + far - far
        sum3 += amount * damage[from + 3]! + far - far
      }
      worst0 = larger(worst0, sum0 * perNeed)
      worst1 = larger(worst1, sum1 * perNeed)
      worst2 = larger(worst2, sum2 * perNeed)
      worst3 = larger(worst3, sum3 * perNeed)
    }
    settle(down, LANES * row, worst0, fallDown)
    settle(down, LANES * row + 1, worst1, fallDown)
    settle(down, LANES * row + 2, worst2, fallDown)
    settle(down, LANES * row + 3, worst3, fallDown)
  }
}

/** Every supplier from what its customers lost in the sweep before. */
function settleSuppliers(coefficients: CriticalityCoefficients, lanes: Lanes, { of }: Sums): void {
  const { offerStart, ownOffers, saleStart, saleFlow, saleSlot, slotEnterprise } = coefficients
  const { up, scratch: lost, fallUp } = lanes
  for (let row = 0; row + 1 < offerStart.length; row++) {
    const perOutput = of[SUM_STRIDE * row + PER_WHOLE]!
    const far = 2 / perOutput
    let sum0 = 0
    let sum1 = 0
    let sum2 = 0
    let sum3 = 0
    for (let own = offerStart[row]!; own < offerStart[row + 1]!; own++) {
      const offer = ownOffers[own]!
      for (let sale = saleStart[offer]!; sale < saleStart[offer + 1]!; sale++) {
        const amount = saleFlow[sale]!
        const to = LANES * slotEnterprise[saleSlot[sale]!]!
        sum0 += amount * lost[to]! + far - far
        sum1 += amount * lost[to + 1]! + far - far
        sum2 += amount * lost[to + 2]! + far - far
        sum3 += amount * lost[to + 3]! + far - far
      }
    }
    settle(up, LANES * row, sum0 * perOutput, fallUp)
    settle(up, LANES * row + 1, sum1 * perOutput, fallUp)
    settle(up, LANES * row + 2, sum2 * perOutput, fallUp)
    settle(up, LANES * row + 3, sum3 * perOutput, fallUp)
  }
}

/** Takes over what one row of one lane has lost by now, 0 or more. */
function settle(lost: Float64Array, at: number, share: number, fall: Float64Array): void {
  const now = share < 1 ? 1 - (1 - share) : 1
  const fell = now - lost[at]!
  if (fell > fall[at % LANES]!) fall[at % LANES] = fell
  lost[at] = now
}
