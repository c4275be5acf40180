import { dayNumber } from '../../model/dates.ts'
import type { Block, Chain, Scenario } from '../../model/chain.ts'
import type { FieldValue } from '../../model/scenes.ts'
import { DEFAULTS } from '../../model/settings.ts'
import { figuresOf, leadingRows, type Figures } from '../figures.ts'
import type { Played } from '../played.ts'
import { NOTHING, whatIf, type Clearings, type WhatIf } from '../planners/what-if.ts'

/** What the fields of a scene are read from: one run, and what-ifs on it. */
export interface FieldSource {
  readonly chain: Chain
  readonly scenario: Scenario
  readonly played: Played
  readonly day: number
  readonly search: WhatIf
  readonly figures: Figures
}

/** Rounding that a level may fall short of what was asked. */
const ROUNDING = 1e-9

export function fieldSource(chain: Chain, scenario: Scenario, played: Played, wantedDay: number): FieldSource {
  const { index, timeline } = played
  const day = Math.min(wantedDay, timeline.days - 1)
  const search = whatIf(index, timeline, { rows: leadingRows(index) })
  return { chain, scenario, played, day, search, figures: figuresOf(played, day, DEFAULTS.operatingThreshold) }
}

const share = (value: number): FieldValue => ({ kind: 'share', value })
const days = (value: number): FieldValue => ({ kind: 'days', value })
const count = (value: number): FieldValue => ({ kind: 'count', value })
const UNKNOWN: FieldValue = { kind: 'unknown' }

type Read = (source: FieldSource, of: string) => FieldValue

const dateOf = ({ scenario }: FieldSource, day: number): FieldValue => ({
  kind: 'date',
  value: day,
  start: scenario.start,
})

/** Parts of `a:b` or `a@b`, split at the last sign, because ids may hold colons. */
function lastPart(of: string, sign: string): readonly [string, string | null] {
  const at = of.lastIndexOf(sign)
  return at < 0 ? [of, null] : [of.slice(0, at), of.slice(at + 1)]
}

const ofEnterprise =
  (read: (source: FieldSource, row: number) => FieldValue): Read =>
  (source, id) => {
    const row = source.played.index.enterpriseIds.indexOf(id)
    return row < 0 ? UNKNOWN : read(source, row)
  }

const ofBlock =
  (read: (block: Block, source: FieldSource) => FieldValue): Read =>
  (source, id) => {
    const block = source.chain.blocks?.find((each) => each.id === id)
    return block ? read(block, source) : UNKNOWN
  }

const levelAt = ({ played: { run } }: FieldSource, row: number, day: number): number =>
  run.level[day * run.enterpriseCount + row]!

const level: Read = (source, of) => {
  const [id, day] = lastPart(of, '@')
  const at = day === null ? source.day : Number(day)
  if (!Number.isInteger(at) || at < 0 || at >= source.played.run.days) return UNKNOWN
  return ofEnterprise((_, row) => share(levelAt(source, row, at)))(source, id)
}

/** Blocks named with + between them, cleared on the scene's day; null where one is not of this run. */
function clearingsOf({ played, day }: FieldSource, names: string): Clearings | null {
  const places = names.split('+').map((id) => played.timeline.blocks.findIndex((block) => block.id === id))
  return places.includes(-1) ? null : new Map(places.map((place) => [place, day]))
}

const gain: Read = (source, names) => {
  const clearings = clearingsOf(source, names)
  return clearings ? days(source.search.score(clearings) - source.search.score(NOTHING)) : UNKNOWN
}

const gainFor: Read = (source, of) => {
  const [id = '', names = ''] = of.split('|')
  const clearings = clearingsOf(source, names)
  if (!clearings) return UNKNOWN
  return ofEnterprise((_, row) => {
    const output = (cleared: Clearings): number => source.search.output(cleared)[row]!
    return days(output(clearings) - output(NOTHING))
  })(source, id)
}

/** First day from `from` on which `isSo`; -1 = none. */
function firstDay(source: FieldSource, from: number, isSo: (day: number) => boolean): FieldValue {
  for (let day = from; day < source.played.run.days; day++) if (isSo(day)) return dateOf(source, day)
  return dateOf(source, -1)
}

const crossing =
  (isReached: (level: number, wanted: number) => boolean): Read =>
  (source, of) => {
    const [id, text] = lastPart(of, ':')
    const wanted = Number(text)
    if (text === null || text === '' || !Number.isFinite(wanted)) return UNKNOWN
    return ofEnterprise((_, row) => firstDay(source, 0, (day) => isReached(levelAt(source, row, day), wanted)))(
      source,
      id,
    )
  }

const lost: Read = ofEnterprise((source, row) => {
  let sum = 0
  for (let day = 0; day < source.played.run.days; day++) sum += 1 - levelAt(source, row, day)
  return days(sum)
})

const text = (value: Block['note'] | null): FieldValue => (value ? { kind: 'text', text: value } : UNKNOWN)

/** Every field there is, by its name; what stands behind the colon is handed over as `of`. */
export const FIELDS = {
  day: (source) => count(source.day + 1),
  date: (source) => dateOf(source, source.day),
  start: (source) => dateOf(source, 0),
  days: ({ scenario }) => count(scenario.days),
  enterprises: ({ played }) => count(played.index.enterpriseCount),
  leading: ({ figures }) => count(figures.leadingCount),
  operatingRate: ({ figures }) => share(figures.operatingRate),
  staffReturn: ({ figures }) => share(figures.staffReturn),
  outputRecovery: ({ figures }) => share(figures.outputRecovery),
  leadingOutput: ({ figures }) => share(figures.leadingOutput),
  stopped: ({ figures }) => count(figures.stopped),
  stoppedByOthers: ({ figures }) => count(figures.stoppedByOthers),
  blocksOpen: ({ figures }) => count(figures.blocksOpen),
  leadingDays: ({ search }) => days(search.score(NOTHING)),
  level,
  gain,
  gainFor,
  firstDay: crossing((now, wanted) => now >= wanted - ROUNDING),
  firstBelow: crossing((now, wanted) => now < wanted - ROUNDING),
  lost,
  name: (source, id) => text(source.chain.enterprises.find((each) => each.id === id)?.name),
  severity: ofBlock(({ severity }) =>
    share(typeof severity === 'number' ? severity : (severity.low + severity.high) / 2),
  ),
  openDays: ofBlock(({ since }, { scenario, day }) =>
    since ? count(dayNumber(scenario.start) + day - dayNumber(since) + 1) : UNKNOWN,
  ),
  effort: ofBlock(({ effort }) => count(effort ?? 1)),
  owner: ofBlock(({ owner }) => text(owner)),
  department: ofBlock(({ department }) => text(department)),
  measure: ofBlock(({ measure }) => text(measure)),
  due: ofBlock(({ due }, source) =>
    due ? dateOf(source, dayNumber(due) - dayNumber(source.scenario.start)) : UNKNOWN,
  ),
} as const satisfies Record<string, Read>

export type FieldName = keyof typeof FIELDS

/** Value of what stands between the braces, e.g. `level:chunxiao`. */
export function fieldValue(source: FieldSource, field: string): FieldValue {
  const [name = ''] = field.split(':', 1)
  if (!Object.hasOwn(FIELDS, name)) return UNKNOWN
  return FIELDS[name as FieldName](source, field.slice(name.length + 1))
}
