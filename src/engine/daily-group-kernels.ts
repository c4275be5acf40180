/**
 * The steps of a day that go through groups, as WebAssembly, two groups side by side. Each goes through the operations of the plain
 * steps (daily-steps.ts), so that the bits are the same. A last group without a partner has zeros beside it.
 */
import { at, note, ofCustomers, positive, put, SMALL, ZERO } from './daily-pairs.ts'
import { countUp, doubleAt, f64, i32, numberOf, pair, type Code, type Local } from './wasm-code.ts'
import { wasmFunction, type Variables, type WasmFunction } from './wasm-module.ts'

const RECEIVE = [
  'tick',
  'groupCount',
  'counts',
  'ringFirst',
  'ringMask',
  'ring',
  'stock',
  'underWay',
  'outsideArriving',
  'signal',
  'groupEnterprise',
  'need',
  'target',
  'restockMost',
  'outsideShare',
  'contractOrder',
  'restockOrder',
  'restocking',
] as const

const receiveAndOrder = (): WasmFunction =>
  wasmFunction('receiveAndOrder', RECEIVE, (given, variables) => {
    const [group, first, second, count] = variables('i32', 'i32', 'i32', 'i32')
    const [arriving, held, coming] = variables('v128', 'v128', 'v128')
    const slot = (offset: number): Code =>
      doubleAt(
        given.ring,
        i32.add(
          numberOf(given.ringFirst, group.get, offset),
          i32.and(given.tick, numberOf(given.ringMask, group.get, offset)),
        ),
      )
    const receive = [
      ...first.set(slot(0)),
      ...second.set(slot(4)),
      ...arriving.set(pair.gather(first.get, second.get)),
      ...held.set(pair.add(pair.add(at(given.stock, group), arriving.get), at(given.outsideArriving, group))),
      ...coming.set(pair.subtract(at(given.underWay, group), arriving.get)),
      ...put(given.stock, group, held.get),
      ...put(given.underWay, group, coming.get),
      ...f64.store(first.get, f64.constant(0)),
      ...f64.store(second.get, f64.constant(0)),
    ]
    const order = orderOf({ given, group, held, coming, count }, variables)
    return [...countUp(group, given.groupCount, [...receive, ...order], 2), ...i32.store(given.counts, count.get)]
  })

type Received = Readonly<Record<'group' | 'held' | 'coming' | 'count', Local>> & {
  readonly given: Readonly<Record<(typeof RECEIVE)[number], Code>>
}

/** Orders of two groups that have received what came. */
function orderOf({ given, group, held, coming, count }: Received, variables: Variables): Code {
  const [d, daily, target, gap] = variables('v128', 'v128', 'v128', 'v128')
  const [rest, small, contract, refill, refills] = variables('v128', 'v128', 'v128', 'v128', 'v128')
  const [flags] = variables('i32')
  return [
    ...d.set(ofCustomers(given.signal, given.groupEnterprise, group)),
    ...daily.set(pair.multiply(d.get, at(given.need, group))),
    ...target.set(pair.multiply(d.get, at(given.target, group))),
    ...gap.set(positive(pair.subtract(pair.subtract(target.get, held.get), coming.get))),
    ...rest.set(pair.subtract(gap.get, daily.get)),
    ...small.set(pair.multiply(target.get, SMALL)),
    ...contract.set(pair.choose(gap.get, daily.get, pair.isBelow(rest.get, pair.subtract(ZERO, small.get)))),
    ...refills.set(pair.isAbove(rest.get, small.get)),
    ...refill.set(pair.onlyWhere(pair.lesser(at(given.restockMost, group), rest.get), refills.get)),
    ...put(given.contractOrder, group, contract.get),
    ...put(given.restockOrder, group, refill.get),
    ...put(
      given.outsideArriving,
      group,
      pair.multiply(pair.add(contract.get, refill.get), at(given.outsideShare, group)),
    ),
    ...flags.set(pair.flags(refills.get)),
    ...note(given.restocking, count, group, flags),
  ]
}

const findShort = (): WasmFunction =>
  wasmFunction(
    'findShort',
    ['groupCount', 'counts', 'short', 'contractOrder', 'active'] as const,
    (given, variables) => {
      const [group, count, flags] = variables('i32', 'i32', 'i32')
      const isShort = pair.isAbove(at(given.short, group), pair.multiply(at(given.contractOrder, group), SMALL))
      return [
        ...countUp(
          group,
          given.groupCount,
          [...flags.set(pair.flags(isShort)), ...note(given.active, count, group, flags)],
          2,
        ),
        ...i32.store(given.counts, count.get, 4),
      ]
    },
  )

const takeFromStock = (): WasmFunction =>
  wasmFunction(
    'takeFromStock',
    ['groupCount', 'stock', 'need', 'level', 'groupEnterprise'] as const,
    (given, variables) => {
      const [group] = variables('i32')
      const used = pair.multiply(at(given.need, group), ofCustomers(given.level, given.groupEnterprise, group))
      return countUp(
        group,
        given.groupCount,
        put(given.stock, group, positive(pair.subtract(at(given.stock, group), used))),
        2,
      )
    },
  )

/** Those that go through groups. */
export const groupKernels = (): readonly WasmFunction[] => [receiveAndOrder(), findShort(), takeFromStock()]
