import type { Draft } from 'mutative'
import type { Chain, Scenario } from '../../model/chain.ts'

/** The scenario of that id in a draft of the chain; throws when the screen names one that is not there. */
export function scenarioDraft(draft: Draft<Chain>, id: string): Draft<Scenario> {
  const scenario = draft.scenarios?.find((candidate) => candidate.id === id)
  if (!scenario) throw new Error(`expected a scenario of the chain, got ${id}`)
  return scenario
}

/** The first of `base`, `base-2`, `base-3` … that is not taken. */
export function freeId(base: string, taken: ReadonlySet<string>): string {
  let id = base
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
  return id
}
