import { leadingRows } from '../analysis/figures.ts'
import type { JobInput } from '../analysis/jobs.ts'
import { isTooLong, tooLongWords, type WorkEstimate } from '../analysis/run-estimate.ts'
import { estimateWork, type EstimatedJob } from '../analysis/planners/work-estimate.ts'
import { LEVEL_STANDARD, MEASURES, type Goal } from '../analysis/planners/goal.ts'
import { whatIf, type WhatIf } from '../analysis/planners/what-if.ts'
import { timelineOf } from '../engine/scenario-timeline.ts'
import type { IndexedChain } from '../engine/indexed-chain.ts'
import type { Timeline } from '../engine/timeline.ts'
import { fillIn } from '../i18n/problem-text.ts'
import type { Scenario } from '../model/chain.ts'
import { namingOf } from '../model/naming.ts'
import { daysBetween, isoDate, dayNumber } from '../model/dates.ts'
import type { CommandContext, Options } from './command.ts'
import { EXIT, WrongUse, type ExitCode } from './exit-codes.ts'
import { chosenScenario, openChain, type OpenedChain } from './open-chain.ts'

/** What every question to a planner starts from. */
export interface PlannerQuestion extends OpenedChain {
  readonly context: CommandContext
  readonly scenario: Scenario
  readonly timeline: Timeline
  /** What-ifs for the output of the leading enterprises. */
  readonly search: WhatIf
  readonly idOf: (block: number) => string
  readonly enterprise: (row: number) => string
  /** What is blocked, and enterprises, in words. */
  readonly blockName: (block: number) => string
  readonly enterpriseName: (row: number) => string
  readonly date: (day: number) => string
  readonly progress: (done: number, total: number) => void
}

/** Opens the file and its scenario, asks, and gives the exit code. */
export async function askPlanner(
  context: CommandContext,
  file: string,
  options: Options,
  ask: (question: PlannerQuestion) => Iterable<string>,
): Promise<ExitCode> {
  const opened = await openChain(context, file)
  if (!opened) return EXIT.fileHasErrors
  const wish = typeof options.scenario === 'string' ? options.scenario : undefined
  const scenario = chosenScenario(context, opened.chain, wish)
  if (!scenario) {
    context.terminal.printError(`${file}\n  ${context.texts.noScenario}\n`)
    return EXIT.fileHasErrors
  }
  const { index } = opened
  const timeline = timelineOf(opened.chain, index, scenario)
  const naming = namingOf(opened.chain, context.language)
  await context.terminal.print(
    ask({
      ...opened,
      context,
      scenario,
      timeline,
      search: whatIf(index, timeline, { rows: goalRows(context, index, options.goal), ...countedBy(context, options) }),
      idOf: (block) => timeline.blocks[block]!.id,
      enterprise: (row) => index.enterpriseIds[row]!,
      blockName: (block) => naming.block(timeline.blocks[block]!.id),
      enterpriseName: (row) => naming.enterprise(index.enterpriseIds[row]!),
      date: (day) => isoDate(dayNumber(scenario.start) + day),
      progress: (done, total) => context.terminal.progress(context.texts.planners.progress, done, total),
    }),
  )
  return EXIT.done
}

/** What the gains count. @throws WrongUse for a measure that there is not, or a level out of its limits */
function countedBy(context: CommandContext, options: Options): Pick<Goal, 'measure' | 'level'> {
  const { count } = options
  if (count === undefined) return {}
  const measure = MEASURES.find((known) => known === count)
  if (!measure) throw new WrongUse(fillIn(context.texts.planners.badCount, { what: String(count) }))
  return { measure, level: numberOption({ context }, options, 'level', LEVEL_LIMITS) }
}

/** What a JSON answer says of it, where it is not output. */
export const countedFields = ({ measure = 'output', level }: Goal) => (measure === 'output' ? {} : { measure, level })

/** A level that an option names. */
export const LEVEL_LIMITS: NumberLimits = { low: 0, high: 10, share: true, standard: LEVEL_STANDARD }

