import { errorOf, errorPairs, errorsByEnterprise, type ModelError } from '../../analysis/observed/model-error.ts'
import {
  observedDaysOf,
  OBSERVED_RATES,
  type ObservedDays,
  type ObservedField,
} from '../../analysis/observed/observed-days.ts'
import { observedFigures } from '../../analysis/observed/observed-figures.ts'
import { causesOf, type Played } from '../../analysis/played.ts'
import { simulate } from '../../engine/daily-model.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import type { Command } from '../command.ts'
import { askPlanner, json, type PlannerQuestion } from '../planner-question.ts'
import { percent, textTable, type TextColumn } from '../text-table.ts'
import { thresholdOf } from '../threshold-option.ts'

export const observed: Command = {
  name: 'observed',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .option('--scenario <id>', texts.options.scenario)
      .option('--threshold <percent>', texts.compare.threshold)
      .option('--json', texts.options.json)
  },
  run: (context, [file], options) =>
    askPlanner(context, file!, options, (question) => {
      const threshold = thresholdOf(context, options.threshold)
      const seen = {
        ...playedOf(question),
        observed: observedDaysOf(question.chain, question.index, question.scenario),
      }
      return options.json === true ? [asJson(question, seen, threshold)] : asTables(question, seen, threshold)
    }),
}

interface Seen {
  readonly played: Played
  readonly observed: ObservedDays
}

const FIELDS = ['level', ...OBSERVED_RATES] as const satisfies readonly ObservedField[]

function playedOf({ chain, index, timeline, progress }: PlannerQuestion): Pick<Seen, 'played'> {
  const onDay = (day: number, days: number): void => progress(day + 1, days)
  const run = simulate(index, timeline, { record: 'levels', onDay })
  return { played: { index, timeline, run, causes: causesOf(chain, timeline) } }
}

const daysSeen = ({ dayStart, days }: ObservedDays): number[] =>
  Array.from({ length: days }, (_, day) => day).filter((day) => dayStart[day] !== dayStart[day + 1])

function asJson({ scenario, enterprise, date }: PlannerQuestion, seen: Seen, threshold: number): string {
  const { played, observed: given } = seen
  const errorRow = ({ pairs, meanAbsolute, bias, largest }: ModelError) => ({
    pairs,
    meanAbsolute: orNull(meanAbsolute),
    bias: orNull(bias),
    largest: largest && { ...largest, row: undefined, enterprise: enterprise(largest.row), date: date(largest.day) },
  })
  return json({
    scenario: scenario.id,
    threshold,
    outside: given.outside,
    days: daysSeen(given).map((day) => {
      const { operatingRate, staffReturn, outputRecovery, leadingOutput } = observedFigures(
        played,
        given,
        day,
        threshold,
      )
      return { date: date(day), operatingRate, staffReturn, outputRecovery, leadingOutput }
    }),
    error: Object.fromEntries(
      FIELDS.map((field) => {
        const pairs = errorPairs(played, given, field)
        const own = errorsByEnterprise(pairs).map(({ row, ...error }) => ({
          enterprise: enterprise(row),
          ...errorRow(error),
        }))
        return [field, { ...errorRow(errorOf(pairs)), enterprises: own }]
      }),
    ),
  })
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value)

const left = (heading: string): TextColumn => ({ heading, align: 'left' })
const right = (heading: string): TextColumn => ({ heading, align: 'right' })

function* asTables(question: PlannerQuestion, seen: Seen, threshold: number): Iterable<string> {
  const { texts } = question.context
  const { played, observed: given } = seen
  const { days, start } = question.scenario
  const shown = daysSeen(given)
  if (shown.length === 0) {
    yield `${fillIn(texts.compare.noneObserved, { days, start, outside: given.outside })}\n`
    return
  }
  yield dayTable(question, seen, threshold)
  yield '\n'
  yield errorTable(question, seen)
  yield '\n'
  yield enterpriseTable(question, seen)
  const pairs = given.row.length
  yield `\n${fillIn(texts.compare.errorMeaning, { pairs, all: days * played.index.enterpriseCount })}\n`
}

function dayTable(
  { context: { texts }, date }: PlannerQuestion,
  { played, observed: given }: Seen,
  threshold: number,
): string {
  const { headings, compare } = texts
  const both = (name: string) => [
    right(`${name}: ${compare.headings.observed}`),
    right(compare.headings.model),
    right(compare.headings.over),
  ]
  return textTable(
    [left(headings.date), ...both(headings.operatingRate), ...both(headings.staffReturn)],
    daysSeen(given).map((day) => {
      const { operatingRate, staffReturn } = observedFigures(played, given, day, threshold)
      const cells = [operatingRate, staffReturn].flatMap(({ observed: rate, model, count, of }) => [
        percent(rate),
        percent(model),
        `${count}/${of}`,
      ])
      return [date(day), ...cells]
    }),
  )
}

const ERROR_HEADINGS = ['pairs', 'meanAbsolute', 'bias', 'largest'] as const

function errorCells(
  { enterprise, date }: PlannerQuestion,
  { pairs, meanAbsolute, bias, largest }: ModelError,
): string[] {
  const points = (value: number): string => (Number.isNaN(value) ? '–' : (100 * value).toFixed(1))
  const far =
    largest && `${points(largest.model - largest.observed)} (${enterprise(largest.row)}, ${date(largest.day)})`
  return [String(pairs), points(meanAbsolute), points(bias), far ?? '–']
}

function errorTable(question: PlannerQuestion, { played, observed: given }: Seen): string {
  const { headings, rates } = question.context.texts.compare
  return textTable(
    [left(headings.rate), ...ERROR_HEADINGS.map((name) => right(headings[name]))],
    FIELDS.map((field) => [rates[field], ...errorCells(question, errorOf(errorPairs(played, given, field)))]),
  )
}

/** Output and staff apart: each is held against another figure of the model. */
function enterpriseTable(question: PlannerQuestion, { played, observed: given }: Seen): string {
  const { texts } = question.context
  const { headings, rates } = texts.compare
  const rows = (['level', 'staffReturn'] as const).flatMap((field) =>
    errorsByEnterprise(errorPairs(played, given, field)).map((error) => [
      question.enterprise(error.row),
      rates[field],
      ...errorCells(question, error),
    ]),
  )
  const columns = [
    left(texts.headings.enterprise),
    left(headings.rate),
    ...ERROR_HEADINGS.map((name) => right(headings[name])),
  ]
  return textTable(columns, rows)
}
