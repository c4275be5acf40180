import { rowsById } from '../../engine/rows-by-id.ts'
import type { Chain, Scenario, Uncertain } from '../../model/chain.ts'
import { indexChain } from '../../engine/index-chain.ts'
import { timelineOf } from '../../engine/scenario-timeline.ts'
import { gainsOf } from './gains.ts'
import { whatIf, type Progress } from './what-if.ts'

/** An unknown of the chain: the severity of a block, or the stock of an input. */
export type Unknown =
  | { readonly kind: 'severity'; readonly block: string }
  | { readonly kind: 'cover'; readonly enterprise: string; readonly product: string }

export interface GainRange {
  /** Block id. */
  readonly block: string
  readonly low: number
  readonly high: number
  /** Share of the cases in which it is (or ties for) the first. */
  readonly firstIn: number
}

export interface Ranges {
  /** Largest high first. */
  readonly gains: readonly GainRange[]
  /** Blocks that are first in every case tried. */
  readonly certainlyFirst: readonly string[]
  /** Blocks that are first in at least one. */
  readonly mayBeFirst: readonly string[]
  /** The one unknown that, once known, leaves fewest blocks that may be first; null when nothing is open. */
  readonly askFirst: Unknown | null
  /** All combinations of the ends were run; otherwise a seeded sample. */
  readonly allEnds: boolean
  /**
   * The gains are certain: nothing is unknown. With anything unknown no claim is made: a gain is the difference of two runs, and
   * between the ends it may pass both, even where each run only rises or falls.
   */
  readonly bounds: boolean
  readonly cases: number
}

/** Up to this many unknowns every combination of ends is run. */
const ALL_ENDS_UP_TO = 6
const SAMPLE = 64
const TIE = 1e-9

/** Runs the gains for low and high ends of every range in the chain. */
export function gainRanges(
  chain: Chain,
  scenario: Scenario,
  question: { readonly day: number; readonly goalIds: readonly string[] },
  progress: Progress,
): Ranges {
  const unknowns = unknownsOf(chain, scenario)
  const allEnds = unknowns.length <= ALL_ENDS_UP_TO
  const cases = casesOf(chain, scenario)
  const picks = Array.from({ length: cases }, (_, seed) =>
    allEnds ? bitsOf(seed, unknowns.length) : sample(seed, unknowns.length),
  )
  const results = picks.map((pick, done) => {
    progress(done, cases)
    return gainsWith(fixed(chain, unknowns, pick), scenario, question)
  })
  // A block that is not there in a case gains nothing in it.
  const blocks = [...new Set(results.flatMap((result) => [...result.gains.keys()]))]
  const firsts = results.map((result) => firstOf(blocks, result.gains))
  return {
    gains: blocks.map((block) => rangeOf(block, results, firsts)).toSorted((a, b) => b.high - a.high || b.low - a.low),
    certainlyFirst: blocks.filter((block) => firsts.every((first) => first.has(block))),
    mayBeFirst: blocks.filter((block) => firsts.some((first) => first.has(block))),
    askFirst: mostTelling(unknowns, picks, firsts),
    allEnds,
    bounds: unknowns.length === 0,
    cases,
  }
}

/** How many chains with every unknown fixed are run. */
export function casesOf(chain: Chain, scenario: Scenario): number {
  const unknowns = unknownsOf(chain, scenario).length
  return unknowns <= ALL_ENDS_UP_TO ? 1 << unknowns : SAMPLE
}

function unknownsOf(chain: Chain, scenario: Scenario): Unknown[] {
  const severities = (chain.blocks ?? [])
    .filter((block) => scenario.blocks === 'all' || scenario.blocks.includes(block.id))
    .filter((block) => typeof block.severity !== 'number')
    .map((block): Unknown => ({ kind: 'severity', block: block.id }))
  const covers = (chain.inputs ?? [])
    .filter((input) => input.coverDays !== undefined && typeof input.coverDays !== 'number')
    .map((input): Unknown => ({ kind: 'cover', enterprise: input.enterprise, product: input.product }))
  return [...severities, ...covers]
}

