/**
 * The steps of a day that go through enterprises, as WebAssembly, two enterprises side by side where no branch is needed. Each goes
 * through the operations of the plain steps (daily-steps.ts, daily-leftovers.ts), so that the bits are the same. A last enterprise
 * without a partner has zeros beside it.
 */
import { at, cappedRatio, ONE, positive, put, SMALL } from './daily-pairs.ts'
import { FULL, NEGLIGIBLE } from './rounding.ts'
import { WHY } from './run-result.ts'
import {
  countUp,
  doubleAt,
  doubleOf,
  f64,
  i32,
  numberAt,
  numberOf,
  pair,
  when,
  type Code,
  type Local,
} from './wasm-code.ts'
import { wasmFunction, type Variables, type WasmFunction } from './wasm-module.ts'

const POTENTIAL = [
  'enterpriseCount',
  'capacity',
  'spare',
  'output',
  'groupStart',
  'stock',
  'essentialNeed',
  'partialNeed',
  'theta',
  'potential',
  'possible',
  'bound',
] as const

const DOUBLE_ONE = f64.constant(1)
const DOUBLE_SMALL = f64.constant(NEGLIGIBLE)

const findPotential = (): WasmFunction =>
  wasmFunction('findPotential', POTENTIAL, (given, variables) => {
    const [row, group, end] = variables('i32', 'i32', 'i32')
    const limits = limitsOf(given, group, variables)
    const { p, best, term, worst, loss, worstLoss, held } = limits
    return countUp(row, given.enterpriseCount, [
      ...p.set(f64.multiply(doubleOf(given.capacity, row.get), f64.add(DOUBLE_ONE, doubleOf(given.spare, row.get)))),
      ...best.set(p.get),
      ...term.set(i32.constant(WHY.capacity)),
      ...worst.set(i32.constant(0)),
      ...[loss, worstLoss].flatMap((sum) => sum.set(f64.constant(0))),
      ...group.set(numberOf(given.groupStart, row.get)),
      ...end.set(numberOf(given.groupStart, row.get, 4)),
      ...countUp(group, end.get, [
        ...held.set(doubleOf(given.stock, group.get)),
        ...byEssential(limits),
        ...byPartial(limits),
      ]),
      ...byPartialTogether(limits),
      ...f64.store(doubleAt(given.potential, row.get), p.get),
      ...f64.store(doubleAt(given.possible, row.get), f64.multiply(doubleOf(given.output, row.get), best.get)),
      ...i32.store(numberAt(given.bound, row.get), term.get),
    ])
  })

type Limits = ReturnType<typeof limitsOf>

/**
 * What binds an enterprise that could make `p` of its output: `best` is left, `term` takes the blame; its partial inputs take off `loss`
 * together, the worst of them, counted from 1, `worstLoss`.
 */
function limitsOf(given: Readonly<Record<(typeof POTENTIAL)[number], Code>>, group: Local, variables: Variables) {
  const [term, worst] = variables('i32', 'i32')
  const [p, best, loss, worstLoss] = variables('f64', 'f64', 'f64', 'f64')
  const [held, value, part] = variables('f64', 'f64', 'f64')
  return { given, group, term, worst, p, best, loss, worstLoss, held, value, part }
}

/** Lowers what is left to `value`; a term takes the blame only if it is clearly smaller. */
const lowerTo = ({ value, best, term }: Limits, blamed: Code): Code =>
  when(f64.isBelow(value.get, best.get), [
    ...when(
      f64.isBelow(value.get, f64.subtract(best.get, DOUBLE_SMALL)),
      term.set(i32.add(blamed, i32.constant(WHY.inputBase))),
    ),
    ...best.set(value.get),
  ])

function byEssential(limits: Limits): Code {
  const { given, group, held, value, best } = limits
  return when(f64.isBelow(held.get, f64.multiply(best.get, doubleOf(given.essentialNeed, group.get))), [
    ...value.set(f64.divide(held.get, doubleOf(given.essentialNeed, group.get))),
    ...lowerTo(limits, group.get),
  ])
}

function byPartial({ given, group, held, value, p, part, loss, worst, worstLoss }: Limits): Code {
  const missing = f64.subtract(DOUBLE_ONE, f64.divide(held.get, value.get))
  return [
    ...value.set(f64.multiply(p.get, doubleOf(given.partialNeed, group.get))),
    ...when(f64.isBelow(held.get, value.get), [
      ...part.set(f64.multiply(doubleOf(given.theta, group.get), missing)),
      ...loss.set(f64.add(loss.get, part.get)),
      ...when(f64.isAbove(part.get, f64.add(worstLoss.get, DOUBLE_SMALL)), [
        ...worstLoss.set(part.get),
        ...worst.set(i32.add(group.get, i32.constant(1))),
      ]),
    ]),
  ]
}

function byPartialTogether(limits: Limits): Code {
  const { value, p, loss, worst } = limits
  return when(worst.get, [
    ...value.set(f64.multiply(p.get, f64.subtract(DOUBLE_ONE, loss.get))),
    ...lowerTo(limits, i32.subtract(worst.get, i32.constant(1))),
  ])
}

const DELIVER = [
  'enterpriseCount',
  'possible',
  'contracts',
  'finalDemand',
  'demand',
  'wantedByMarket',
  'contractFill',
  'sold',
  'left',
  'delivered',
] as const

