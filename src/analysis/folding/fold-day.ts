import { ENTERPRISE_STATES, type DayView, type EnterpriseState } from '../day-view.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { Wave } from '../wave.ts'
import type { FoldGraph } from './fold-graph.ts'

/** Worst first: what a fold shows of its members. */
const WORST_FIRST: readonly EnterpriseState[] = ['blocked', 'stopped', 'reduced', 'recovering', 'noData', 'running']
const NO_DATA = ENTERPRISE_STATES.indexOf('noData')
const badness = (state: number | undefined): number => -WORST_FIRST.indexOf(ENTERPRISE_STATES[state ?? 0]!)

/** A day as the folded map shows it: levels weighted by output, sums of what passes, the worst state, the worst block. */
export function foldDay({ members, links }: FoldGraph, index: IndexedChain, day: DayView): DayView {
  const rows = members.length
  const folded: DayView = {
    day: day.day,
    level: new Float64Array(rows),
    state: new Uint8Array(rows),
    staffReturn: new Float64Array(rows),
    block: new Int32Array(rows).fill(-1),
    severity: new Float64Array(rows),
    hops: new Int32Array(rows).fill(-1),
    daysLeft: new Int32Array(rows).fill(-1),
    linkSent: new Float64Array(links.length),
    linkState: new Uint8Array(links.length),
    linkBlocked: new Uint8Array(links.length),
  }
  members.forEach((inside, row) => foldRow(folded, row, inside, index, day))
  links.forEach((inside, at) => {
    for (const link of inside) {
      folded.linkSent[at]! += day.linkSent[link]!
      folded.linkState[at] = Math.max(folded.linkState[at]!, day.linkState[link]!)
      folded.linkBlocked[at] = Math.max(folded.linkBlocked[at]!, day.linkBlocked[link]!)
    }
  })
  return folded
}

function foldRow(folded: DayView, row: number, inside: Int32Array, { output }: IndexedChain, day: DayView): void {
  if (inside.length === 1) folded.hops[row] = day.hops[inside[0]!]!
  folded.level[row] = weighted(day.level, inside, output)
  folded.staffReturn[row] = weighted(day.staffReturn, inside, output)
  // What nobody knows of hides nothing that is known: a gap counts where all are gaps.
  const known = inside.filter((member) => day.state[member] !== NO_DATA)
  folded.state[row] = known.length === 0 ? NO_DATA : day.state[known[0]!]!
  for (const member of inside) {
    const state = day.state[member]!
    if (state !== NO_DATA && badness(state) > badness(folded.state[row])) folded.state[row] = state
    if (day.severity[member]! > folded.severity[row]!) {
      folded.severity[row] = day.severity[member]!
      folded.block[row] = day.block[member]!
    }
    const left = day.daysLeft[member]!
    if (left >= 0 && (folded.daysLeft[row]! < 0 || left < folded.daysLeft[row]!)) folded.daysLeft[row] = left
  }
}

/** Average of a share over those of which it is known, by output; NaN where none is. An enterprise by itself keeps its figure to the bit. */
function weighted(values: Float64Array, inside: Int32Array, output: Float64Array): number {
  if (inside.length === 1) return values[inside[0]!]!
  let sum = 0
  let weight = 0
  let known = 0
  for (const member of inside) {
    if (Number.isNaN(values[member]!)) continue
    known++
    sum += values[member]! * output[member]!
    weight += output[member]!
  }
  if (known === 0) return Number.NaN
  return weight > 0 ? sum / weight : 0
}

/** @param levels [enterprises of the whole chain] */
export const foldLevels = ({ members }: FoldGraph, index: IndexedChain, levels: Float64Array): Float64Array =>
  Float64Array.from(members, (inside) => weighted(levels, inside, index.output))

/** A fold feels a release with its first member, and is full again with the last of those that feel it. */
export function foldWave({ members }: FoldGraph, index: IndexedChain, wave: Wave): Wave {
  const feels = Int32Array.from(members, (inside) =>
    inside.reduce((first, row) => {
      const day = wave.feels[row]!
      return day >= 0 && (first < 0 || day < first) ? day : first
    }, -1),
  )
  const full = Int32Array.from(members, (inside) => {
    let last = -1
    for (const row of inside) {
      if (wave.full[row]! < 0 && wave.feels[row]! >= 0) return -1
      last = Math.max(last, wave.full[row]!)
    }
    return last
  })
  return {
    feels,
    full,
    gainDays: Float64Array.from(members, (inside) => weighted(wave.gainDays, inside, index.output)),
  }
}

/** What a fold says of itself on a day. */
export interface FoldFigures {
  readonly members: number
  /** Enterprises with a block of their own in force. */
  readonly blocked: number
  /** Enterprises that stand still because of others. */
  readonly stopped: number
  /** Average by output, 0..1. */
  readonly level: number
}

export function foldFigures(graph: FoldGraph, index: IndexedChain, day: DayView, row: number): FoldFigures {
  const inside = graph.members[row]!
  const stopped = ENTERPRISE_STATES.indexOf('stopped')
  return {
    members: inside.length,
    blocked: inside.reduce((sum, member) => sum + (day.block[member]! >= 0 ? 1 : 0), 0),
    stopped: inside.reduce((sum, member) => sum + (day.state[member] === stopped ? 1 : 0), 0),
    level: weighted(day.level, inside, index.output),
  }
}

/** What was observed inside a fold. */
export interface FoldObserved {
  /** Enterprises of which a level was observed. */
  readonly count: number
  readonly of: number
  /** Their average by output; NaN where none was observed. */
  readonly level: number
}

/** @param levels [enterprises of the whole chain] NaN = not observed */
export function foldObserved(graph: FoldGraph, index: IndexedChain, levels: Float64Array, row: number): FoldObserved {
  const inside = graph.members[row]!
  const count = inside.reduce((sum, member) => sum + (Number.isNaN(levels[member]!) ? 0 : 1), 0)
  return { count, of: inside.length, level: weighted(levels, inside, index.output) }
}
