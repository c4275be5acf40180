import {
  addedLoss,
  criticalityRanking,
  isTooLarge,
  standingStill,
  type RankedEnterprise,
} from '../../../analysis/criticality.ts'
import { criticalityOfAll } from '../../../analysis/criticality-pool.ts'
import { inSteps, type JobProgress, type Runner, type RunningJob, type Step } from '../../../analysis/runner.ts'
import { CONVERGED, PUBLISHED, type CriticalitySettings } from '../../../engine/criticality-coefficients.ts'
import type { IndexedChain } from '../../../engine/indexed-chain.ts'

/** What is counted: the published index weighs by what is sold inside the chain, whatever is chosen here. */
export type CriticalityCounted = Pick<CriticalitySettings, 'replaceability' | 'weight'>

export const COUNTED: CriticalityCounted = { replaceability: CONVERGED.replaceability, weight: CONVERGED.weight }

export interface CriticalityQuestion {
  readonly index: IndexedChain
  /** [enterprises] level today. */
  readonly level: Float64Array
  readonly counted: CriticalityCounted
}

export interface CriticalityAnswer {
  readonly counted: CriticalityCounted
  readonly ranking: readonly RankedEnterprise[]
  /** [enterprises] added loss if it broke next; NaN where it stands still today. */
  readonly added: Float64Array
}

export type CriticalityOutcome =
  | { readonly kind: 'answer'; readonly answer: CriticalityAnswer }
  | { readonly kind: 'tooLarge'; readonly seconds: number }

/** Converged, published and next-to-break figures of all enterprises, over the runners; refused beforehand when it would take too long. */
export function askCriticality(
  runners: readonly Runner[],
  question: CriticalityQuestion,
  onProgress: (progress: JobProgress) => void,
): RunningJob<CriticalityOutcome> {
  return inSteps((step) => ask(runners, question, step, onProgress))
}

async function ask(
  runners: readonly Runner[],
  { index, level, counted }: CriticalityQuestion,
  step: Step,
  onProgress: (progress: JobProgress) => void,
): Promise<CriticalityOutcome> {
  const part =
    (number: number) =>
    ({ done, total }: JobProgress) =>
      onProgress({ done: number * total + done, total: 3 * total })
  const settings = { ...CONVERGED, ...counted }
  const asPublished = { ...PUBLISHED, replaceability: counted.replaceability }
  const estimate = await step(runners[0]!.start('criticalityEstimate', { index, settings }))
  if (isTooLarge(estimate, runners.length)) {
    return { kind: 'tooLarge', seconds: Math.ceil(estimate.milliseconds / runners.length / 1000) }
  }
  const converged = await step(criticalityOfAll(runners, { index, settings }, part(0)))
  const published = await step(criticalityOfAll(runners, { index, settings: asPublished }, part(1)))
  const already = standingStill(level)
  const closures = [{ down: already, up: already }]
  const today = await step(runners[0]!.start('criticalityOf', { index, settings, closures }))
  const next = await step(criticalityOfAll(runners, { index, settings, already }, part(2)))
  const added = addedLoss({ from: 0, ...next }, today.index[0]!, level)
  return { kind: 'answer', answer: { counted, ranking: criticalityRanking(converged, published), added } }
}
