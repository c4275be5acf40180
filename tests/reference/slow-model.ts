/**
 * Section 3 of docs/model.md (daily model), written a second time from the text for clarity, not speed: one object per enterprise,
 * group and link, goods under way as a list of parcels. Nothing here is taken from src/engine.
 */
import type { Chain, Scenario } from '../../src/model/chain.ts'
import type { SlowChain, SlowFirm, SlowGroup, SlowLink } from './slow-baseline.ts'
import { groupsOf, slowBaseline } from './slow-baseline.ts'
import { baselineState, emptyDay } from './slow-day.ts'
import type { SlowDay, SlowState } from './slow-day.ts'
import { deliveredFromOutside, forcesOn } from './slow-forces.ts'
import type { Forces } from './slow-forces.ts'

export interface SlowStock {
  readonly enterprise: string
  readonly product: string
  readonly value: number
}

/** Rows are days, columns enterprises in document order. */
export interface SlowResult {
  readonly level: number[][]
  /** `running`, `demand`, `capacity` or `input:<product>`. */
  readonly why: string[][]
  readonly stockLast: SlowStock[]
  readonly settlingDays: number
  /** One entry per day played from day 0 on. */
  readonly days: SlowDay[]
}

const SETTLED_DAYS = 30
const SETTLED_TOLERANCE = 1e-12
const SETTLING_LIMIT = 730

/** Below this share of an order, an output or a flow a rest is rounding, not goods. */
const ROUNDING = 1e-12
/** Share of output within which an enterprise counts as running, and its orders as met. */
const FULL = 1e-9

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Plays a scenario of a chain that has no problems. */
export function slowModel(document: Chain, scenario: Scenario): SlowResult {
  const chain = slowBaseline(document)
  const state = baselineState(chain)
  const settlingDays =
    scenario.settled === true ? settle(chain, state, forcesOn(document, scenario, -1, 'blocks only')) : 0
  const days: SlowDay[] = []
  for (let day = 0; day < scenario.days; day++) {
    const gifts = new Map(
      groupsOf(chain).map((group) => [
        group,
        deliveredFromOutside(scenario, { to: group.firm.id, product: group.product }, day),
      ]),
    )
    days.push(playDay(chain, state, forcesOn(document, scenario, day, 'with stimulus'), gifts))
  }
  return {
    level: days.map((day) => chain.firms.map((firm) => day.level.get(firm)!)),
    why: days.map((day) => chain.firms.map((firm) => day.why.get(firm)!)),
    stockLast: groupsOf(chain).map((group) => ({
      enterprise: group.firm.id,
      product: group.product,
      value: state.stock.get(group)!,
    })),
    settlingDays,
    days,
  }
}

/** Plays the same forces until all levels have stayed equal for 30 days; returns the days played. */
function settle(chain: SlowChain, state: SlowState, forces: Forces): number {
  let last = new Map(chain.firms.map((firm) => [firm, 1]))
  let equalDays = 0
  let played = 0
  while (equalDays < SETTLED_DAYS && played < SETTLING_LIMIT) {
    const { level } = playDay(chain, state, forces, new Map())
    const stays = chain.firms.every((firm) => Math.abs(level.get(firm)! - last.get(firm)!) <= SETTLED_TOLERANCE)
    equalDays = stays ? equalDays + 1 : 0
    last = level
    played++
  }
  return played
}

/** The eight steps of a day. */
function playDay(chain: SlowChain, state: SlowState, forces: Forces, gifts: ReadonlyMap<SlowGroup, number>): SlowDay {
  const day = emptyDay()
  receive(chain, state, day, gifts)
  setPotential(chain, state, forces, day)
  order(chain, state, day)
  deliverContracts(chain, forces, day)
  sellToMarket(chain, forces, day)
  substitute(chain, forces, day)
  restock(chain, forces, day)
  produceAndShip(chain, state, day)
  state.clock++
  return day
}

