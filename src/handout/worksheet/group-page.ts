import { leadingDays, withPlannedDays } from '../../analysis/worksheet/leading-days.ts'
import { FELT, type BlockSlack } from '../../analysis/worksheet/slack.ts'
import { isDone, lacksEvidence, type WorkGroup, type WorkRow } from '../../analysis/worksheet/work-rows.ts'
import { severityWord } from '../../analysis/picture/severity.ts'
import { player } from '../../engine/player.ts'
import { decimal, longDate, percent, shortDate } from '../../i18n/format.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import { localPart } from '../../model/local-part.ts'
import { textIn } from '../../model/local-text.ts'
import { centralOf } from '../../model/uncertain.ts'
import { dateAt } from '../handout-state.ts'
import { Html, html } from '../html.ts'
import { titleOf } from '../picture/map-picture.ts'
import { TEXTS } from '../texts.ts'
import { axisStrip, rowStrip } from './gantt-strip.ts'
import type { WorkParts } from './work-parts.ts'

/** Leading enterprises named above the table. */
const NAMED = 8

/** One department, officer or region: what is to be done, what it frees, the days, sources and assumptions. */
export function groupPage(group: WorkGroup, parts: WorkParts): Html {
  const { state, texts } = parts
  const { language, scenario, day } = state
  const { page } = texts.work
  const place = {
    scenario: textIn(scenario.name, language) || scenario.id,
    date: longDate(dateAt(state, day), language),
    from: longDate(dateAt(state, 0), language),
    to: longDate(dateAt(state, scenario.days - 1), language),
  }
  return html(
    'section',
    { class: 'page' },
    html('h1', {}, headOf(group, parts)),
    html('p', { class: 'meta' }, `${titleOf(state)} · ${fillIn(page.made, place)}`),
    html('p', { class: 'lead' }, countsOf(group, parts)),
    html('p', {}, freedBy(group, parts)),
    workTable(group, parts),
    html(
      'div',
      { class: 'sign' },
      [page.prepared, page.checked, page.signedOn].map((text) => html('span', {}, text)),
    ),
    footOf(group, parts),
  )
}

function headOf({ name }: WorkGroup, { view, texts: { work } }: WorkParts): string {
  if (view === 'none') return work.title
  const given = { what: work.view[view], name: name || work.nobody[view === 'owner' ? 'owner' : 'department'] }
  return `${work.title} · ${fillIn(work.page.named, given)}`
}

function countsOf({ rows, open, overdue, cleared }: WorkGroup, { slack, texts }: WorkParts): string {
  const critical = rows.filter(({ position, state }) => !isDone(state) && slackAt(slack.blocks, position)?.slack === 0)
  const without = rows.filter(({ block }) => lacksEvidence(block)).length
  const counts = { count: rows.length, open, overdue, cleared, critical: critical.length, without }
  return fillIn(without > 0 ? texts.work.page.countsWithout : texts.work.page.counts, counts)
}

const slackAt = (blocks: readonly BlockSlack[], position: number): BlockSlack | undefined =>
  blocks.find(({ block }) => block === position)

/** The plan against the same plan with none of this page's blocks cleared: one run. */
function freedBy({ rows }: WorkGroup, { state, slack, naming, texts }: WorkParts): string {
  const { index, played, goal, language } = state
  const { page } = texts.work
  if (goal.length === 0) return texts.work.leading.none
  const { timeline } = played
  const planned = rows.filter((row) => row.planned < timeline.days && row.planned > row.since && row.planned >= 0)
  if (planned.length === 0) return page.nothingPlanned
  const never = withPlannedDays(timeline, new Map(planned.map(({ position }) => [position, timeline.days])))
  const without = leadingDays(player(index, timeline), never, goal)
  let days = 0
  let weight = 0
  const held = goal.flatMap((row, at) => {
    const lost = slack.plan.output[at]! - without.output[at]!
    days += lost * index.output[row]!
    weight += index.output[row]!
    return lost > FELT ? [{ row, lost, resume: slack.plan.resume[at]! }] : []
  })
  const names = held
    .toSorted((a, b) => b.lost - a.lost || a.row - b.row)
    .slice(0, NAMED)
    .map(({ row, resume }) => {
      const back = resume < 0 ? texts.work.slack.never : shortDate(dateAt(state, resume), language)
      return fillIn(page.back, { name: naming.enterprise(index.enterpriseIds[row]!), date: back })
    })
  const freed = { count: planned.length, days: decimal(days / weight, 2, language), enterprises: held.length }
  const tail = held.length > NAMED ? fillIn(page.andMore, { count: held.length - NAMED }) : ''
  return `${fillIn(page.frees, freed)}${names.length > 0 ? names.join(page.comma) + tail : ''}`
}

function workTable({ rows }: WorkGroup, parts: WorkParts): Html {
  const { work } = parts.texts
  const columns = [
    ['no', work.page.no],
    ['block', work.column.block],
    ['state', work.column.state],
    ['measure', work.column.measure],
    ['who', work.column.who],
    ['due', work.column.due],
    ['slack', work.column.slack],
  ] as const
  const head = columns.map(([name, heading]) => html('th', { scope: 'col', class: name }, heading))
  const axis = html('th', { scope: 'col', class: 'strip' }, new Html(axisStrip(parts.state)))
  const body = rows.map((row, at) => html('tr', {}, cellsOf(row, at, parts)))
  return html('table', {}, html('thead', {}, html('tr', {}, [...head, axis])), html('tbody', {}, body))
}

