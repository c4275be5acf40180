/**
 * One day of the daily model (docs/model.md 3), step by step, every step for all enterprises at once.
 * Family: S. Hallegatte, Risk Analysis 28(3):779 (2008), 34(1):152 (2014); H. Inoue, Y. Todo, Nature Sustainability 2:841 (2019);
 * A. Pichler et al., J. Economic Dynamics and Control 144:104527 (2022). Sums run in row order: results are equal to the bit.
 */
import type { DayKernels } from './daily-kernels.ts'
import { isRestockWide, restock, substitute } from './daily-leftovers.ts'
import { COUNT, type DailyModel } from './daily-state.ts'
import { cappedRatio, FULL, lesser, NEGLIGIBLE, pick, positive, smaller } from './rounding.ts'
import { WHY } from './run-result.ts'

/** Plays one day; the state moves on, `model.work` holds the day's figures until the next call. */
export function playDay(model: DailyModel): void {
  if (model.kernels === null) playPlainly(model)
  else playCompiled(model, model.kernels)
  model.state.tick++
}

function playPlainly(model: DailyModel): void {
  receiveAndOrder(model)
  findPotential(model)
  askContracts(model)
  deliverContracts(model)
  substitute(model)
  restock(model)
  produceAndShip(model)
}

/** The same steps, compiled. */
function playCompiled(model: DailyModel, kernels: DayKernels): void {
  const { state, forces, work } = model
  kernels.receiveAndOrder(state.tick)
  kernels.findPotential()
  work.contracts.fill(0)
  work.short.fill(0)
  if (forces.areLinksOpen) kernels.askContracts()
  else kernels.askContractsWithin()
  kernels.deliverContracts()
  kernels.sendLess()
  kernels.findShort()
  work.substitute.fill(0)
  if (work.counts[COUNT.active]! > 0) substituteCompiled(model, kernels)
  work.restock.fill(0)
  if (work.counts[COUNT.restocking]! > 0) restockCompiled(model, kernels)
  kernels.produce()
  kernels.takeFromStock()
  kernels.ship(state.tick)
}

function substituteCompiled({ forces, work }: DailyModel, kernels: DayKernels): void {
  kernels.findHeadroom()
  if (forces.areLinksOpen) kernels.askStandIns()
  else kernels.askStandInsWithin()
  kernels.takeFromLeft(work.substitute.byteOffset)
  kernels.sendFromLeft(work.active.byteOffset, work.counts[COUNT.active]!)
}

function restockCompiled(model: DailyModel, kernels: DayKernels): void {
  const { forces, work } = model
  const isWide = isRestockWide(model)
  if (isWide) kernels.askAllRestock()
  else if (forces.areLinksOpen) kernels.askRestock()
  else kernels.askRestockWithin()
  kernels.takeFromLeft(work.restock.byteOffset)
  if (isWide) kernels.sendAllFromLeft()
  else kernels.sendFromLeft(work.restocking.byteOffset, work.counts[COUNT.restocking]!)
}

/**
 * Steps 1 and 3 in one pass, as both look at a group by itself: goods come in (emergency deliveries the caller adds beforehand), then
 * base-stock orders go out, whose outside share arrives tomorrow.
 */
function receiveAndOrder(model: DailyModel): void {
  const { outsideShare, target: fullTarget, restockMost, ringFirst, ringMask, state, work } = model
  const { need, groupEnterprise, groupCount } = model.index
  const { stock, ring, underWay, outsideArriving, signal, tick } = state
  const { contractOrder, restockOrder, restocking } = work
  let count = 0
  for (let group = 0; group < groupCount; group++) {
    const slot = ringFirst[group]! + (tick & ringMask[group]!)
    const arriving = ring[slot]!
    const held = stock[group]! + arriving + outsideArriving[group]!
    // Exactly 0 for a ring of one day: both were summed in the same order.
    const coming = underWay[group]! - arriving
    stock[group] = held
    underWay[group] = coming
    ring[slot] = 0
    const d = signal[groupEnterprise[group]!]!
    const daily = d * need[group]!
    const target = d * fullTarget[group]!
    const gap = positive(target - held - coming)
    // A rest of rounding is neither a smaller order nor one to restock: in closed loops it would grow day by day.
    const rest = gap - daily
    const small = target * NEGLIGIBLE
    const contract = pick(+(rest < -small), gap, daily)
    const refills = +(rest > small)
    const refill = lesser(rest, restockMost[group]!) * refills
    contractOrder[group] = contract
    restockOrder[group] = refill
    outsideArriving[group] = (contract + refill) * outsideShare[group]!
    restocking[count] = group
    count += refills
  }
  work.counts[COUNT.restocking] = count
}

