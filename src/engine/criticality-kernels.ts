/**
 * The sweeps of criticality-lanes.ts as WebAssembly. A row has a double for each lane, two of them in one vector. The bits are those of
 * the plain sweeps (criticality-plain-sweeps.ts), as every lane goes through the same operations.
 */
import { MARKET_GONE } from './criticality-down.ts'
import type { LaneRows } from './criticality-lane-rows.ts'
import type { LaneSweeps } from './criticality-plain-sweeps.ts'
import { countUp, doubleAt, f64, i32, numberAt, pair, type Code, type Local } from './wasm-code.ts'
import { compiledOnce, kernelsOn } from './wasm-memory.ts'
import { wasmFunction, type Variables, type WasmFunction } from './wasm-module.ts'

const BYTES_PER_PAIR = 16
/** Pairs that are swept: both, or the first alone while the other lanes are free, which takes two thirds of the time. */
const PAIR_COUNTS = [1, 2] as const
/** 2 to its power is the bytes of a row. */
const ROW_SHIFT = 5
const ONE = pair.constant(1)

const rowAt = (base: Code, row: Code): Code => i32.add(base, i32.shiftLeft(row, ROW_SHIFT))
const sumAt = (base: Code, place: Code): Code => i32.add(base, i32.shiftLeft(place, 4))
const pairOf = (address: Code, at: number): Code => pair.load(address, BYTES_PER_PAIR * at)
const pairs = (variables: Variables, count: number): readonly Local[] =>
  Array.from({ length: count }, () => variables('v128')[0])
const clear = (of: readonly Local[]): Code => of.flatMap((one) => one.set(pair.constant(0)))

/** Adds what one link brings, rounded as criticality-sums.ts says. */
function addTerm(sums: readonly Local[], amount: Local, far: Local, from: Local): Code {
  return sums.flatMap((sum, at) => {
    const term = pair.multiply(amount.get, pairOf(from.get, at))
    return sum.set(pair.add(sum.get, pair.subtract(pair.add(term, far.get), far.get)))
  })
}

/** Takes over what a row has lost by now; `falls` keeps the largest fall of each lane. */
function settle(to: Local, shares: readonly Code[], now: Local, falls: readonly Local[]): Code {
  return falls.flatMap((fall, at) => [
    ...now.set(pair.lesser(pair.subtract(ONE, pair.subtract(ONE, shares[at]!)), ONE)),
    ...fall.set(pair.larger(fall.get, pair.subtract(now.get, pairOf(to.get, at)))),
    ...pair.store(to.get, now.get, BYTES_PER_PAIR * at),
  ])
}

const storePairs = (address: Code, of: readonly Local[]): Code =>
  of.flatMap((one, at) => pair.store(address, one.get, BYTES_PER_PAIR * at))

/** The constants of exact-sum.ts: adding and taking away rounds to a multiple. */
const COARSE = pair.constant(3)
const FINE = pair.constant(1.746_229_827_404_022_2e-10)
const rounded = (value: Code, by: Code): Code => pair.subtract(pair.add(value, by), by)
const isGone = (left: Code, unit: Code): Code => pair.isAtMost(left, pair.multiply(pair.constant(MARKET_GONE), unit))

const DAMAGE = ['markets', 'marketStart', 'offerEnterprise', 'offerSize', 'unit', 'down', 'scratch'] as const

/** sigma (1 - level) of every offer. */
const shareDamage = (count: number): WasmFunction =>
  wasmFunction(`shareDamage${count}`, DAMAGE, (given, variables) => {
    const [market, offer, end, from] = variables('i32', 'i32', 'i32', 'i32')
    const [size, left, part, unit] = variables('v128', 'v128', 'v128', 'v128')
    const [coarse, fine] = [pairs(variables, count), pairs(variables, count)]
    const takeOffer = [
      ...size.set(pair.loadTwice(doubleAt(given.offerSize, offer.get))),
      ...from.set(rowAt(given.down, i32.load(numberAt(given.offerEnterprise, offer.get)))),
    ]
    const beginMarket = [
      ...offer.set(i32.load(numberAt(given.marketStart, market.get))),
      ...end.set(i32.load(numberAt(given.marketStart, market.get), 4)),
    ]
    const addLeft = coarse.flatMap((sum, at) => [
      ...left.set(pair.multiply(size.get, pair.subtract(ONE, pairOf(from.get, at)))),
      ...part.set(rounded(left.get, COARSE)),
      ...sum.set(pair.add(sum.get, part.get)),
      ...fine[at]!.set(pair.add(fine[at]!.get, rounded(pair.subtract(left.get, part.get), FINE))),
    ])
    const sizeOfMarket = coarse.flatMap((sum, at) => [
      ...left.set(pair.add(sum.get, fine[at]!.get)),
      ...sum.set(pair.choose(unit.get, left.get, isGone(left.get, unit.get))),
    ])
    const to = rowAt(given.scratch, offer.get)
    const share = coarse.flatMap((sum, at) => {
      const sigma = pair.lesser(pair.divide(size.get, sum.get), ONE)
      return pair.store(to, pair.multiply(sigma, pairOf(from.get, at)), BYTES_PER_PAIR * at)
    })
    return [
      ...unit.set(pair.loadTwice(given.unit)),
      ...countUp(market, given.markets, [
        ...beginMarket,
        ...clear([...coarse, ...fine]),
        ...countUp(offer, end.get, [...takeOffer, ...addLeft]),
        ...sizeOfMarket,
        ...beginMarket,
        ...countUp(offer, end.get, [...takeOffer, ...share]),
      ]),
    ]
  })

