import { changesBetween, type ScenarioChange } from '../../analysis/comparison/changes.ts'
import { compareRuns, observedLevels, type Comparison, type Levels } from '../../analysis/comparison/compare-runs.ts'
import { changeEffects, onCalendarOf, type ChangeEffect } from '../../analysis/comparison/effects.ts'
import { futureFigures, type FutureFigure, type FutureKind } from '../../analysis/comparison/future-figures.ts'
import { observedDaysOf } from '../../analysis/observed/observed-days.ts'
import { causesOf } from '../../analysis/played.ts'
import { simulate } from '../../engine/daily-model.ts'
import { timelineOf } from '../../engine/scenario-timeline.ts'
import { compare as en } from '../../i18n/en/compare.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import { compare as zh } from '../../i18n/zh/compare.ts'
import type { Scenario } from '../../model/chain.ts'
import { dayNumber, isoDate } from '../../model/dates.ts'
import type { Command, CommandContext, Options } from '../command.ts'
import { dayOf } from '../day-option.ts'
import { documentRows } from '../document-rows.ts'
import { WrongUse } from '../exit-codes.ts'
import { chosenScenario } from '../open-chain.ts'
import { askPlanner, json, refuseTooLong, type PlannerQuestion } from '../planner-question.ts'
import { percent, textTable, type TextColumn } from '../text-table.ts'
import { thresholdOf } from '../threshold-option.ts'

export const compare: Command = {
  name: 'compare',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .option('--a <id>', texts.compare.a)
      .option('--b <id>', texts.compare.b)
      .option('--observed', texts.compare.withObserved)
      .option('--day <day>', texts.options.day)
      .option('--threshold <percent>', texts.compare.threshold)
      .option('--json', texts.options.json)
  },
  run: (context, [file], options) =>
    askPlanner(context, file!, { ...options, scenario: options.a }, (question) => {
      const b = otherOf(question, options)
      const calendar = b ?? question.scenario
      const day = dayOf(context, calendar, options.day)
      const compared = comparedOf({ ...question, calendar }, b, day, thresholdOf(context, options.threshold))
      const asked = { ...question, date: (at: number) => isoDate(dayNumber(calendar.start) + at), calendar }
      return options.json === true ? [asJson(asked, compared)] : asTables(asked, compared)
    }),
}

/** Both are on the calendar of B, or of A beside observed days. */
interface ComparedOn extends PlannerQuestion {
  readonly calendar: Scenario
}

interface Compared {
  readonly day: number
  /** Null = the observed days. */
  readonly b: Scenario | null
  readonly figures: readonly FutureFigure[]
  readonly levels: Comparison
  /** Largest effect first; empty beside observed days. */
  readonly changes: readonly ChangeEffect[]
}

/** @returns null for the observed days */
function otherOf({ context, chain }: PlannerQuestion, { b, observed }: Options): Scenario | null {
  const { texts } = context
  if (observed === true && b !== undefined) throw new WrongUse(texts.compare.bothB)
  if (observed === true) return null
  if (b === undefined) throw new WrongUse(texts.compare.needB)
  return chosenScenario(context, chain, String(b))
}

function comparedOf(question: ComparedOn, b: Scenario | null, day: number, threshold: number): Compared {
  const { chain, index, scenario: a, calendar, progress } = question
  if (b) refuseTooLong(question, 'effects', { chain, a, b })
  const [futureA, futureB] = [
    playedOf(question, onCalendarOf(calendar, a)),
    b ? playedOf(question, b) : observedOf(question),
  ]
  return {
    day,
    b,
    figures: futureFigures(futureA.kind, futureB.kind, day, threshold),
    levels: compareRuns(futureA.levels, futureB.levels, day),
    changes: b && changesBetween(chain, a, b).length > 0 ? changeEffects({ chain, index, a, b }, progress) : [],
  }
}

interface Side {
  readonly kind: FutureKind
  readonly levels: Levels
}

function playedOf({ chain, index }: PlannerQuestion, scenario: Scenario): Side {
  const timeline = timelineOf(chain, index, scenario)
  const run = simulate(index, timeline, { record: 'levels' })
  return { kind: { index, timeline, run, causes: causesOf(chain, timeline) }, levels: run }
}

const observedOf = ({ chain, index, scenario }: PlannerQuestion): Side => ({
  kind: observedDaysOf(chain, index, scenario),
  levels: observedLevels(chain, index, scenario),
})

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value)