function receive(chain: SlowChain, state: SlowState, day: SlowDay, gifts: ReadonlyMap<SlowGroup, number>): void {
  const arriving = state.parcels.filter((parcel) => parcel.arrives === state.clock)
  state.parcels = state.parcels.filter((parcel) => parcel.arrives !== state.clock)
  for (const group of groupsOf(chain)) {
    const goods = sum(arriving.filter((parcel) => parcel.link.group === group).map((parcel) => parcel.value))
    const received = goods + state.outsideArrives.get(group)! + (gifts.get(group) ?? 0)
    day.stockBefore.set(group, state.stock.get(group)!)
    day.received.set(group, received)
    state.stock.set(group, state.stock.get(group)! + received)
  }
}

const capacityOf = (firm: SlowFirm, forces: Forces): number => (forces.capacity.get(firm.id) ?? 1) * (1 + firm.spare)

function setPotential(chain: SlowChain, state: SlowState, forces: Forces, day: SlowDay): void {
  for (const firm of chain.firms) {
    const capacity = capacityOf(firm, forces)
    let smallest = capacity
    let term = 'capacity'
    const groups = firm.groups.filter((group) => group.need > 0)
    for (const group of groups.filter((candidate) => candidate.kind === 'essential')) {
      const days = state.stock.get(group)! / group.need
      if (days < smallest - ROUNDING) term = `input:${group.product}`
      smallest = Math.min(smallest, days)
    }
    let lost = 0
    let largest = 0
    let largestProduct = ''
    for (const group of groups.filter((candidate) => candidate.kind === 'partial')) {
      if (capacity === 0) continue
      const loss = group.theta * (1 - Math.min(1, state.stock.get(group)! / (capacity * group.need)))
      lost += loss
      if (loss > largest + ROUNDING) {
        largest = loss
        largestProduct = group.product
      }
    }
    if (largest > 0 && capacity * (1 - lost) < smallest - ROUNDING) term = `input:${largestProduct}`
    smallest = Math.min(smallest, capacity * (1 - lost))
    day.potential.set(firm, firm.output * smallest)
    day.term.set(firm, term)
  }
}

function order(chain: SlowChain, state: SlowState, day: SlowDay): void {
  for (const group of groupsOf(chain)) {
    const signal = state.demandSignal.get(group.firm)!
    const inTransit = sum(group.links.map((link) => link.flow * link.lead))
    const target = signal * (group.need * (group.cover + 1) + inTransit + group.outside)
    const underWay = sum(state.parcels.filter((parcel) => parcel.link.group === group).map((parcel) => parcel.value))
    const gap = Math.max(0, target - state.stock.get(group)! - underWay)
    const rest = gap - signal * group.need
    const isRounding = Math.abs(rest) <= ROUNDING * target
    const contract = isRounding ? signal * group.need : Math.min(gap, signal * group.need)
    const more = isRounding ? 0 : Math.min(gap - contract, chain.restock * group.need)
    day.contract.set(group, contract)
    day.restock.set(group, more)
    state.outsideArrives.set(group, group.need > 0 ? (group.outside / group.need) * (contract + more) : 0)
  }
}

/** What the link may still carry once `asked` was ordered on it. */
function roomOf(link: SlowLink, forces: Forces, asked: number): number {
  const loss = forces.linkLoss.get(link.id)
  if (loss === undefined) return Infinity
  const left = (1 - loss) * link.flow - asked
  return left > ROUNDING * link.flow ? left : 0
}

function deliverContracts(chain: SlowChain, forces: Forces, day: SlowDay): void {
  for (const link of chain.links) {
    const share = link.flow > 0 ? link.flow / link.group.need : 0
    day.asked.contract.set(link, Math.min(roomOf(link, forces, 0), day.contract.get(link.group)! * share))
  }
  ration(chain, day, 'contract')
}

/** Fills one kind of order in proportion from what is left of the potential. */
function ration(chain: SlowChain, day: SlowDay, kind: keyof SlowDay['asked']): void {
  const leftOf = new Map(chain.firms.map((firm) => [firm, leftAt(firm, day)]))
  for (const link of chain.links) {
    const asked = day.asked[kind].get(link)!
    const all = askedOf(link.from, day, kind)
    day.sent[kind].set(link, asked > 0 ? asked * Math.min(1, leftOf.get(link.from)! / all) : 0)
  }
}

const askedOf = (firm: SlowFirm, day: SlowDay, kind: keyof SlowDay['asked']): number =>
  sum(firm.linksOut.map((link) => day.asked[kind].get(link) ?? 0))

