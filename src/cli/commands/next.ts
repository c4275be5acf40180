import { nextToStop, type NextQuestion, type NextResult } from '../../analysis/planners/next-to-stop.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import { DEFAULTS } from '../../model/settings.ts'
import type { Command } from '../command.ts'
import { askPlanner, dayOption, json, numberOption, refuseTooLong, type PlannerQuestion } from '../planner-question.ts'
import { textTable } from '../text-table.ts'

export const next: Command = {
  name: 'next',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .option('--scenario <id>', texts.options.scenario)
      .option('--today <date>', texts.planners.today)
      .option('--days <count>', texts.planners.horizon)
      .option('--json', texts.options.json)
  },
  run: (context, [file], options) =>
    askPlanner(context, file!, options, (question) => {
      const asked: NextQuestion = {
        today: dayOption(question, options.today),
        horizon: numberOption(question, options, 'days', { low: 1, high: 3660, whole: true, standard: 60 }),
        threshold: DEFAULTS.operatingThreshold,
      }
      refuseTooLong(question, 'next', { question: asked })
      const found = nextToStop(question.index, question.timeline, asked, question.progress)
      return options.json === true ? asJson(question, asked, found) : asTable(question, asked, found)
    }),
}

const orNull = (days: number): number | null => (days < 0 ? null : days)

function* asJson(
  { scenario, enterprise, idOf, date }: PlannerQuestion,
  asked: NextQuestion,
  found: NextResult,
): Iterable<string> {
  yield json({
    scenario: scenario.id,
    today: date(asked.today),
    threshold: asked.threshold,
    next: found.rows.map(({ row, fallsIn, stopsIn }) => ({
      enterprise: enterprise(row),
      fallsIn: orNull(fallsIn),
      stopsIn: orNull(stopsIn),
    })),
    latest: found.latest.map(({ block, row, stopsIn, latest, everyDayRun }) => ({
      block: idOf(block),
      enterprise: row < 0 ? null : enterprise(row),
      stopsIn: orNull(stopsIn),
      clearBy: row < 0 ? null : date(latest),
      everyDayRun,
    })),
  })
}

function stopsTable({ context, enterprise, enterpriseName }: PlannerQuestion, { rows }: NextResult): string {
  const { headings } = context.texts.planners
  const text = (days: number): string => (days < 0 ? '–' : String(days))
  return textTable(
    [
      { heading: headings.enterprise, align: 'left' },
      { heading: headings.name, align: 'left' },
      { heading: headings.falls, align: 'right' },
      { heading: headings.stops, align: 'right' },
    ],
    rows.map(({ row, fallsIn, stopsIn }) => [enterprise(row), enterpriseName(row), text(fallsIn), text(stopsIn)]),
  )
}

function* asTable(question: PlannerQuestion, asked: NextQuestion, found: NextResult): Iterable<string> {
  const { context, enterpriseName, idOf, blockName, date } = question
  const texts = context.texts.planners
  const { headings } = texts
  if (found.rows.length > 0) yield stopsTable(question, found)
  else yield `${fillIn(texts.nothingStops, { date: date(asked.today), days: asked.horizon })}\n`
  if (found.latest.length === 0) yield `${fillIn(texts.noBlocks, { date: date(asked.today) })}\n`
  // Where nothing can stop, no day is the latest.
  if (found.rows.length === 0 || found.latest.length === 0) return
  yield textTable(
    [
      { heading: headings.block, align: 'left' },
      { heading: headings.name, align: 'left' },
      { heading: headings.latest, align: 'left' },
      { heading: headings.avoids, align: 'left' },
    ],
    found.latest.map(({ block, row, latest }) => [
      idOf(block),
      blockName(block),
      row < 0 ? '–' : date(latest),
      row < 0 ? '–' : enterpriseName(row),
    ]),
  )
  const guessed = found.latest.filter(({ everyDayRun }) => !everyDayRun)
  if (guessed.length > 0)
    yield `${fillIn(texts.notEveryDay, { blocks: guessed.map(({ block }) => idOf(block)).join(', ') })}\n`
}
