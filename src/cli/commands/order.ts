import { bestOrder, type BestOrder } from '../../analysis/planners/best-order.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import type { Command } from '../command.ts'
import {
  askPlanner,
  dayOption,
  days,
  effortsOf,
  json,
  numberOption,
  refuseTooLong,
  warnWithoutGoal,
  type PlannerQuestion,
} from '../planner-question.ts'
import { textTable } from '../text-table.ts'

export const order: Command = {
  name: 'order',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .requiredOption('--crews <count>', texts.planners.crews)
      .option('--goal <ids>', texts.planners.goal)
      .option('--on <date>', texts.planners.on)
      .option('--max-runs <count>', texts.planners.maxRuns)
      .option('--scenario <id>', texts.options.scenario)
      .option('--json', texts.options.json)
  },
  run: (context, [file], options) =>
    askPlanner(context, file!, options, (question) => {
      const crews = numberOption(question, options, 'crews', { low: 1, high: 1000, whole: true })
      const from = dayOption(question, options.on)
      const maxRuns = numberOption(question, options, 'maxRuns', { low: 1, high: 1e9, whole: true, standard: 60_000 })
      const asked = { crews, from, effort: effortsOf(question), maxRuns }
      warnWithoutGoal(question)
      refuseTooLong(question, 'order', { question: asked })
      const found = bestOrder(question.search, asked, question.progress)
      return options.json === true ? asJson(question, found) : asTable(question, found, from)
    }),
}

function* asJson({ scenario, idOf, date }: PlannerQuestion, found: BestOrder): Iterable<string> {
  const { jobs, comparisons, score, bound, boundHolds, proven, runs } = found
  yield json({
    scenario: scenario.id,
    order: jobs.map(({ block, crew, start, end }) => ({
      block: idOf(block),
      crew: crew + 1,
      start: date(Math.floor(start)),
      cleared: date(end),
    })),
    score,
    proven,
    bound: boundHolds ? bound : null,
    gap: boundHolds ? bound - score : null,
    comparisons,
    runs,
  })
}

function* asTable(
  { context, idOf, blockName, date }: PlannerQuestion,
  found: BestOrder,
  from: number,
): Iterable<string> {
  const texts = context.texts.planners
  if (found.jobs.length === 0) {
    yield `${fillIn(texts.noBlocks, { date: date(from) })}\n`
    return
  }
  const { headings } = texts
  const { jobs, comparisons, score, bound, boundHolds, proven } = found
  yield textTable(
    [
      { heading: headings.block, align: 'left' },
      { heading: headings.name, align: 'left' },
      { heading: headings.crew, align: 'right' },
      { heading: headings.start, align: 'left' },
      { heading: headings.cleared, align: 'left' },
    ],
    jobs.map(({ block, crew, start, end }) => [
      idOf(block),
      blockName(block),
      String(crew + 1),
      date(Math.floor(start)),
      date(end),
    ]),
  )
  const won = (value: number): string => days(value - comparisons.doingNothing)
  const gap = fillIn(texts.orderGap, { gap: days(bound - score) })
  const proof = proven ? texts.orderProven : boundHolds ? gap : texts.orderNotProven
  yield `${fillIn(texts.orderScore, { score: won(score), proof })}\n`
  const { largestFirst, firstComeFirstServed, random } = comparisons
  const compared = { largest: won(largestFirst), first: won(firstComeFirstServed), random: won(random) }
  yield `${fillIn(texts.orderCompared, compared)}\n`
}
