import { BACK_TO_FULL, causesOf, type Played } from '../../analysis/played.ts'
import { estimatePlay } from '../../analysis/run-estimate.ts'
import { figuresOf } from '../../analysis/figures.ts'
import { simulate as play } from '../../engine/daily-model.ts'
import { levelBytes } from '../../engine/run-size.ts'
import { timelineOf } from '../../engine/scenario-timeline.ts'
import { WHY } from '../../engine/run-result.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import type { Scenario } from '../../model/chain.ts'
import { dayNumber, isoDate } from '../../model/dates.ts'
import { textIn } from '../../model/local-text.ts'
import { DEFAULTS } from '../../model/settings.ts'
import type { Command, CommandContext } from '../command.ts'
import { documentRows } from '../document-rows.ts'
import { EXIT, WrongUse } from '../exit-codes.ts'
import { jsonRows } from '../json-rows.ts'
import { refuseWork } from '../planner-question.ts'
import { chosenScenario, openChain, type OpenedChain } from '../open-chain.ts'
import { percent, textTable, type TextColumn } from '../text-table.ts'

export const simulate: Command = {
  name: 'simulate',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .option('--scenario <id>', texts.options.scenario)
      .option('--json', texts.options.json)
  },
  run: async (context, [file], options) => {
    const { terminal, texts } = context
    const opened = await openChain(context, file!)
    if (!opened) return EXIT.fileHasErrors
    const scenario = chosenScenario(context, opened.chain, options.scenario as string | undefined)
    if (!scenario) {
      terminal.printError(`${file}\n  ${texts.noScenario}\n`)
      return EXIT.fileHasErrors
    }
    const played = playScenario(context, opened, scenario)
    await terminal.print(
      options.json === true ? asJson(opened, scenario, played) : asTables(context, opened, scenario, played),
    )
    return EXIT.done
  },
}

/** Bytes of recorded days that a command takes on. */
const MOST_BYTES = 4e9

/** @throws WrongUse with an estimate where the run would take too much time or memory */
function playScenario(context: CommandContext, { chain, index }: OpenedChain, scenario: Scenario): Played {
  const { terminal, texts } = context
  const timeline = timelineOf(chain, index, scenario)
  refuseWork(context, estimatePlay({ index, timeline }))
  const bytes = levelBytes(index, timeline.days)
  if (bytes > MOST_BYTES) {
    const values = { needed: (bytes / 1e9).toFixed(1), most: (MOST_BYTES / 1e9).toFixed(1) }
    throw new WrongUse(fillIn(texts.runTooLarge, values))
  }
  const onDay = (day: number, days: number): void => terminal.progress(texts.day, day + 1, days)
  const run = play(index, timeline, { record: 'levels', onDay })
  return { index, timeline, run, causes: causesOf(chain, timeline) }
}

function* asJson({ chain }: OpenedChain, scenario: Scenario, { index, run }: Played): Iterable<string> {
  const rows = documentRows(chain, index)
  const days = Array.from({ length: run.days }, (_, day) => day * run.enterpriseCount)
  const ids = chain.enterprises.map(({ id }) => id)
  yield `{\n "scenario": ${JSON.stringify(scenario.id)},\n "days": ${run.days},\n`
  yield* jsonRows('enterprises', ids, (id) => id)
  yield ',\n'
  yield* jsonRows('level', days, (day) => Array.from(rows.enterprises, (row) => run.level[day + row]))
  yield ',\n'
  yield* jsonRows('why', days, (day) => Array.from(rows.enterprises, (row) => whyText(index, run.why[day + row]!)))
  yield ',\n'
  yield* jsonRows('stockLast', rows.groups, (group) => ({
    enterprise: index.enterpriseIds[index.groupEnterprise[group]!],
    product: index.groupProducts[group],
    value: run.stockLast[group],
  }))
  yield '\n}\n'
}

function whyText(index: Played['index'], why: number): string {
  if (why === WHY.running) return 'running'
  if (why === WHY.demand) return 'demand'
  if (why === WHY.capacity) return 'capacity'
  return `input:${index.groupProducts[why - WHY.inputBase]}`
}

const right = (heading: string): TextColumn => ({ heading, align: 'right' })
const left = (heading: string): TextColumn => ({ heading, align: 'left' })

function* asTables(context: CommandContext, opened: OpenedChain, scenario: Scenario, played: Played): Iterable<string> {
  const { texts, language } = context
  const { id, days, start } = scenario
  yield `${fillIn(texts.scenarioTitle, { name: textIn(scenario.name, language), id, days, start })}\n\n`
  yield dayTable(context, scenario, played)
  yield `\n${fillIn(texts.definitions, { threshold: percent(DEFAULTS.operatingThreshold) })}\n\n`
  yield enterpriseTable(context, opened, scenario, played)
}

function dayTable({ texts }: CommandContext, { start }: Scenario, played: Played): string {
  const { headings } = texts
  const shares = [headings.operatingRate, headings.staffReturn, headings.outputRecovery, headings.leadingOutput]
  return textTable(
    [left(headings.date), ...[...shares, headings.stopped, headings.blocksOpen].map(right)],
    Array.from({ length: played.run.days }, (_, day) => {
      const figures = figuresOf(played, day, DEFAULTS.operatingThreshold)
      const { operatingRate, staffReturn, outputRecovery, leadingOutput, stopped, blocksOpen } = figures
      return [
        isoDate(dayNumber(start) + day),
        ...[operatingRate, staffReturn, outputRecovery, leadingOutput].map(percent),
        String(stopped),
        String(blocksOpen),
      ]
    }),
  )
}

/** Enterprises that were below full output on some day; the others are counted. */
function enterpriseTable(context: CommandContext, { chain }: OpenedChain, scenario: Scenario, played: Played): string {
  const { texts, language } = context
  const { headings } = texts
  const { enterprises } = documentRows(chain, played.index)
  const rows: string[][] = []
  chain.enterprises.forEach((enterprise, position) => {
    const level = levelsOf(played, enterprises[position]!)
    const lowest = Math.min(...level)
    if (lowest >= BACK_TO_FULL) return
    const back = level.findLastIndex((y) => y < BACK_TO_FULL) + 1
    const backOn = back < level.length ? isoDate(dayNumber(scenario.start) + back) : texts.never
    const name = textIn(enterprise.name, language)
    const shares = [level[0]!, lowest, level.at(-1)!].map(percent)
    rows.push([enterprise.id, name, texts.roles[enterprise.role], ...shares, backOn])
  })
  const names = [headings.enterprise, headings.name, headings.role].map(left)
  const columns = [...names, ...[headings.first, headings.lowest, headings.last].map(right), left(headings.back)]
  const untouched = fillIn(texts.untouched, { count: chain.enterprises.length - rows.length })
  return rows.length === 0 ? `${untouched}\n` : `${textTable(columns, rows)}\n${untouched}\n`
}

const levelsOf = ({ run }: Played, row: number): number[] =>
  Array.from({ length: run.days }, (_, day) => run.level[day * run.enterpriseCount + row]!)
