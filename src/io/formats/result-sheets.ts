import { rowsById } from '../../engine/rows-by-id.ts'
import { figuresOf } from '../../analysis/figures.ts'
import { causesOf, type Played } from '../../analysis/played.ts'
import { simulate } from '../../engine/daily-model.ts'
import { indexChain } from '../../engine/index-chain.ts'
import { timelineOf } from '../../engine/scenario-timeline.ts'
import type { Chain, Scenario } from '../../model/chain.ts'
import { dayNumber, isoDate } from '../../model/dates.ts'
import { DEFAULTS } from '../../model/settings.ts'
import { shownText } from './chain-graph.ts'
import type { SheetColumn, SheetOptions, WrittenSheet } from './sheet-types.ts'

/** More cells than this a spreadsheet opens only slowly: the levels are left out, which the explanation says. */
const MOST_LEVELS = 2_000_000

/** What the engine makes of the shown scenario: a level per enterprise and day, and the figures of each day. None for a chain that cannot be run. */
export function resultSheets(chain: Chain, options: SheetOptions): readonly WrittenSheet[] {
  const scenario = chain.scenarios?.find(({ id }) => id === options.scenarioId)
  if (!scenario) return []
  const { index, problems } = indexChain(chain)
  if (problems.some(({ severity }) => severity === 'error')) return []
  const timeline = timelineOf(chain, index, scenario)
  const run = simulate(index, timeline, { record: 'levels' })
  const played: Played = { index, timeline, run, causes: causesOf(chain, timeline) }
  const dates = Array.from({ length: run.days }, (_, day) => isoDate(dayNumber(scenario.start) + day))
  const shown = { ...options, scenario, dates }
  const isTooLarge = chain.enterprises.length * run.days > MOST_LEVELS
  return isTooLarge ? [days(played, shown)] : [levels(chain, played, shown), days(played, shown)]
}

interface ResultOptions extends SheetOptions {
  readonly scenario: Scenario
  readonly dates: readonly string[]
}

function levels(
  chain: Chain,
  { index, run }: Played,
  { language, words, scenario, dates }: ResultOptions,
): WrittenSheet {
  const column = (name: string, kind: SheetColumn['kind']): SheetColumn => {
    return { heading: words.fields[name] ?? name, field: `#results.${name}`, kind }
  }
  const rowOf = rowsById(index.enterpriseIds)
  const facts = [column('id', 'text'), column('name', 'text'), column('role', 'text'), column('output', 'number')]
  return {
    id: 'results',
    title: words.sheets.results,
    columns: [
      ...facts,
      column('scenario', 'text'),
      ...dates.map((date): SheetColumn => ({ heading: date, field: `#results.${date}`, kind: 'share' })),
    ],
    rows: chain.enterprises.map(({ id, name, role }) => {
      const row = rowOf.get(id)!
      const ofDays = dates.map((_, day) => run.level[day * run.enterpriseCount + row]!)
      return [id, shownText(name, language), role, index.output[row]!, scenario.id, ...ofDays]
    }),
  }
}

const FIGURES = ['operatingRate', 'staffReturn', 'outputRecovery', 'leadingOutput', 'stopped', 'blocksOpen'] as const

function days(played: Played, { words, dates }: ResultOptions): WrittenSheet {
  const heading = (name: string): string => words.fields[name] ?? name
  return {
    id: 'days',
    title: words.sheets.days,
    columns: [
      { heading: heading('date'), field: '#days.date', kind: 'day' },
      ...FIGURES.map((name): SheetColumn => {
        const kind = name === 'stopped' || name === 'blocksOpen' ? 'whole' : 'share'
        return { heading: heading(name), field: `#days.${name}`, kind }
      }),
    ],
    rows: dates.map((date, day) => {
      const figures = figuresOf(played, day, DEFAULTS.operatingThreshold)
      return [date, ...FIGURES.map((name) => (Number.isNaN(figures[name]) ? null : figures[name]))]
    }),
  }
}