/** Day of the run that an option names; without it the first. @throws WrongUse when it is no day of the scenario */
export function dayOption({ context, scenario, date }: PlannerQuestion, text: string | boolean | undefined): number {
  if (text === undefined) return 0
  const day = daysBetween(scenario.start, String(text))
  if (day >= 0 && day < scenario.days) return day
  const values = { what: String(text), first: scenario.start, last: date(scenario.days - 1) }
  throw new WrongUse(fillIn(context.texts.planners.badDay, values))
}

interface NumberLimits {
  readonly low: number
  readonly high: number
  readonly whole?: boolean
  /** May be given in percent. */
  readonly share?: boolean
  readonly standard?: number
}

/** @throws WrongUse when the option is no number between the limits; with `whole` no whole one */
export function numberOption(
  { context }: Pick<PlannerQuestion, 'context'>,
  given: Options,
  name: string,
  limits: NumberLimits,
): number {
  const text = given[name]
  if (text === undefined && limits.standard !== undefined) return limits.standard
  const typed = String(text).trim()
  const isPercent = limits.share === true && typed.endsWith('%')
  const digits = isPercent ? typed.slice(0, -1) : typed
  const value = digits === '' ? Number.NaN : Number(digits) / (isPercent ? 100 : 1)
  const isSound = value >= limits.low && value <= limits.high && (!limits.whole || Number.isInteger(value))
  if (isSound) return value
  const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const { badNumber, badWhole } = context.texts.planners
  const values = { option, what: String(text), low: limits.low, high: limits.high }
  throw new WrongUse(fillIn(limits.whole ? badWhole : badNumber, values))
}

/**
 * Rows of the ids between commas. An id is any text: the whole is tried first, and each with the spaces around it.
 * @throws WrongUse for an id that is not in the chain
 */
export function rowsNamed({ texts }: CommandContext, { enterpriseIds }: IndexedChain, ids: string): number[] {
  const parts = enterpriseIds.includes(ids) ? [ids] : ids.split(',')
  return parts.map((id) => {
    const row = enterpriseIds.indexOf(enterpriseIds.includes(id) ? id : id.trim())
    if (row < 0) throw new WrongUse(fillIn(texts.planners.unknownEnterprise, { what: `"${id.trim()}"` }))
    return row
  })
}

/** Enterprises whose output counts: those named, else all leading ones. */
function goalRows(context: CommandContext, index: IndexedChain, ids: Options[string]): readonly number[] {
  return ids === undefined ? leadingRows(index) : rowsNamed(context, index, String(ids))
}

/** Says on stderr that nothing counts, where there is neither a goal nor a leading enterprise. */
export function warnWithoutGoal({ context, search }: PlannerQuestion): void {
  if (search.goal.rows.length === 0) context.terminal.printError(`${context.texts.planners.noLeading}\n`)
}

/** @throws WrongUse with an estimate where a search would take too long; what the budget of time or runs cuts off is not counted */
export function refuseTooLong<K extends EstimatedJob>(
  { context, index, timeline, search }: PlannerQuestion,
  kind: K,
  asked: Omit<JobInput<K>, 'index' | 'timeline' | 'goal'>,
): void {
  const input = { index, timeline, goal: search.goal.rows, ...asked } as unknown as JobInput<K>
  refuseWork(context, estimateWork(kind, input))
}

/** @throws WrongUse with the estimate where it is too long */
export function refuseWork(context: CommandContext, work: WorkEstimate): void {
  if (!isTooLong(work)) return
  throw new WrongUse(fillIn(context.texts.planners.tooLong, tooLongWords(work)))
}

/** Crew-days of each block of the timeline. */
export function effortsOf({ chain, timeline }: PlannerQuestion): number[] {
  const efforts = new Map((chain.blocks ?? []).map(({ id, effort }) => [id, effort ?? 1]))
  return timeline.blocks.map(({ id }) => efforts.get(id) ?? 1)
}

export const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`

/** Days with two decimals, for tables. */
export const days = (value: number): string => value.toFixed(2)
