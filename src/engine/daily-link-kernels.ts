/**
 * The steps of a day that go through links, as WebAssembly: one link after the other, in the order and with the operations of the plain
 * steps (daily-steps.ts, daily-leftovers.ts), so that the bits are the same.
 */
import { NEGLIGIBLE } from './rounding.ts'
import { countUp, doubleAt, doubleOf, f64, i32, numberAt, numberOf, when, type Code, type Local } from './wasm-code.ts'
import { wasmFunction, type Variables, type WasmFunction } from './wasm-module.ts'

const put = (base: Code, place: Code, value: Code): Code => f64.store(doubleAt(base, place), value)
/** Adds to a double of the memory. @param address a variable that is free */
const addTo = (address: Local, base: Code, place: Code, value: Code): Code => [
  ...address.set(doubleAt(base, place)),
  ...f64.store(address.get, f64.add(f64.load(address.get), value)),
]
/** Lowers a variable to `most`, computed anew. */
const lower = (value: Local, most: Code): Code => when(f64.isBelow(most, value.get), value.set(most))

const ASK = ['linkCount', 'contractOrder', 'linkGroup', 'share', 'sent', 'contracts', 'linkFrom'] as const

/** Names of arrays. */
interface AskedOf {
  /** Of groups, shared among their links. */
  readonly orders: string
  /** Of links. */
  readonly asked: string
  /** Of suppliers. */
  readonly sums: string
}

/** Every link asks its supplier for its share of the order of its group. */
const askAll = (name: string, { orders, asked, sums }: AskedOf): WasmFunction =>
  wasmFunction(name, ['linkCount', orders, 'linkGroup', 'share', asked, sums, 'linkFrom'], (given, variables) => {
    const [link, address, order] = variables('i32', 'i32', 'f64')
    const whole = doubleOf(given[orders]!, numberOf(given.linkGroup!, link.get))
    return countUp(link, given.linkCount!, [
      ...order.set(f64.multiply(whole, doubleOf(given.share!, link.get))),
      ...put(given[asked]!, link.get, order.get),
      ...addTo(address, given[sums]!, numberOf(given.linkFrom!, link.get), order.get),
    ])
  })

const askContractsWithin = (): WasmFunction =>
  wasmFunction('askContractsWithin', [...ASK, 'room', 'booked', 'short'] as const, (given, variables) => {
    const [link, group, address] = variables('i32', 'i32', 'i32')
    const [wanted, order] = variables('f64', 'f64')
    return countUp(link, given.linkCount, [
      ...group.set(numberOf(given.linkGroup, link.get)),
      ...wanted.set(f64.multiply(doubleOf(given.contractOrder, group.get), doubleOf(given.share, link.get))),
      ...order.set(wanted.get),
      ...lower(order, doubleOf(given.room, link.get)),
      ...put(given.sent, link.get, order.get),
      ...put(given.booked, link.get, order.get),
      ...addTo(address, given.short, group.get, f64.subtract(wanted.get, order.get)),
      ...addTo(address, given.contracts, numberOf(given.linkFrom, link.get), order.get),
    ])
  })

const SEND_LESS = ['enterpriseCount', 'contractFill', 'outStart', 'outLinks', 'linkGroup', 'sent', 'short'] as const

const sendLess = (): WasmFunction =>
  wasmFunction('sendLess', SEND_LESS, (given, variables) => {
    const [row, place, end, link, address] = variables('i32', 'i32', 'i32', 'i32', 'i32')
    const [fill, asked, amount] = variables('f64', 'f64', 'f64')
    const ofLink = [
      ...link.set(numberOf(given.outLinks, place.get)),
      ...asked.set(doubleOf(given.sent, link.get)),
      ...amount.set(f64.multiply(asked.get, fill.get)),
      ...put(given.sent, link.get, amount.get),
      ...addTo(address, given.short, numberOf(given.linkGroup, link.get), f64.subtract(asked.get, amount.get)),
    ]
    return countUp(row, given.enterpriseCount, [
      ...fill.set(doubleOf(given.contractFill, row.get)),
      ...when(f64.isBelow(fill.get, f64.constant(1)), [
        ...place.set(numberOf(given.outStart, row.get)),
        ...end.set(numberOf(given.outStart, row.get, 4)),
        ...countUp(place, end.get, ofLink),
      ]),
    ])
  })