/** Step 2: Y by capacity, the scarcest essential input, and what partial inputs take off together. */
function findPotential({ index, essentialNeed, partialNeed, state, forces, work }: DailyModel): void {
  const { stock } = state
  const { capacity } = forces
  const { groupStart, theta, output, spare } = index
  const { potential, possible, bound } = work
  for (let row = 0; row < index.enterpriseCount; row++) {
    const p = capacity[row]! * (1 + spare[row]!)
    let best = p
    let term: number = WHY.capacity
    let loss = 0
    let worstLoss = 0
    let worst = -1
    const end = groupStart[row + 1]!
    for (let group = groupStart[row]!; group < end; group++) {
      // Most stocks do not bind: a product tells so sooner than a quotient.
      if (stock[group]! < best * essentialNeed[group]!) {
        const covered = stock[group]! / essentialNeed[group]!
        // A term takes the blame only if it is clearly smaller; what is made follows the true minimum.
        if (covered < best - NEGLIGIBLE) term = WHY.inputBase + group
        best = smaller(covered, best)
      }
      const full = p * partialNeed[group]!
      if (stock[group]! < full) {
        const part = theta[group]! * (1 - stock[group]! / full)
        loss += part
        if (part > worstLoss + NEGLIGIBLE) {
          worstLoss = part
          worst = group
        }
      }
    }
    if (worst >= 0 && p * (1 - loss) < best) {
      if (p * (1 - loss) < best - NEGLIGIBLE) term = WHY.inputBase + worst
      best = p * (1 - loss)
    }
    potential[row] = p
    possible[row] = output[row]! * best
    bound[row] = term
  }
}

/** Step 4, orders: each supplier's share of the contract order, as far as a block on the link lets through. */
function askContracts({ index, share, forces, work }: DailyModel): void {
  const { room, areLinksOpen } = forces
  const { linkGroup, linkFrom, linkCount } = index
  const { contracts, contractOrder, sent, booked, short } = work
  contracts.fill(0)
  short.fill(0)
  if (areLinksOpen) {
    for (let link = 0; link < linkCount; link++) {
      const order = contractOrder[linkGroup[link]!]! * share[link]!
      sent[link] = order
      contracts[linkFrom[link]!]! += order
    }
    return
  }
  for (let link = 0; link < linkCount; link++) {
    const group = linkGroup[link]!
    const wanted = contractOrder[group]! * share[link]!
    const order = smaller(room[link]!, wanted)
    sent[link] = order
    booked[link] = order
    short[group]! += wanted - order
    contracts[linkFrom[link]!]! += order
  }
}

/** Steps 4 and 5, goods: contracts first, then the end market. */
function deliverContracts(model: DailyModel): void {
  const { index, work } = model
  const { demand } = model.forces
  const { possible, contracts, contractFill, sold, left, delivered, wantedByMarket } = work
  const { finalDemand, enterpriseCount } = index
  for (let row = 0; row < enterpriseCount; row++) {
    const y = possible[row]!
    const ordered = contracts[row]!
    const wanted = finalDemand[row]! * demand[row]!
    const afterContracts = positive(y - ordered)
    const sales = lesser(wanted, afterContracts)
    const fill = cappedRatio(y, ordered)
    wantedByMarket[row] = wanted
    contractFill[row] = fill
    sold[row] = sales
    left[row] = afterContracts - sales
    delivered[row] = lesser(ordered, y) + sales
    if (fill < 1) sendLess(model, row, fill)
  }
  findShort(model)
}

/** A supplier that cannot fill its contracts sends each customer the same share; what lacks is noted at the customer's group. */
function sendLess({ index, work }: DailyModel, row: number, fill: number): void {
  const { outStart, outLinks, linkGroup } = index
  const { sent, short } = work
  for (let place = outStart[row]!; place < outStart[row + 1]!; place++) {
    const link = outLinks[place]!
    const asked = sent[link]!
    const amount = asked * fill
    sent[link] = amount
    short[linkGroup[link]!]! += asked - amount
  }
}

/** The groups whose contracts are left short become the active ones. */
function findShort({ index, work }: DailyModel): void {
  const { contractOrder, short, active } = work
  let count = 0
  for (let group = 0; group < index.groupCount; group++) {
    if (short[group]! > contractOrder[group]! * NEGLIGIBLE) active[count++] = group
  }
  work.counts[COUNT.active] = count
}

/** Step 8: level, use of stock, goods on their way, tomorrow's demand signal. */
function produceAndShip(model: DailyModel): void {
  const { index, work } = model
  const { signal } = model.state
  const { contracts, wantedByMarket, substitute: standIn, restock: refill } = work
  const { delivered, possible, level, why, bound } = work
  const { output, spare, enterpriseCount } = index
  for (let row = 0; row < enterpriseCount; row++) {
    const x = output[row]!
    const y = delivered[row]! / x
    const asked = contracts[row]! + wantedByMarket[row]! + standIn[row]!
    level[row] = y
    const isRunning = +(y >= 1 - FULL)
    const isDemand = +(asked + refill[row]! <= possible[row]! + x * FULL) * (1 - isRunning)
    why[row] = WHY.running * isRunning + WHY.demand * isDemand + bound[row]! * (1 - isRunning - isDemand)
    signal[row] = 1 + lesser(spare[row]!, positive(asked / x - 1))
  }
  shipAndUse(model)
}

function shipAndUse({ index, ringFirst, ringMask, state, work }: DailyModel): void {
  const { stock, ring, underWay, tick } = state
  const { need, groupEnterprise, linkGroup, lead, groupCount, linkCount } = index
  const { level, sent } = work
  for (let group = 0; group < groupCount; group++) {
    stock[group] = positive(stock[group]! - need[group]! * level[groupEnterprise[group]!]!)
  }
  for (let link = 0; link < linkCount; link++) {
    const amount = sent[link]!
    const group = linkGroup[link]!
    ring[ringFirst[group]! + ((tick + lead[link]!) & ringMask[group]!)]! += amount
    underWay[group]! += amount
  }
}
