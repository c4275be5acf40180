import { CONVERGED } from '../../engine/criticality-coefficients.ts'
import { isTooLarge } from '../criticality.ts'
import { criticalityOfAll } from '../criticality-pool.ts'
import type { PlannerInput } from '../jobs.ts'
import { isTooLong } from '../run-estimate.ts'
import { estimateWork } from '../planners/work-estimate.ts'
import { inSteps, type JobProgress, type Runner, type RunningJob, type Step } from '../runner.ts'
import { effectsOf, type ListEffect } from './proposals.ts'

export type ListAnswer =
  | { readonly kind: 'answer'; readonly effects: readonly ListEffect[] }
  /** It would take so long that it was not begun. */
  | { readonly kind: 'tooLarge'; readonly seconds: number }

/** Time for triples of blocks; pairs are all tried. */
const TRIPLES_MILLISECONDS = 2000
const PARTS = 3

/** What each enterprise does for the others: its loss by the criticality index, its blocks alone, and its blocks in pairs and triples. */
export function askListEffects(
  runner: Runner,
  input: PlannerInput & { readonly day: number },
  onProgress: (progress: JobProgress) => void,
): RunningJob<ListAnswer> {
  return inSteps((step) => ask(runner, input, step, onProgress))
}

/** Hundredths of the whole, because the parts count in units of their own. */
const partOf =
  (part: number, onProgress: (progress: JobProgress) => void) =>
  ({ done, total }: JobProgress): void =>
    onProgress({ done: Math.round((100 * (part + (total > 0 ? done / total : 0))) / PARTS), total: 100 })

async function ask(
  runner: Runner,
  input: PlannerInput & { readonly day: number },
  step: Step,
  onProgress: (progress: JobProgress) => void,
): Promise<ListAnswer> {
  const { index, timeline } = input
  const joint = { ...input, budgetMs: TRIPLES_MILLISECONDS }
  const slow = [estimateWork('gains', input), estimateWork('joint', joint)].find(isTooLong)
  if (slow) return { kind: 'tooLarge', seconds: Math.ceil(slow.milliseconds / 1000) }
  const estimate = await step(runner.start('criticalityEstimate', { index, settings: CONVERGED }))
  if (isTooLarge(estimate, 1)) return { kind: 'tooLarge', seconds: Math.ceil(estimate.milliseconds / 1000) }
  const lost = await step(criticalityOfAll([runner], { index, settings: CONVERGED }, partOf(0, onProgress)))
  const gains = await step(runner.start('gains', input, partOf(1, onProgress)))
  const found = await step(runner.start('joint', joint, partOf(2, onProgress)))
  const together = found.rows
    .filter(({ onlyTogether }) => onlyTogether)
    .map(({ blocks, together: gain }) => ({ blocks, gain }))
  return { kind: 'answer', effects: effectsOf(index, timeline, { lost: lost.index, gains, together }) }
}