const STAND_INS = [
  'counts',
  'active',
  'linkStart',
  'linkFrom',
  'headroom',
  'asked',
  'short',
  'substitute',
  'room',
  'booked',
  'flow',
] as const

/** @param within only what blocked links let through */
const askStandIns = (name: string, within: boolean): WasmFunction =>
  wasmFunction(name, STAND_INS, (given, variables) => {
    const [place, asking, group, link, end] = variables('i32', 'i32', 'i32', 'i32', 'i32')
    const [free] = variables('f64')
    const { offer, ask } = standInsOf({ given, group, link, free }, within, variables)
    const startLinks = [
      ...link.set(numberOf(given.linkStart, group.get)),
      ...end.set(numberOf(given.linkStart, group.get, 4)),
    ]
    const goOn = [
      ...i32.store(numberAt(given.active, asking.get), group.get),
      ...asking.set(i32.add(asking.get, i32.constant(1))),
      ...startLinks,
      ...countUp(link, end.get, ask),
    ]
    return [
      ...countUp(place, i32.load(given.counts, 4), [
        ...group.set(numberOf(given.active, place.get)),
        ...free.set(f64.constant(0)),
        ...startLinks,
        ...countUp(link, end.get, offer),
        ...when(f64.isAbove(free.get, f64.constant(0)), goOn),
      ]),
      ...i32.store(given.counts, asking.get, 4),
    ]
  })

type Asking = Readonly<Record<'group' | 'link' | 'free', Local>> & {
  readonly given: Readonly<Record<(typeof STAND_INS)[number], Code>>
}

/** What the supplier of one link could take over, and its share of what the group lacks. */
function standInsOf({ given, group, link, free }: Asking, within: boolean, variables: Variables) {
  const [address, order, booked] = variables('i32', 'f64', 'f64')
  const smallest = f64.multiply(doubleOf(given.flow, link.get), f64.constant(NEGLIGIBLE))
  const hasRoom = f64.isAbove(doubleOf(given.room, link.get), f64.add(doubleOf(given.booked, link.get), smallest))
  const takeHeadroom = order.set(doubleOf(given.headroom, numberOf(given.linkFrom, link.get)))
  const book = [
    ...booked.set(doubleOf(given.booked, link.get)),
    ...lower(order, f64.subtract(doubleOf(given.room, link.get), booked.get)),
    ...put(given.booked, link.get, f64.add(booked.get, order.get)),
  ]
  return {
    offer: [
      ...(within ? [...order.set(f64.constant(0)), ...when(hasRoom, takeHeadroom)] : takeHeadroom),
      ...put(given.asked, link.get, order.get),
      ...free.set(f64.add(free.get, order.get)),
    ],
    ask: [
      ...order.set(
        f64.divide(f64.multiply(doubleOf(given.short, group.get), doubleOf(given.asked, link.get)), free.get),
      ),
      ...(within ? book : []),
      ...put(given.asked, link.get, order.get),
      ...addTo(address, given.substitute, numberOf(given.linkFrom, link.get), order.get),
    ],
  }
}

const RESTOCK = [
  'counts',
  'restocking',
  'restockOrder',
  'linkStart',
  'share',
  'asked',
  'restock',
  'linkFrom',
  'room',
  'booked',
] as const

