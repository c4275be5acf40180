/** What is asked of the Economic Systemic Risk Index: the ranking, what would break next, where its levels mean little, how long it takes. */
import { lonelyCloser, type CriticalityRange, type RangeQuestion } from '../engine/criticality.ts'
import { emptyFigures, type CriticalityFigures } from '../engine/criticality-figures.ts'
import type { CriticalitySettings } from '../engine/criticality-coefficients.ts'
import type { IndexedChain } from '../engine/indexed-chain.ts'
import { strongComponents } from '../engine/strong-components.ts'

/** Figures of one enterprise's closure, shares of all weight, 0..1. */
export interface CriticalityOfRow {
  readonly index: number
  readonly down: number
  readonly up: number
  readonly sweeps: number
}

export interface RankedEnterprise {
  readonly row: number
  /** From 1; equal indices share a rank. */
  readonly rank: number
  readonly converged: CriticalityOfRow
  readonly published: CriticalityOfRow
  /** Published less converged index. */
  readonly difference: number
}

/** Indices closer than this (relative) share a rank. */
const SAME_INDEX = 1e-12

const figuresOfRow = ({ index, down, up, sweeps }: CriticalityFigures, row: number): CriticalityOfRow => ({
  index: index[row]!,
  down: down[row]!,
  up: up[row]!,
  sweeps: sweeps[row]!,
})

/**
 * Enterprises by converged index, largest first; ties in row order.
 * @param converged [enterprises]
 * @param published [enterprises]
 */
export function criticalityRanking(
  converged: CriticalityFigures,
  published: CriticalityFigures,
): readonly RankedEnterprise[] {
  const order = [...converged.index.keys()].toSorted((a, b) => converged.index[b]! - converged.index[a]! || a - b)
  let rank = 0
  return order.map((row, place) => {
    const value = converged.index[row]!
    const before = place > 0 ? converged.index[order[place - 1]!]! : Infinity
    if (before - value > SAME_INDEX * before || place === 0) rank = place + 1
    return {
      row,
      rank,
      converged: figuresOfRow(converged, row),
      published: figuresOfRow(published, row),
      difference: published.index[row]! - value,
    }
  })
}

/**
 * Ranges put together.
 * @param parts in any order; together each of 0..count - 1 once
 * @throws Error when a row is missing or there twice
 */
export function mergeCriticality(parts: readonly CriticalityRange[], count: number): CriticalityFigures {
  const merged = emptyFigures(count)
  let next = 0
  for (const { from, ...part } of parts.toSorted((a, b) => a.from - b.from)) {
    if (from !== next) throw new Error(`expected a part from row ${next}, got ${from}`)
    merged.index.set(part.index, from)
    merged.down.set(part.down, from)
    merged.up.set(part.up, from)
    merged.sweeps.set(part.sweeps, from)
    next += part.index.length
  }
  if (next !== count) throw new Error(`expected ${count} rows, got ${next}`)
  return merged
}

/**
 * Loops of enterprises that draw on nothing from outside: no member sells to the end market or buys from who is not listed. There any
 * closure ends in total collapse, and how far it has come depends on the tolerance alone. A closed setting knows neither, so that
 * every loop is one.
 * @returns rows of each such loop, the largest loop first
 */
export function closedLoops(index: IndexedChain, { closed }: Pick<CriticalitySettings, 'closed'>): readonly number[][] {
  const { count, componentOf } = strongComponents(index)
  const isLoop = new Uint8Array(count)
  const isOpen = new Uint8Array(count)
  for (let link = 0; link < index.linkCount; link++) {
    if (index.flow[link] === 0) continue
    const from = componentOf[index.linkFrom[link]!]!
    if (from === componentOf[index.groupEnterprise[index.linkGroup[link]!]!]) isLoop[from] = 1
  }
  if (!closed) {
    index.finalDemand.forEach((demand, row) => demand > 0 && (isOpen[componentOf[row]!] = 1))
    index.outside.forEach((flow, group) => flow > 0 && (isOpen[componentOf[index.groupEnterprise[group]!]!] = 1))
  }
  const members = new Map<number, number[]>()
  componentOf.forEach((component, row) => {
    if (isLoop[component] === 0 || isOpen[component] === 1) return
    const rows = members.get(component)
    if (rows) rows.push(row)
    else members.set(component, [row])
  })
  return [...members.values()].toSorted((a, b) => b.length - a.length || a[0]! - b[0]!)
}

/**
 * The share of each enterprise that stands still today, as what is closed already when the next one breaks.
 * @param level [enterprises] level today, >= 0
 * @returns [enterprises] 0..1
 */
export const standingStill = (level: Float64Array): Float64Array => level.map((y) => 1 - Math.min(1, y))

/**
 * What would break next: what each enterprise that runs today would cost on top of what is lost already. The index with today's
 * standstill and the enterprise closed, less the index with today's standstill alone; spread from today's levels by the same sweeps.
 * @param range made with `already: standingStill(level)`
 * @param today index of today's standstill alone
 * @returns [enterprises of the range] >= 0 but for rounding; NaN where the enterprise stands still today
 */
export const addedLoss = (range: CriticalityRange, today: number, level: Float64Array): Float64Array =>
  range.index.map((index, place) => (level[range.from + place]! > 0 ? index - today : Number.NaN))

export interface CriticalityEstimate {
  /** One thread, every enterprise. */
  readonly milliseconds: number
  /** Working arrays of one thread, beyond the indexed chain. */
  readonly bytes: number
}

/** Enterprises probed at most, and milliseconds after which no further one is begun. */
const PROBES = 64
const PROBE_MILLISECONDS = 300
/** Multiples of it modulo 1 spread evenly and in no pattern that ids could share. */
const GOLDEN = 0.618_033_988_749_894_9
const BYTES_PER_LINK = 40
const BYTES_PER_ENTERPRISE = 200

/**
 * How long all enterprises would take, from some spread evenly over the rows.
 * @param now milliseconds on a steady clock
 */
export function estimateCriticality(
  question: Pick<RangeQuestion, 'index' | 'settings' | 'already'>,
  now: () => number,
): CriticalityEstimate {
  const { enterpriseCount, linkCount } = question.index
  const bytes = BYTES_PER_LINK * linkCount + BYTES_PER_ENTERPRISE * enterpriseCount
  if (enterpriseCount === 0) return { milliseconds: 0, bytes }
  const { closeAlone, finish } = lonelyCloser(question, emptyFigures(1))
  const probes = Math.min(PROBES, enterpriseCount)
  const start = now()
  let done = 0
  // One at least: a machine that slept between two looks at the clock must not count as endlessly slow.
  do {
    closeAlone(Math.floor(((done * GOLDEN) % 1) * enterpriseCount), 0)
    done++
  } while (done < probes && now() - start < PROBE_MILLISECONDS)
  finish()
  return { milliseconds: ((now() - start) / done) * enterpriseCount, bytes }
}

/** A run that would take longer than this on the threads at hand is refused. */
export const LONGEST_RUN_MILLISECONDS = 2 * 3_600_000
/** At the command line, where a run over night is usual. */
export const LONGEST_BATCH_MILLISECONDS = 24 * 3_600_000
const MOST_BYTES = 1_000_000_000

/** Whether to begin a run at all; a refusal is shown with its estimate. */
export const isTooLarge = ({ milliseconds, bytes }: CriticalityEstimate, threads: number): boolean =>
  milliseconds / threads > LONGEST_RUN_MILLISECONDS || bytes * threads > MOST_BYTES