const deliverContracts = (): WasmFunction =>
  wasmFunction('deliverContracts', DELIVER, (given, variables) => {
    const [row] = variables('i32')
    const [y, ordered, wanted, after, sales] = variables('v128', 'v128', 'v128', 'v128', 'v128')
    return countUp(
      row,
      given.enterpriseCount,
      [
        ...y.set(at(given.possible, row)),
        ...ordered.set(at(given.contracts, row)),
        ...wanted.set(pair.multiply(at(given.finalDemand, row), at(given.demand, row))),
        ...after.set(positive(pair.subtract(y.get, ordered.get))),
        ...sales.set(pair.lesser(after.get, wanted.get)),
        ...put(given.wantedByMarket, row, wanted.get),
        ...put(given.contractFill, row, cappedRatio(y.get, ordered.get)),
        ...put(given.sold, row, sales.get),
        ...put(given.left, row, pair.subtract(after.get, sales.get)),
        ...put(given.delivered, row, pair.add(pair.lesser(y.get, ordered.get), sales.get)),
      ],
      2,
    )
  })

const HEADROOM = [
  'enterpriseCount',
  'output',
  'contracts',
  'wantedByMarket',
  'potential',
  'possible',
  'headroom',
] as const

const findHeadroom = (): WasmFunction =>
  wasmFunction('findHeadroom', HEADROOM, (given, variables) => {
    const [row] = variables('i32')
    const [x, own, free] = variables('v128', 'v128', 'v128')
    const idle = positive(pair.subtract(pair.multiply(at(given.potential, row), x.get), own.get))
    return countUp(
      row,
      given.enterpriseCount,
      [
        ...x.set(at(given.output, row)),
        ...own.set(pair.add(at(given.contracts, row), at(given.wantedByMarket, row))),
        ...free.set(pair.multiply(idle, cappedRatio(at(given.possible, row), own.get))),
        ...put(given.headroom, row, pair.onlyWhere(free.get, pair.isAbove(free.get, pair.multiply(x.get, SMALL)))),
      ],
      2,
    )
  })

const takeFromLeft = (): WasmFunction =>
  wasmFunction(
    'takeFromLeft',
    ['orders', 'enterpriseCount', 'left', 'leftFill', 'delivered'] as const,
    (given, variables) => {
      const [row] = variables('i32')
      const [ordered, had, filled] = variables('v128', 'v128', 'v128')
      return countUp(
        row,
        given.enterpriseCount,
        [
          ...ordered.set(at(given.orders, row)),
          ...had.set(at(given.left, row)),
          ...filled.set(pair.lesser(had.get, ordered.get)),
          ...put(given.leftFill, row, cappedRatio(had.get, ordered.get)),
          ...put(given.delivered, row, pair.add(at(given.delivered, row), filled.get)),
          ...put(given.left, row, pair.subtract(had.get, filled.get)),
        ],
        2,
      )
    },
  )

const PRODUCE = [
  'enterpriseCount',
  'output',
  'delivered',
  'contracts',
  'wantedByMarket',
  'substitute',
  'restock',
  'possible',
  'spare',
  'bound',
  'level',
  'why',
  'signal',
] as const

const produce = (): WasmFunction =>
  wasmFunction('produce', PRODUCE, (given, variables) => {
    const [row, running, demand] = variables('i32', 'i32', 'i32')
    const [x, y, asked, isRunning] = variables('v128', 'v128', 'v128', 'v128')
    const orders = pair.add(
      pair.add(at(given.contracts, row), at(given.wantedByMarket, row)),
      at(given.substitute, row),
    )
    const mostAsked = pair.add(at(given.possible, row), pair.multiply(x.get, pair.constant(FULL)))
    const isAskedLess = pair.isAtMost(pair.add(asked.get, at(given.restock, row)), mostAsked)
    const beyond = positive(pair.subtract(pair.divide(asked.get, x.get), ONE))
    /** running is 0, demand 1, and what bound the row counts where it is neither. */
    const why = (flag: (flags: Local) => Code, offset: number): Code => {
      const isBound = i32.subtract(i32.constant(1), i32.or(flag(running), flag(demand)))
      const bound = i32.multiply(numberOf(given.bound, row.get, offset), isBound)
      return i32.store(numberAt(given.why, row.get), i32.add(flag(demand), bound), offset)
    }
    const ofBoth = [
      ...x.set(at(given.output, row)),
      ...y.set(pair.divide(at(given.delivered, row), x.get)),
      ...asked.set(orders),
      ...put(given.level, row, y.get),
      ...isRunning.set(pair.isAtLeast(y.get, pair.constant(1 - FULL))),
      ...running.set(pair.flags(isRunning.get)),
      ...demand.set(pair.flags(pair.without(isAskedLess, isRunning.get))),
      ...why((flags) => i32.and(flags.get, i32.constant(1)), 0),
      ...why((flags) => i32.shiftRight(flags.get, 1), 4),
      ...put(given.signal, row, pair.add(ONE, pair.lesser(beyond, at(given.spare, row)))),
    ]
    return countUp(row, given.enterpriseCount, ofBoth, 2)
  })

/** Those that go through enterprises. */
export const enterpriseKernels = (): readonly WasmFunction[] => [
  findPotential(),
  deliverContracts(),
  findHeadroom(),
  takeFromLeft(),
  produce(),
]