/** @param within only what blocked links let through */
const askRestock = (name: string, within: boolean): WasmFunction =>
  wasmFunction(name, RESTOCK, (given, variables) => {
    const [place, group, link, end, address] = variables('i32', 'i32', 'i32', 'i32', 'i32')
    const [order, amount] = variables('f64', 'f64')
    const limit = [
      ...lower(amount, f64.subtract(doubleOf(given.room, link.get), doubleOf(given.booked, link.get))),
      ...when(f64.isBelow(amount.get, f64.constant(0)), amount.set(f64.constant(0))),
    ]
    return countUp(place, i32.load(given.counts), [
      ...group.set(numberOf(given.restocking, place.get)),
      ...order.set(doubleOf(given.restockOrder, group.get)),
      ...link.set(numberOf(given.linkStart, group.get)),
      ...end.set(numberOf(given.linkStart, group.get, 4)),
      ...countUp(link, end.get, [
        ...amount.set(f64.multiply(order.get, doubleOf(given.share, link.get))),
        ...(within ? limit : []),
        ...put(given.asked, link.get, amount.get),
        ...addTo(address, given.restock, numberOf(given.linkFrom, link.get), amount.get),
      ]),
    ])
  })

/** Sends the links of the groups of a list what their suppliers fill. */
const sendFromLeft = (): WasmFunction =>
  wasmFunction(
    'sendFromLeft',
    ['list', 'count', 'linkStart', 'linkFrom', 'asked', 'leftFill', 'sent'] as const,
    (given, variables) => {
      const [place, group, link, end, address] = variables('i32', 'i32', 'i32', 'i32', 'i32')
      const filled = f64.multiply(
        doubleOf(given.asked, link.get),
        doubleOf(given.leftFill, numberOf(given.linkFrom, link.get)),
      )
      return countUp(place, given.count, [
        ...group.set(numberOf(given.list, place.get)),
        ...link.set(numberOf(given.linkStart, group.get)),
        ...end.set(numberOf(given.linkStart, group.get, 4)),
        ...countUp(link, end.get, addTo(address, given.sent, link.get, filled)),
      ])
    },
  )

const sendAllFromLeft = (): WasmFunction =>
  wasmFunction(
    'sendAllFromLeft',
    ['linkCount', 'linkFrom', 'asked', 'leftFill', 'sent'] as const,
    (given, variables) => {
      const [link, address] = variables('i32', 'i32')
      const filled = f64.multiply(
        doubleOf(given.asked, link.get),
        doubleOf(given.leftFill, numberOf(given.linkFrom, link.get)),
      )
      return countUp(link, given.linkCount, addTo(address, given.sent, link.get, filled))
    },
  )

const SHIP = ['tick', 'linkCount', 'sent', 'linkGroup', 'lead', 'ringFirst', 'ringMask', 'ring', 'underWay'] as const

const ship = (): WasmFunction =>
  wasmFunction('ship', SHIP, (given, variables) => {
    const [link, group, address] = variables('i32', 'i32', 'i32')
    const [amount] = variables('f64')
    const arrival = i32.add(given.tick, numberOf(given.lead, link.get))
    const slot = i32.add(numberOf(given.ringFirst, group.get), i32.and(arrival, numberOf(given.ringMask, group.get)))
    return countUp(link, given.linkCount, [
      ...amount.set(doubleOf(given.sent, link.get)),
      ...group.set(numberOf(given.linkGroup, link.get)),
      ...addTo(address, given.ring, slot, amount.get),
      ...addTo(address, given.underWay, group.get, amount.get),
    ])
  })

/** Those that go through links. */
export const linkKernels = (): readonly WasmFunction[] => [
  askAll('askContracts', { orders: 'contractOrder', asked: 'sent', sums: 'contracts' }),
  askContractsWithin(),
  sendLess(),
  askStandIns('askStandIns', false),
  askStandIns('askStandInsWithin', true),
  askRestock('askRestock', false),
  askRestock('askRestockWithin', true),
  sendFromLeft(),
  askAll('askAllRestock', { orders: 'restockOrder', asked: 'asked', sums: 'restock' }),
  sendAllFromLeft(),
  ship(),
]
