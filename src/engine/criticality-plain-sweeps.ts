/** The sweeps of criticality-kernels.ts where there is no WebAssembly, and for small chains, where making a module would take longer. */
import { MARKET_GONE } from './criticality-down.ts'
import { LANES, type LaneRows } from './criticality-lane-rows.ts'
import { PER_WHOLE, SUM_STRIDE } from './criticality-sums.ts'
import { coarsePart, finePart } from './exact-sum.ts'

/** Sweeps through all links, for so many lanes from the first at least. Damage lies in `scratch`, and so does what was lost before. */
export interface LaneSweeps {
  /** sigma (1 - level) of every offer. */
  readonly shareDamage: (lanes: number) => void
  /** Every customer from the damage of the offers it buys. */
  readonly settleCustomers: (lanes: number) => void
  /** Every supplier from what its customers lost in the sweep before. */
  readonly settleSuppliers: (lanes: number) => void
}

export const plainSweeps = (rows: LaneRows): LaneSweeps => ({
  shareDamage: () => shareDamage(rows),
  settleCustomers: () => settleCustomers(rows),
  settleSuppliers: () => settleSuppliers(rows),
})

function shareDamage({ offerEnterprise, offerSize, marketStart, unit, down, scratch }: LaneRows): void {
  const [one] = unit
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
      const size = left <= MARKET_GONE * one! ? one! : left
      for (let offer = first; offer < end; offer++) {
        const share = offerSize[offer]! / size
        scratch[LANES * offer + lane] = (share > 1 ? 1 : share) * down[LANES * offerEnterprise[offer]! + lane]!
      }
    }
  }
}

const larger = (one: number, other: number): number => (one > other ? one : other)

function settleCustomers(rows: LaneRows): void {
  const { customerSlots, slotEnterprise, purchaseStart, slotSums, purchaseOffer, purchaseFlow } = rows
  const { down, scratch: damage, fallDown } = rows
  fallDown.fill(0)
  for (let customer = 0; customer + 1 < customerSlots.length; customer++) {
    for (let lane = 0; lane < LANES; lane++) {
      let worst = 0
      for (let slot = customerSlots[customer]!; slot < customerSlots[customer + 1]!; slot++) {
        const perNeed = slotSums[SUM_STRIDE * slot + PER_WHOLE]!
        const far = 2 / perNeed
        let sum = 0
        for (let at = purchaseStart[slot]!; at < purchaseStart[slot + 1]!; at++)
          sum += purchaseFlow[at]! * damage[LANES * purchaseOffer[at]! + lane]! + far - far
        worst = larger(worst, sum * perNeed)
      }
      settle(down, LANES * slotEnterprise[customerSlots[customer]!]! + lane, worst, fallDown)
    }
  }
}

function settleSuppliers(rows: LaneRows): void {
  const { sellerRow, soldStart, saleSums, saleSlot, saleFlow, slotEnterprise, up, scratch: lost, fallUp } = rows
  fallUp.fill(0)
  for (let seller = 0; seller < sellerRow.length; seller++) {
    const row = sellerRow[seller]!
    const perOutput = saleSums[SUM_STRIDE * row + PER_WHOLE]!
    const far = 2 / perOutput
    for (let lane = 0; lane < LANES; lane++) {
      let sum = 0
      for (let at = soldStart[seller]!; at < soldStart[seller + 1]!; at++)
        sum += saleFlow[at]! * lost[LANES * slotEnterprise[saleSlot[at]!]! + lane]! + far - far
      settle(up, LANES * row + lane, sum * perOutput, fallUp)
    }
  }
}

/** Takes over what one row of one lane has lost by now, 0 or more. */
function settle(lost: Float64Array, at: number, share: number, fall: Float64Array): void {
  const now = share < 1 ? 1 - (1 - share) : 1
  const fell = now - lost[at]!
  if (fell > fall[at % LANES]!) fall[at % LANES] = fell
  lost[at] = now
}
