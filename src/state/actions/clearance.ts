import type { Draft } from 'mutative'
import type { Chain, IsoDate } from '../../model/chain.ts'
import { scenarioDraft } from './scenario-draft.ts'

/** What shows that blocks are cleared, and since when they are. */
export interface Clearance {
  /** '' = without evidence, as a person has decided. */
  readonly evidence: string
  /** Day on which the shown scenario clears them. */
  readonly on: IsoDate
}

export interface NamedClearance extends Clearance {
  /** What the blocks are called in the history. */
  readonly thing: string
}

/** @param thing what the blocks are called in the history */
export function clearingStep({ evidence, on }: Clearance, thing: string) {
  const shown = evidence.trim()
  const name = shown === '' ? 'closeWithoutEvidence' : 'closeBlocks'
  return { name, values: { thing, date: on, evidence: shown } }
}

/** @param days day by block; '' = no clearing */
export function planDays(draft: Draft<Chain>, scenarioId: string, days: ReadonlyMap<string, IsoDate>): void {
  const scenario = scenarioDraft(draft, scenarioId)
  const others = (scenario.clear ?? []).filter(({ block }) => !days.has(block))
  const planned = [...days].flatMap(([block, on]) => (on === '' ? [] : [{ block, on }]))
  if (scenario.clear || planned.length > 0) scenario.clear = [...others, ...planned]
}
