import { TIE } from './changes.ts'
import { clearable, NOTHING, type Progress, type WhatIf } from './what-if.ts'

export interface JointGain {
  /** Positions in `timeline.blocks`, ascending. */
  readonly blocks: readonly number[]
  /** Gain of clearing all of them, days of the goal's full output. */
  readonly together: number
  /** Best sum of gains of any split of them into parts. */
  readonly apart: number
  /** together - apart; above 0 = some of it comes only together. */
  readonly joint: number
  /** No proper part of them gains anything: useless apart, useful together. */
  readonly onlyTogether: boolean
}

export interface JointResult {
  /** Every pair and triple with a joint gain, largest joint gain first. */
  readonly rows: readonly JointGain[]
  readonly pairs: number
  /** Triples tried, of how many there are. */
  readonly triples: number
  readonly triplesInAll: number
  /** Gain of each open block alone, as [block, gain]. */
  readonly alone: readonly (readonly [number, number])[]
}

export interface JointBudget {
  /** Whether another triple may be tried; asked before each one. */
  readonly mayGoOn: () => boolean
}

/** Joint gains of all pairs, and of triples as long as the budget lasts. Each figure is a run. */
export function jointGains(search: WhatIf, day: number, budget: JointBudget, progress: Progress): JointResult {
  const blocks = clearable(search.timeline, day)
  const base = search.score(NOTHING)
  const known = new Map<string, number>()
  const gain = (set: readonly number[]): number => {
    const key = set.join(' ')
    let found = known.get(key)
    if (found === undefined) {
      found = search.score(new Map(set.map((block) => [block, day]))) - base
      known.set(key, found)
    }
    return found
  }
  const pairs = subsetsOf(blocks, 2)
  const triplesInAll = (pairs.length * Math.max(0, blocks.length - 2)) / 3
  const rows: JointGain[] = []
  pairs.forEach((pair, done) => {
    progress(done, pairs.length + triplesInAll)
    keepJoint(rows, pair, gain)
  })
  let tried = 0
  for (const triple of triplesOf(blocks)) {
    if (!budget.mayGoOn()) break
    progress(pairs.length + tried, pairs.length + triplesInAll)
    keepJoint(rows, triple, gain)
    tried++
  }
  return {
    rows: rows.toSorted((a, b) => b.joint - a.joint || a.blocks.length - b.blocks.length),
    pairs: pairs.length,
    triples: tried,
    triplesInAll,
    alone: blocks.map((block) => [block, gain([block])] as const),
  }
}

function keepJoint(rows: JointGain[], set: readonly number[], gain: (set: readonly number[]) => number): void {
  const together = gain(set)
  const apart = bestSplit(set, gain)
  const joint = together - apart
  if (joint <= TIE) return
  const onlyTogether = properParts(set).every((part) => gain(part) <= TIE)
  rows.push({ blocks: set, together, apart, joint, onlyTogether })
}

/** Largest sum of gains over the ways to split the set into two or more parts. */
function bestSplit(set: readonly number[], gain: (set: readonly number[]) => number): number {
  const apart = set.reduce((sum, block) => sum + gain([block]), 0)
  if (set.length === 2) return apart
  const withOneApart = set.map((block) => gain([block]) + gain(set.filter((other) => other !== block)))
  return Math.max(apart, ...withOneApart)
}

const properParts = (set: readonly number[]): number[][] =>
  set.length === 2 ? subsetsOf(set, 1) : [...subsetsOf(set, 1), ...subsetsOf(set, 2)]

/** One by one: of a thousand blocks there are too many to list. */
function* triplesOf(blocks: readonly number[]): Generator<readonly number[]> {
  for (let a = 0; a < blocks.length; a++) {
    for (let b = a + 1; b < blocks.length; b++) {
      for (let c = b + 1; c < blocks.length; c++) yield [blocks[a]!, blocks[b]!, blocks[c]!]
    }
  }
}

/** All subsets of `size`, in the order of the list. */
export function subsetsOf(list: readonly number[], size: number): number[][] {
  if (size === 0) return [[]]
  return list.flatMap((first, position) =>
    subsetsOf(list.slice(position + 1), size - 1).map((rest) => [first, ...rest]),
  )
}
