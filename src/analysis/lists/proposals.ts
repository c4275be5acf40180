/** Who belongs on the list because clearing or losing it matters, and who stands on it without effect. */
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { Timeline } from '../../engine/timeline.ts'
import { TIE } from '../planners/changes.ts'
import type { ListRole, Members } from './list-versions.ts'

/** What the engine found out; rows of the chain, positions of the timeline. */
export interface ListEvidence {
  /** [enterprises] share of all output lost when it closes, its own included, 0..1. */
  readonly lost: Float64Array
  /** Gain of each open block alone, in days of the leading enterprises' full output. */
  readonly gains: readonly { readonly block: number; readonly gain: number }[]
  /** Blocks that gain something only together. */
  readonly together: readonly { readonly blocks: readonly number[]; readonly gain: number }[]
}

/** From what on something matters. */
export interface Thresholds {
  /** Share of all output that the others lose, 0..1. */
  readonly lost: number
  /** Days of the leading enterprises' full output. */
  readonly gain: number
}

export const MATTERS: Thresholds = { lost: 0.01, gain: 0.1 }
/** Below this share of all output others do not feel the loss. */
export const UNFELT = 1e-4

export interface ListEffect {
  readonly row: number
  /** Share of all output that others lose when it closes, 0..1. */
  readonly othersLose: number
  /** Open blocks of the scenario on it or on what it sends. */
  readonly blocks: number
  /** Largest gain of one of its blocks alone, days; 0 where it has none. */
  readonly gain: number
  /** Largest gain of blocks of which one is its own and which help only together; 0 where there are none. */
  readonly together: number
  /** Rows of the others of those blocks. */
  readonly partners: readonly number[]
}

export interface Proposal extends ListEffect {
  /** The list on which it belongs. */
  readonly role: ListRole
}

export interface ListProposals {
  /** Not on the list though they matter; those with the largest gain first, then those whose loss costs most. */
  readonly add: readonly Proposal[]
  /** Core suppliers on the list whose loss nobody feels and whose blocks hold up nothing. */
  readonly withoutEffect: readonly ListEffect[]
}

/** Row of the enterprise that a block holds; for a link the supplier. */
export function heldRow(index: IndexedChain, { kind, row }: Timeline['blocks'][number]): number {
  return kind === 'link' ? index.linkFrom[row]! : row
}

/** @returns [enterprises] */
export function effectsOf(index: IndexedChain, timeline: Timeline, evidence: ListEvidence): readonly ListEffect[] {
  const all = index.output.reduce((sum, output) => sum + output, 0)
  const effects = Array.from({ length: index.enterpriseCount }, (_, row) => ({
    row,
    othersLose: Math.max(0, evidence.lost[row]! - index.output[row]! / all),
    blocks: 0,
    gain: 0,
    together: 0,
    partners: [] as readonly number[],
  }))
  const rowOf = (block: number) => heldRow(index, timeline.blocks[block]!)
  for (const { block, gain } of evidence.gains) {
    const effect = effects[rowOf(block)]!
    effect.blocks++
    effect.gain = Math.max(effect.gain, gain)
  }
  for (const { blocks, gain } of evidence.together) {
    const rows = [...new Set(blocks.map(rowOf))]
    for (const row of rows) {
      const effect = effects[row]!
      if (gain <= effect.together) continue
      effect.together = gain
      effect.partners = rows.filter((other) => other !== row)
    }
  }
  return effects
}

/** Proposals for a version of the list; they depend on the evidence, never on the order of the list. */
export function proposalsFor(
  index: IndexedChain,
  effects: readonly ListEffect[],
  members: Members,
  { lost, gain }: Thresholds,
): ListProposals {
  const most = (effect: ListEffect): number => Math.max(effect.gain, effect.together)
  const isOn = ({ row }: ListEffect): boolean => members.has(index.enterpriseIds[row]!)
  const matters = (effect: ListEffect): boolean =>
    effect.othersLose >= lost || (most(effect) > TIE && most(effect) >= gain)
  const add = effects
    .filter((effect) => !isOn(effect) && matters(effect))
    .map((effect): Proposal => ({ ...effect, role: index.role[effect.row] === 0 ? 'leading' : 'core' }))
    .toSorted((a, b) => most(b) - most(a) || b.othersLose - a.othersLose || a.row - b.row)
  const withoutEffect = effects.filter(
    (effect) =>
      members.get(index.enterpriseIds[effect.row]!) === 'core' && effect.othersLose < UNFELT && most(effect) <= TIE,
  )
  return { add, withoutEffect }
}