function cellsOf(row: WorkRow, at: number, parts: WorkParts): Html[] {
  const { state, slack, naming, texts } = parts
  const { language } = state
  const { block } = row
  const { words } = TEXTS[language]
  const severity = centralOf(block.severity)
  const since = row.since === -Infinity ? '' : ` · ${fillIn(texts.work.since, { date: shortDate(dateAt(state, row.since), language) })}` // prettier-ignore
  const what = `${words.cause[block.cause]} · ${percent(severity, language)} ${words.severityStep[severityWord(severity)]}${since}`
  const note = textIn(block.note, language)
  const cell = (...lines: readonly (Html | string)[]): Html =>
    html('td', {}, lines.flatMap((line, place) => (place > 0 ? [new Html('<br>'), line] : [line]))) // prettier-ignore
  const small = (text: string): Html => html('small', {}, text)
  const found = slackAt(slack.blocks, row.position)
  const measure = textIn(block.measure, language) || '–'
  const who = [localPart(textIn(block.department, language), language), localPart(block.owner ?? '', language)]
  return [
    html('td', { class: 'no' }, String(at + 1)),
    cell(html('b', {}, naming.block(block.id)), small(what)),
    cell(...stateLines(row, parts)),
    cell(measure, ...(note === '' ? [] : [small(note)])),
    cell(...who.map((name) => name || '–')),
    cell(...dueLines(row, parts)),
    cell(...slackLines(row, found, parts)),
    html('td', { class: 'strip' }, new Html(rowStrip(row, found, state))),
  ]
}

function stateLines({ block, state, overdue }: WorkRow, { state: { language }, texts }: WorkParts): (Html | string)[] {
  const evidence = textIn(block.evidence, language)
  return [
    texts.state[state],
    ...(overdue > 0 ? [html('span', { class: 'mark' }, fillIn(texts.work.overdue, { count: overdue }))] : []),
    ...(lacksEvidence(block) ? [html('span', { class: 'mark' }, texts.work.evidence.none)] : []),
    ...(state === 'cleared' && evidence !== ''
      ? [html('small', {}, fillIn(texts.work.page.named, { what: texts.work.evidence.text, name: evidence }))]
      : []),
  ]
}

function dueLines(row: WorkRow, { state, texts }: WorkParts): (Html | string)[] {
  const { language, scenario } = state
  const planned =
    row.planned < scenario.days
      ? fillIn(texts.work.plannedOn, { date: shortDate(dateAt(state, row.planned), language) })
      : texts.work.notPlanned
  const effort = `${decimal(row.block.effort ?? 1, 1, language)} ${texts.work.crewDays}`
  return [
    row.due === null ? '–' : longDate(dateAt(state, row.due), language),
    html('small', {}, row.due === row.planned ? effort : `${planned} · ${effort}`),
  ]
}

function slackLines(row: WorkRow, slack: BlockSlack | undefined, { state, texts }: WorkParts): (Html | string)[] {
  const words = texts.work.slack
  if (!slack) return ['–']
  const days = decimal(Math.abs(slack.frees) < FELT ? 0 : slack.frees, 2, state.language)
  const count = { count: slack.slack }
  const first = isDone(row.state)
    ? words.done
    : slack.planned < 0
      ? words.unplanned
      : slack.slack === 0
        ? html('span', { class: 'mark' }, words.critical)
        : fillIn(slack.isToEnd ? words.toEnd : slack.slack === 1 ? words.days_one : words.days_other, count)
  return [first, html('small', {}, fillIn(slack.planned < 0 ? words.wouldFree : words.frees, { days }))]
}

function footOf({ rows }: WorkGroup, { state, slack, texts, origin }: WorkParts): Html {
  const { chain, language } = state
  const { page } = texts.work
  const { print } = TEXTS[language]
  const named = new Set(rows.flatMap(({ block }) => block.sources ?? []))
  const sources = (chain.sources ?? []).filter(({ id }) => named.has(id)).map(({ title, id }) => textIn(title, language) || id) // prettier-ignore
  const assumed = rows.filter(({ block }) => block.effort === undefined).length
  const ranges = rows.filter(({ block }) => typeof block.severity !== 'number').length
  const notAll = slack.blocks.some(({ proof, block }) => proof === 'notEveryDay' && rows.some(({ position }) => position === block)) // prettier-ignore
  const lines = [
    sources.length > 0 ? fillIn(print.sources, { sources: sources.join('; ') }) : print.noSources,
    ...(assumed > 0 ? [fillIn(page.assumedEffort, { count: assumed })] : []),
    ...(ranges > 0 ? [fillIn(page.assumedRange, { count: ranges })] : []),
    page.method,
    ...(notAll ? [page.notEveryDay] : []),
    fillIn(print.madeOf, { hash: origin.fingerprint.slice(0, 16), engine: origin.engine }),
  ]
  return html('div', { class: 'foot' }, lines.map((line) => html('p', {}, line))) // prettier-ignore
}