/** A case picks one end, 0 = low, 1 = high, or a place between them, for each unknown. */
type Pick = readonly number[]

const bitsOf = (seed: number, count: number): Pick => Array.from({ length: count }, (_, bit) => (seed >> bit) & 1)

/** Case `seed` of a seeded sample; the first two are all low and all high. */
function sample(seed: number, count: number): Pick {
  if (seed < 2) return Array.from({ length: count }, () => seed)
  let state = (seed * 2654435761) >>> 0
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967295
  })
}

function fixed(chain: Chain, unknowns: readonly Unknown[], pick: Pick): Chain {
  const at = (value: Uncertain | undefined, position: number): Uncertain | undefined =>
    value === undefined || typeof value === 'number' || position < 0
      ? value
      : value.low + (value.high - value.low) * pick[position]!
  const blocks = (chain.blocks ?? []).map((block) => ({
    ...block,
    severity: at(
      block.severity,
      unknowns.findIndex((u) => u.kind === 'severity' && u.block === block.id),
    )!,
  }))
  const inputs = (chain.inputs ?? []).map((input) => {
    const position = unknowns.findIndex(
      (u) => u.kind === 'cover' && u.enterprise === input.enterprise && u.product === input.product,
    )
    const coverDays = at(input.coverDays, position)
    return coverDays === undefined ? input : { ...input, coverDays }
  })
  return { ...chain, blocks, inputs }
}

interface CaseResult {
  readonly gains: ReadonlyMap<string, number>
}

function gainsWith(
  chain: Chain,
  scenario: Scenario,
  question: { day: number; goalIds: readonly string[] },
): CaseResult {
  const { index } = indexChain(chain)
  const rowOf = rowsById(index.enterpriseIds)
  const timeline = timelineOf(chain, index, scenario)
  const rows = question.goalIds.flatMap((id) => rowOf.get(id) ?? [])
  const gains = gainsOf(whatIf(index, timeline, { rows }), question.day, () => {})
  return {
    gains: new Map(gains.map((gain) => [timeline.blocks[gain.block]!.id, gain.gain])),
  }
}

function firstOf(blocks: readonly string[], gains: ReadonlyMap<string, number>): ReadonlySet<string> {
  const gainOf = (block: string): number => gains.get(block) ?? 0
  const most = blocks.reduce((top, block) => Math.max(top, gainOf(block)), -Infinity)
  return new Set(blocks.filter((block) => gainOf(block) >= most - TIE))
}

function rangeOf(block: string, results: readonly CaseResult[], firsts: readonly ReadonlySet<string>[]): GainRange {
  const values = results.map((result) => result.gains.get(block) ?? 0)
  return {
    block,
    low: Math.min(...values),
    high: Math.max(...values),
    firstIn: firsts.filter((first) => first.has(block)).length / firsts.length,
  }
}

/** The unknown whose halves, low and high, differ most from one another in how many blocks may be first. */
function mostTelling(
  unknowns: readonly Unknown[],
  picks: readonly Pick[],
  firsts: readonly ReadonlySet<string>[],
): Unknown | null {
  const openIn = (cases: readonly number[]) => new Set(cases.flatMap((at) => [...firsts[at]!])).size
  const all = openIn([...firsts.keys()])
  let best: Unknown | null = null
  let fewest = 2 * all
  unknowns.forEach((unknown, position) => {
    const low = [...picks.keys()].filter((at) => picks[at]![position]! < 0.5)
    const high = [...picks.keys()].filter((at) => picks[at]![position]! >= 0.5)
    const open = openIn(low) + openIn(high)
    if (open < fewest) {
      fewest = open
      best = unknown
    }
  })
  return best
}