function asJson(
  { chain, index, scenario, date }: PlannerQuestion,
  { day, b, figures, levels, changes }: Compared,
): string {
  const rows = documentRows(chain, index).enterprises
  return json({
    a: scenario.id,
    b: b ? b.id : null,
    observed: b === null,
    date: date(day),
    figures: figures.map((figure) => ({ ...figure, a: orNull(figure.a), b: orNull(figure.b) })),
    enterprises: chain.enterprises.map(({ id }, position) => {
      const row = rows[position]!
      const at = (values: Float64Array): number | null => orNull(values[row]!)
      const { a, b: other, difference, lostA, lostB } = levels
      return {
        enterprise: id,
        a: at(a),
        b: at(other),
        difference: at(difference),
        lostA: at(lostA),
        lostB: at(lostB),
      }
    }),
    changes,
  })
}

const left = (heading: string): TextColumn => ({ heading, align: 'left' })
const right = (heading: string): TextColumn => ({ heading, align: 'right' })

function* asTables(question: ComparedOn, compared: Compared): Iterable<string> {
  const { context, scenario, calendar, date } = question
  const words = context.texts.compare
  const { day, b } = compared
  const names = { a: scenario.id, b: b ? b.id : words.observedDays, date: date(day), day: day + 1, days: calendar.days }
  yield `${fillIn(words.title, names)}\n\n`
  yield figureTable(question, compared)
  yield '\n'
  yield enterpriseTable(question, compared)
  if (compared.changes.length > 0) {
    yield '\n'
    yield textTable(
      [left(words.headings.change), right(words.headings.effect)],
      compared.changes.map(({ change, effect }) => [changeText(context, change), plus(effect, 2)]),
    )
  }
  yield `\n${words.meaning}\n`
}

/** A number with its sign; what is shown as 0 has none. */
function plus(value: number, digits: number): string {
  if (Number.isNaN(value)) return '–'
  const text = value.toFixed(digits)
  return Number(text) === 0 ? text.replace('-', '') : value > 0 ? `+${text}` : text
}

function figureTable({ context: { texts } }: PlannerQuestion, { figures }: Compared): string {
  const { headings, figures: names } = texts.compare
  return textTable(
    [left(headings.figure), ...[headings.a, headings.b, headings.difference, headings.over].map(right)],
    figures.map(({ name, kind, a, b, over, of }) => [
      names[name],
      ...[a, b].map((value) => (kind === 'share' ? percent(value) : String(value))),
      kind === 'share' ? plus(100 * (b - a), 1) : plus(b - a, 0),
      `${over}/${of}`,
    ]),
  )
}

/** Enterprises that differ, or whose observation is a gap on the other side, are all listed. */
function enterpriseTable({ context: { texts }, chain, index }: PlannerQuestion, { levels }: Compared): string {
  const { headings } = texts.compare
  const { enterprises } = documentRows(chain, index)
  return textTable(
    [
      left(texts.headings.enterprise),
      ...[headings.a, headings.b, headings.difference, headings.lostA, headings.lostB].map(right),
    ],
    chain.enterprises.map(({ id }, at) => {
      const row = enterprises[at]!
      return [
        id,
        percent(levels.a[row]!),
        percent(levels.b[row]!),
        plus(100 * levels.difference[row]!, 1),
        ...[levels.lostA[row]!, levels.lostB[row]!].map((lost) => (Number.isNaN(lost) ? '–' : lost.toFixed(2))),
      ]
    }),
  )
}

/** Blocks and enterprises by their ids, as in every table of the command line. */
function changeText({ language }: CommandContext, change: ScenarioChange): string {
  const words = (language === 'zh' ? zh : en).change
  const date = (on: string | null): string => on ?? words.never
  switch (change.kind) {
    case 'blockAdded':
    case 'blockRemoved':
      return fillIn(words[change.kind], { what: change.block })
    case 'clearing':
      return fillIn(words.clearing, { what: change.block, a: date(change.a), b: date(change.b) })
    case 'deliveryAdded':
    case 'deliveryRemoved': {
      const { enterprise, product, amount, on } = change.delivery
      return fillIn(words[change.kind], { what: `${enterprise}, ${product} ${amount}, ${on}` })
    }
    case 'stimulusAdded':
    case 'stimulusRemoved':
      return fillIn(words[change.kind], { what: `${change.stimulus.enterprise} ×${change.stimulus.factor}` })
    case 'settled':
      return words.settled
  }
}