const sentOf = (firm: SlowFirm, day: SlowDay, kind: keyof SlowDay['asked']): number =>
  sum(firm.linksOut.map((link) => day.sent[kind].get(link) ?? 0))

function deliveredAt(firm: SlowFirm, day: SlowDay): number {
  const goods = sentOf(firm, day, 'contract') + sentOf(firm, day, 'substitute') + sentOf(firm, day, 'restock')
  return goods + (day.marketSold.get(firm) ?? 0)
}

const leftAt = (firm: SlowFirm, day: SlowDay): number => Math.max(0, day.potential.get(firm)! - deliveredAt(firm, day))

function sellToMarket(chain: SlowChain, forces: Forces, day: SlowDay): void {
  for (const firm of chain.firms) {
    const asked = firm.finalDemand * (forces.market.get(firm.id) ?? 1)
    const sold = Math.min(asked, leftAt(firm, day))
    day.marketAsked.set(firm, asked)
    day.marketSold.set(firm, sold)
  }
}

/** Capacity that a firm has beyond what its contracts and its market ask, as far as its inputs allow it to meet these. */
function headroomOf(firm: SlowFirm, forces: Forces, day: SlowDay): number {
  const asked = askedOf(firm, day, 'contract') + day.marketAsked.get(firm)!
  const above = Math.max(0, capacityOf(firm, forces) * firm.output - asked)
  const headroom = above * (asked > 0 ? Math.min(1, day.potential.get(firm)! / asked) : 1)
  return headroom > ROUNDING * firm.output ? headroom : 0
}

function substitute(chain: SlowChain, forces: Forces, day: SlowDay): void {
  for (const group of groupsOf(chain)) {
    const roomLeft = (link: SlowLink): number => roomOf(link, forces, day.asked.contract.get(link)!)
    const inside = sum(group.links.map((link) => link.flow))
    const wanted = group.need > 0 ? (day.contract.get(group)! * inside) / group.need : 0
    const missing = wanted - sum(group.links.map((link) => day.sent.contract.get(link)!))
    const short = missing > ROUNDING * day.contract.get(group)! ? missing : 0
    const open = group.links.filter((link) => roomLeft(link) > 0)
    const headroom = sum(open.map((link) => headroomOf(link.from, forces, day)))
    for (const link of group.links) {
      const part = open.includes(link) && headroom > 0 ? (short * headroomOf(link.from, forces, day)) / headroom : 0
      day.asked.substitute.set(link, Math.min(roomLeft(link), part))
    }
  }
  ration(chain, day, 'substitute')
}

function restock(chain: SlowChain, forces: Forces, day: SlowDay): void {
  for (const link of chain.links) {
    const share = link.flow > 0 ? link.flow / link.group.need : 0
    const before = day.asked.contract.get(link)! + day.asked.substitute.get(link)!
    day.asked.restock.set(link, Math.min(roomOf(link, forces, before), day.restock.get(link.group)! * share))
  }
  ration(chain, day, 'restock')
}

function produceAndShip(chain: SlowChain, state: SlowState, day: SlowDay): void {
  for (const firm of chain.firms) {
    const level = deliveredAt(firm, day) / firm.output
    day.level.set(firm, level)
    for (const group of firm.groups) {
      const used = Math.min(state.stock.get(group)!, group.need * level)
      day.used.set(group, used)
      state.stock.set(group, state.stock.get(group)! - used)
    }
    const asked = askedOf(firm, day, 'contract') + day.marketAsked.get(firm)! + askedOf(firm, day, 'substitute')
    state.demandSignal.set(firm, Math.min(1 + firm.spare, Math.max(1, asked / firm.output)))
    day.why.set(firm, whyOf(level, asked + askedOf(firm, day, 'restock'), firm, day))
  }
  for (const link of chain.links) {
    const value = day.sent.contract.get(link)! + day.sent.substitute.get(link)! + day.sent.restock.get(link)!
    if (value > 0) state.parcels.push({ link, value, arrives: state.clock + link.lead })
  }
}

function whyOf(level: number, asked: number, firm: SlowFirm, day: SlowDay): string {
  if (level >= 1 - FULL) return 'running'
  return asked <= day.potential.get(firm)! + FULL * firm.output ? 'demand' : day.term.get(firm)!
}
