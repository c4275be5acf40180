import { changesIn, type Change } from '../../analysis/planners/changes.ts'
import { gainsOf, type BlockGain } from '../../analysis/planners/gains.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import { LEVEL_STANDARD, type Goal } from '../../analysis/planners/goal.ts'
import type { Command, CommandContext, Options } from '../command.ts'
import {
  askPlanner,
  countedFields,
  dayOption,
  days,
  json,
  refuseTooLong,
  warnWithoutGoal,
  type PlannerQuestion,
} from '../planner-question.ts'
import { textTable } from '../text-table.ts'

export const gains: Command = {
  name: 'gains',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .option('--scenario <id>', texts.options.scenario)
      .option('--goal <ids>', texts.planners.goal)
      .option('--count <measure>', texts.planners.count)
      .option('--level <share>', texts.planners.countLevel)
      .option('--on <date>', texts.planners.on)
      .option('--json', texts.options.json)
  },
  run: (context, [file], options) =>
    askPlanner(context, file!, options, (question) => answer(question, dayOption(question, options.on), options)),
}

function* answer(question: PlannerQuestion, day: number, options: Options): Iterable<string> {
  warnWithoutGoal(question)
  refuseTooLong(question, 'gains', { day })
  const found = gainsOf(question.search, day, question.progress)
  if (options.json === true) yield asJson(question, day, found)
  else yield* asTable(question, day, { found, isLeading: options.goal === undefined })
}

function asJson(
  { search, idOf, enterprise, date, scenario }: PlannerQuestion,
  day: number,
  found: readonly BlockGain[],
): string {
  const change = ({ row, days: won }: Change) => ({ enterprise: enterprise(row), days: won })
  return json({
    scenario: scenario.id,
    on: date(day),
    goal: search.goal.rows.map(enterprise),
    ...countedFields(search.goal),
    gains: found.map(({ block, gain, rank, firstFelt, winners, losers }) => ({
      block: idOf(block),
      gain,
      rank,
      firstFelt: firstFelt < 0 ? null : date(firstFelt),
      winners: changesIn(winners).map(change),
      losers: changesIn(losers).map(change),
    })),
  })
}

function* asTable(
  { context, idOf, blockName, enterprise, date, search }: PlannerQuestion,
  day: number,
  { found, isLeading }: { readonly found: readonly BlockGain[]; readonly isLeading: boolean },
): Iterable<string> {
  const { headings, goalLeading, noBlocks } = context.texts.planners
  if (found.length === 0) {
    yield `${fillIn(noBlocks, { date: date(day) })}\n`
    return
  }
  const goal = isLeading ? goalLeading : search.goal.rows.map(enterprise).join(', ')
  yield textTable(
    [
      { heading: headings.rank, align: 'right' },
      { heading: headings.block, align: 'left' },
      { heading: headings.name, align: 'left' },
      { heading: headings.gain, align: 'right' },
      { heading: headings.firstFelt, align: 'left' },
      { heading: headings.losers, align: 'left' },
    ],
    found.map(({ block, gain, rank, firstFelt, losers }) => [
      String(rank),
      idOf(block),
      blockName(block),
      days(gain),
      firstFelt < 0 ? '–' : date(firstFelt),
      Array.from(losers.rows, enterprise).join(', '),
    ]),
  )
  yield `${fillIn(meaningOf(context, search.goal), { date: date(day), goal, ...levelOf(search.goal) })}\n`
}

const levelOf = ({ level = LEVEL_STANDARD }: Goal) => ({ level: Math.round(level * 1e4) / 100 })

function meaningOf({ texts: { planners } }: CommandContext, { measure = 'output' }: Goal): string {
  return { output: planners.gainsMeaning, running: planners.runningMeaning, reached: planners.reachedMeaning }[measure]
}
