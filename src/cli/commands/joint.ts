import { jointGains, type JointResult } from '../../analysis/planners/joint.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import type { Command } from '../command.ts'
import {
  askPlanner,
  countedFields,
  dayOption,
  days,
  json,
  numberOption,
  refuseTooLong,
  warnWithoutGoal,
  type PlannerQuestion,
} from '../planner-question.ts'
import { textTable } from '../text-table.ts'

export const joint: Command = {
  name: 'joint',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .option('--scenario <id>', texts.options.scenario)
      .option('--goal <ids>', texts.planners.goal)
      .option('--count <measure>', texts.planners.count)
      .option('--level <share>', texts.planners.countLevel)
      .option('--on <date>', texts.planners.on)
      .option('--budget <seconds>', texts.planners.budget)
      .option('--json', texts.options.json)
  },
  run: (context, [file], options) =>
    askPlanner(context, file!, options, (question) => {
      const seconds = numberOption(question, options, 'budget', { low: 0, high: 86_400, standard: 10 })
      return answer(question, dayOption(question, options.on), seconds, options.json === true)
    }),
}

function* answer(question: PlannerQuestion, day: number, seconds: number, isJson: boolean): Iterable<string> {
  const { search, idOf, date, scenario } = question
  const end = performance.now() + seconds * 1000
  warnWithoutGoal(question)
  refuseTooLong(question, 'joint', { day, budgetMs: seconds * 1000 })
  const found = jointGains(search, day, { mayGoOn: () => performance.now() < end }, question.progress)
  if (isJson) {
    yield json({
      scenario: scenario.id,
      on: date(day),
      ...countedFields(search.goal),
      pairs: found.pairs,
      triples: found.triples,
      triplesInAll: found.triplesInAll,
      alone: found.alone.map(([block, gain]) => ({ block: idOf(block), gain })),
      joint: found.rows.map(({ blocks, ...row }) => ({ blocks: blocks.map(idOf), ...row })),
    })
    return
  }
  yield* asTable(question, day, found)
}

function* asTable(
  { context, idOf, blockName, date }: PlannerQuestion,
  day: number,
  found: JointResult,
): Iterable<string> {
  const { headings, jointTried, noBlocks, yes } = context.texts.planners
  if (found.alone.length === 0) {
    yield `${fillIn(noBlocks, { date: date(day) })}\n`
    return
  }
  yield textTable(
    [
      { heading: headings.blocks, align: 'left' },
      { heading: headings.together, align: 'right' },
      { heading: headings.apart, align: 'right' },
      { heading: headings.only, align: 'left' },
      { heading: headings.name, align: 'left' },
    ],
    found.rows.map(({ blocks, together, apart, onlyTogether }) => [
      blocks.map(idOf).join(' + '),
      days(together),
      days(apart),
      onlyTogether ? yes : '',
      blocks.map(blockName).join(' + '),
    ]),
  )
  yield `${fillIn(jointTried, { pairs: found.pairs, triples: found.triples, all: found.triplesInAll })}\n`
}
