import { subsetsOf } from './joint.ts'
import { rootBlocksWith } from './roots.ts'
import { clearable, type Clearings, type Progress, type WhatIf } from './what-if.ts'

export interface SmallestSetQuestion {
  /** Enterprises that must be brought back. */
  readonly rows: readonly number[]
  /** Level that each must reach, 0..1. */
  readonly level: number
  /** Day on which it must be reached. */
  readonly by: number
  /** Day on which the chosen blocks are cleared. */
  readonly on: number
  readonly atMost: number
  /** [timeline.blocks] cost of clearing each block; all 1 = fewest blocks. */
  readonly cost: readonly number[]
  /** Runs that may be spent on the search and on its proof. */
  readonly maxRuns: number
}

export interface SmallestSet {
  /** Positions in `timeline.blocks`; null when no set within `atMost` was found. */
  readonly blocks: readonly number[] | null
  readonly cost: number
  /** Every cheaper set was tried or ruled out by a law that holds here. */
  readonly proven: boolean
  /** For each member: the lowest level reached by the chosen enterprises without it; below the asked level. */
  readonly without: readonly number[]
  /** Lowest level of the chosen enterprises with the set; when there is none, with every open block cleared. */
  readonly reached: number
  /** When there is none: the set within `atMost` that came nearest of those tried (the cheaper one on a tie), and the level it reaches. */
  readonly best: { readonly blocks: readonly number[]; readonly reached: number } | null
  /** When there is none: blocks that still bind after clearing everything, by position; empty = waiting loop or goods on the way, or only `atMost`. */
  readonly binding: readonly number[]
  readonly runs: number
}

const REACHED = 1e-9

/**
 * Fewest (or cheapest) clearings that bring the chosen enterprises to the level by the day. Sets are tried by rising cost; a set
 * that fails names its root blocks, and sets that hold none of them are put off. A backup whose block is no root can make such a
 * cut wrong, so the proof afterwards tries every cheaper set that was put off.
 */
export function smallestSet(search: WhatIf, question: SmallestSetQuestion, progress: Progress): SmallestSet {
  const blocks = clearable(search.timeline, question.on)
  const before = search.runs()
  const tried = new Map<string, boolean>()
  let best: SmallestSet['best'] = null
  const reaches = (set: readonly number[]): boolean => {
    const key = set.join(' ')
    let answer = tried.get(key)
    if (answer !== undefined) return answer
    const reached = lowest(search, question, set)
    if (!best || reached > best.reached + REACHED) best = { blocks: set, reached }
    tried.set(key, (answer = reached >= question.level - REACHED))
    return answer
  }
  const tools: Tools = {
    candidates: candidatesOf(question, blocks),
    reaches,
    spent: () => search.runs() - before,
    progress,
  }
  const { answer, proven } = prove(question, tools, searchWithCuts(search, question, tools))
  return answer
    ? { ...evidence(search, question, answer), proven, runs: tools.spent() }
    : { ...failure(search, question, blocks), best, proven, runs: tools.spent() }
}

type Found = Omit<SmallestSet, 'proven' | 'runs'>

/** The set, and what becomes of the goal without each of its members. */
function evidence(search: WhatIf, question: SmallestSetQuestion, set: readonly number[]): Found {
  const without = (block: number): readonly number[] => set.filter((other) => other !== block)
  return {
    blocks: set,
    cost: costOf(question, set),
    without: set.map((block) => lowest(search, question, without(block))),
    reached: lowest(search, question, set),
    best: null,
    binding: [],
  }
}

/** What everything together reaches, and what binds then. */
function failure(search: WhatIf, question: SmallestSetQuestion, all: readonly number[]): Omit<Found, 'best'> {
  return {
    blocks: null,
    cost: Infinity,
    without: [],
    reached: lowest(search, question, all),
    binding: rootBlocksWith(search, clearingsOf(all, question.on), question.rows, question.by),
  }
}

const clearingsOf = (set: readonly number[], day: number): Clearings => new Map(set.map((block) => [block, day]))