const CUSTOMERS = [
  ...(['customers', 'customerSlots', 'slotEnterprise', 'purchaseStart', 'slotSums'] as const),
  ...(['purchaseOffer', 'purchaseFlow', 'scratch', 'down', 'fallDown'] as const),
]

/** Every customer from the damage of the offers it buys. */
const settleCustomers = (count: number): WasmFunction =>
  wasmFunction(`settleCustomers${count}`, CUSTOMERS, (given, variables) => {
    const [customer, slot, slotEnd, to] = variables('i32', 'i32', 'i32', 'i32')
    const term = termsOf(variables, count)
    const [now] = variables('v128')
    const [worst, falls] = [pairs(variables, count), pairs(variables, count)]
    const addSlot = [
      ...term.begin(f64.load(sumAt(given.slotSums, slot.get), 8), i32.load(numberAt(given.purchaseStart, slot.get), 4)),
      ...term.addAll(given.purchaseFlow, (at) => rowAt(given.scratch, i32.load(numberAt(given.purchaseOffer, at)))),
      ...worst.flatMap((most, at) => most.set(pair.larger(most.get, term.share(at)))),
    ]
    return [
      ...countUp(customer, given.customers, [
        ...slotEnd.set(i32.load(numberAt(given.customerSlots, customer.get), 4)),
        ...to.set(rowAt(given.down, i32.load(numberAt(given.slotEnterprise, slot.get)))),
        ...clear(worst),
        ...countUp(slot, slotEnd.get, addSlot),
        ...settle(
          to,
          worst.map(({ get }) => get),
          now,
          falls,
        ),
      ]),
      ...storePairs(given.fallDown, falls),
    ]
  })

const SELLERS = [
  ...(['sellers', 'sellerRow', 'soldStart', 'saleSums', 'saleSlot'] as const),
  ...(['slotEnterprise', 'saleFlow', 'scratch', 'up', 'fallUp'] as const),
]

/** Every supplier from what its customers lost in the sweep before. */
const settleSuppliers = (count: number): WasmFunction =>
  wasmFunction(`settleSuppliers${count}`, SELLERS, (given, variables) => {
    const [seller, row] = variables('i32', 'i32')
    const term = termsOf(variables, count)
    const customerOf = (sale: Code): Code =>
      i32.load(numberAt(given.slotEnterprise, i32.load(numberAt(given.saleSlot, sale))))
    const [now] = variables('v128')
    const falls = pairs(variables, count)
    return [
      ...countUp(seller, given.sellers, [
        ...row.set(i32.load(numberAt(given.sellerRow, seller.get))),
        ...term.begin(f64.load(sumAt(given.saleSums, row.get), 8), i32.load(numberAt(given.soldStart, seller.get), 4)),
        ...term.addAll(given.saleFlow, (sale) => rowAt(given.scratch, customerOf(sale))),
        ...term.row.set(rowAt(given.up, row.get)),
        ...settle(
          term.row,
          falls.map((_, at) => term.share(at)),
          now,
          falls,
        ),
      ]),
      ...storePairs(given.fallUp, falls),
    ]
  })

/** Terms of one sum after the other, in one run through all links. */
function termsOf(variables: Variables, count: number) {
  const [link, end, row] = variables('i32', 'i32', 'i32')
  const [perWhole, amount, far] = variables('f64', 'v128', 'v128')
  const sums = pairs(variables, count)
  return {
    /** Free between sums. */
    row,
    begin: (per: Code, lastLink: Code): Code => [
      ...perWhole.set(per),
      ...far.set(pair.of(f64.divide(f64.constant(2), perWhole.get))),
      ...end.set(lastLink),
      ...clear(sums),
    ],
    addAll: (flow: Code, lostAt: (link: Code) => Code): Code =>
      countUp(link, end.get, [
        ...amount.set(pair.loadTwice(doubleAt(flow, link.get))),
        ...row.set(lostAt(link.get)),
        ...addTerm(sums, amount, far, row),
      ]),
    share: (at: number): Code => pair.multiply(sums[at]!.get, pair.of(perWhole.get)),
  }
}

/** Null where the sweeps cannot be compiled. */
export const compiledSweeps = compiledOnce(() =>
  PAIR_COUNTS.flatMap((count) => [shareDamage(count), settleCustomers(count), settleSuppliers(count)]),
)

/** @param memory holds all rows */
export function kernelSweeps(rows: LaneRows, memory: WebAssembly.Memory): LaneSweeps {
  const counts = {
    markets: rows.marketStart.length - 1,
    customers: rows.customerSlots.length - 1,
    sellers: rows.sellerRow.length,
  }
  const kernels = kernelsOn(compiledSweeps()!, memory, { ...rows, ...counts })
  const forLanes = (name: string): ((lanes: number) => void) => {
    const [one, two] = PAIR_COUNTS.map((count) => kernels[`${name}${count}`]!)
    return (lanes) => (lanes > 2 ? two! : one!)()
  }
  return {
    shareDamage: forLanes('shareDamage'),
    settleCustomers: forLanes('settleCustomers'),
    settleSuppliers: forLanes('settleSuppliers'),
  }
}
