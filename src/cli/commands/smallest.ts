import { smallestSet, type SmallestSet, type SmallestSetQuestion } from '../../analysis/planners/smallest-set.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import type { Command, Options } from '../command.ts'
import { WrongUse } from '../exit-codes.ts'
import {
  askPlanner,
  LEVEL_LIMITS,
  dayOption,
  effortsOf,
  json,
  numberOption,
  refuseTooLong,
  rowsNamed,
  type PlannerQuestion,
} from '../planner-question.ts'
import { amount, percent } from '../text-table.ts'

export const smallest: Command = {
  name: 'smallest',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .requiredOption('--for <ids>', texts.planners.for)
      .requiredOption('--level <level>', texts.planners.level)
      .requiredOption('--by <date>', texts.planners.by)
      .option('--at-most <count>', texts.planners.atMost)
      .option('--on <date>', texts.planners.on)
      .option('--by-effort', texts.planners.byEffort)
      .option('--max-runs <count>', texts.planners.maxRuns)
      .option('--scenario <id>', texts.options.scenario)
      .option('--json', texts.options.json)
  },
  run: (context, [file], options) =>
    askPlanner(context, file!, options, (question) =>
      answer(question, questionOf(question, options), options.json === true),
    ),
}

function questionOf(question: PlannerQuestion, options: Options): SmallestSetQuestion {
  const { index, timeline, context } = question
  const rows = rowsNamed(context, index, String(options.for))
  const by = dayOption(question, options.by)
  const on = dayOption(question, options.on)
  if (by < on) {
    const values = { by: question.date(by), on: question.date(on) }
    throw new WrongUse(fillIn(context.texts.planners.byBeforeOn, values))
  }
  return {
    rows,
    level: numberOption(question, options, 'level', LEVEL_LIMITS),
    by,
    on,
    atMost: numberOption(question, options, 'atMost', { low: 0, high: 1000, whole: true, standard: 4 }),
    cost: options.byEffort === true ? effortsOf(question) : timeline.blocks.map(() => 1),
    maxRuns: numberOption(question, options, 'maxRuns', { low: 1, high: 1e9, whole: true, standard: 20_000 }),
  }
}

function* answer(question: PlannerQuestion, asked: SmallestSetQuestion, isJson: boolean): Iterable<string> {
  const { search, idOf, scenario } = question
  refuseTooLong(question, 'smallest', { question: asked })
  const found = smallestSet(search, asked, question.progress)
  if (isJson) {
    yield json({
      scenario: scenario.id,
      blocks: found.blocks?.map(idOf) ?? null,
      cost: found.blocks ? found.cost : null,
      proven: found.proven,
      without: found.blocks?.map((block, at) => ({ block: idOf(block), level: found.without[at]! })) ?? [],
      reached: found.reached,
      best: found.best && { blocks: found.best.blocks.map(idOf), reached: found.best.reached },
      binding: found.binding.map(idOf),
      runs: found.runs,
    })
    return
  }
  yield* asText(question, asked, found)
}

function* asText(
  { context, idOf, date }: PlannerQuestion,
  asked: SmallestSetQuestion,
  found: SmallestSet,
): Iterable<string> {
  const texts = context.texts.planners
  const named = (blocks: readonly number[]): string => blocks.map(idOf).join(' + ') || texts.nothingCleared
  const proof = found.proven ? texts.proven : texts.notProven
  if (!found.blocks) {
    const values = { count: asked.atMost, asked: percent(asked.level), date: date(asked.by), proof }
    yield `${fillIn(texts.none, values)}\n`
    if (found.best)
      yield `${fillIn(texts.nearest, { blocks: named(found.best.blocks), level: percent(found.best.reached) })}\n`
    yield `${fillIn(texts.allCleared, { level: percent(found.reached) })}\n`
    if (found.binding.length > 0) yield `${fillIn(texts.binding, { blocks: found.binding.map(idOf).join(', ') })}\n`
    return
  }
  if (found.blocks.length === 0) {
    yield `${texts.noneNeeded}\n`
    return
  }
  yield `${fillIn(texts.found, { blocks: named(found.blocks), cost: amount(found.cost), proof })}\n`
  for (const [at, block] of found.blocks.entries()) {
    yield `${fillIn(texts.without, { block: idOf(block), level: percent(found.without[at]!) })}\n`
  }
}