const costOf = (question: SmallestSetQuestion, set: readonly number[]): number =>
  set.reduce((sum, block) => sum + question.cost[block]!, 0)

function lowest(search: WhatIf, question: SmallestSetQuestion, set: readonly number[]): number {
  return Math.min(...search.levelsOn(clearingsOf(set, question.on), question.rows, question.by))
}

/** More sets than this are not listed: the largest size is lowered, and nothing is called proven. */
const MOST_SETS = 400_000

interface Candidates {
  /** By rising cost, then size, then list order. */
  readonly sets: readonly (readonly number[])[]
  /** No set of at most `atMost` blocks that is not listed costs less; Infinity = every one is listed. */
  readonly unlistedCost: number
}

function candidatesOf(question: SmallestSetQuestion, blocks: readonly number[]): Candidates {
  const sets: number[][] = [[]]
  let unlistedCost = Infinity
  for (let size = 1; size <= Math.min(question.atMost, blocks.length); size++) {
    if (sets.length + choose(blocks.length, size) > MOST_SETS) {
      unlistedCost = cheapest(question, blocks, size)
      break
    }
    for (const set of subsetsOf(blocks, size)) sets.push(set)
  }
  const keyed = sets.map((set) => ({ set, cost: costOf(question, set) }))
  keyed.sort((a, b) => a.cost - b.cost || a.set.length - b.set.length)
  return { sets: keyed.map(({ set }) => set), unlistedCost }
}

/** Cost of the `size` cheapest blocks. */
function cheapest({ cost }: SmallestSetQuestion, blocks: readonly number[], size: number): number {
  const costs = blocks.map((block) => cost[block]!).toSorted((a, b) => a - b)
  return costs.slice(0, size).reduce((sum, one) => sum + one, 0)
}

function choose(count: number, size: number): number {
  let ways = 1
  for (let k = 1; k <= size; k++) ways = (ways * (count - size + k)) / k
  return ways
}

/** How far the search is, in runs: by the sets that are behind it or the runs that are spent, whichever ends it first. */
function tell({ candidates, spent, progress }: Tools, { maxRuns }: SmallestSetQuestion, share: number): void {
  const total = Math.min(maxRuns, candidates.sets.length)
  progress(Math.min(total, Math.max(spent(), Math.floor(share * total))), total)
}

/** First set by cost that reaches the goal among those that every cut learned so far allows. */
function searchWithCuts(search: WhatIf, question: SmallestSetQuestion, tools: Tools): readonly number[] | null {
  const cuts: number[][] = []
  const { sets } = tools.candidates
  for (const [place, set] of sets.entries()) {
    if (tools.spent() >= question.maxRuns) return null
    tell(tools, question, place / sets.length)
    if (cuts.some((cut) => !cut.some((block) => set.includes(block)))) continue
    if (tools.reaches(set)) return set
    const roots = rootBlocksWith(search, clearingsOf(set, question.on), question.rows, question.by)
    if (roots.length > 0) cuts.push(roots)
  }
  return null
}

interface Tools {
  readonly candidates: Candidates
  readonly reaches: (set: readonly number[]) => boolean
  readonly spent: () => number
  readonly progress: Progress
}

/** Tries every cheaper set that the cuts skipped; a cheaper one that reaches the goal replaces the answer. */
function prove(
  question: SmallestSetQuestion,
  tools: Tools,
  found: readonly number[] | null,
): { answer: readonly number[] | null; proven: boolean } {
  const { candidates, reaches, spent } = tools
  const cost = found ? costOf(question, found) : Infinity
  const cheaper = candidates.sets.filter((set) => costOf(question, set) < cost)
  for (let place = 0; place < cheaper.length; place++) {
    if (spent() >= question.maxRuns) return { answer: found, proven: false }
    tell(tools, question, place / cheaper.length)
    const set = cheaper[place]!
    if (reaches(set)) return { answer: set, proven: costOf(question, set) <= candidates.unlistedCost }
  }
  return { answer: found, proven: cost <= candidates.unlistedCost }
}
