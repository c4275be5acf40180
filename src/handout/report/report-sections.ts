import type { Figures } from '../../analysis/figures.ts'
import { decimal, longDate, percent, shortDate } from '../../i18n/format.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import type { report as words } from '../../i18n/en/report.ts'
import type { Texts } from '../../i18n/texts.ts'
import { localPart } from '../../model/local-part.ts'
import { textIn } from '../../model/local-text.ts'
import type { Naming } from '../../model/naming.ts'
import { dateAt, type HandoutState } from '../handout-state.ts'
import { html, htmlTable, type Html } from '../html.ts'
import { TEXTS } from '../texts.ts'
import type { ReportFigures, ReportWhy } from './report-figures.ts'

export interface ReportParts {
  readonly state: HandoutState
  readonly figures: ReportFigures
  readonly crews: number
  readonly naming: Naming
  readonly texts: Texts<typeof words>
}

/** Figures of the first day, the shown day, and the shown day with nothing cleared. */
export function stateSection({ state, figures, texts }: ReportParts): Html {
  const { language, threshold } = state
  const share = (value: number): string => percent(value, language)
  const row = (name: string, of: (figures: Figures) => string): readonly string[] => [
    name,
    of(figures.first),
    of(figures.shown),
    of(figures.uncleared),
  ]
  return htmlTable(
    [
      { heading: texts.figure },
      { heading: texts.first, isNumber: true },
      { heading: texts.shown, isNumber: true },
      { heading: texts.uncleared, isNumber: true },
    ],
    [
      row(fillIn(texts.operatingRate, { threshold: share(threshold) }), (of) => share(of.operatingRate)),
      row(texts.operatingRateByOutput, (of) => share(of.operatingRateByOutput)),
      row(texts.staffReturn, (of) => share(of.staffReturn)),
      row(texts.outputRecovery, (of) => share(of.outputRecovery)),
      row(texts.leadingOutput, (of) => share(of.leadingOutput)),
      row(texts.stopped, (of) => String(of.stopped)),
      row(texts.blocksOpen, (of) => String(of.blocksOpen)),
    ],
  )
}

export function whySection(parts: ReportParts): Html {
  const { state, figures, naming, texts } = parts
  if (figures.why.length === 0) return html('p', {}, texts.allFull)
  const { language } = state
  return htmlTable(
    [
      { heading: texts.enterprise },
      { heading: texts.level, isNumber: true },
      { heading: texts.since },
      { heading: texts.daysLost, isNumber: true },
      { heading: texts.heldBy },
    ],
    figures.why.map((why) => [
      naming.enterprise(why.enterprise),
      percent(why.level, language),
      why.since < 0 ? texts.beforeStart : shortDate(dateAt(state, why.since), language),
      decimal(why.daysLost, 1, language),
      heldBy(why, parts),
    ]),
  )
}

/** Blocks named beside an enterprise; the others are in the program. */
const HOLDERS = 3

function heldBy({ why, product, blocks, loops, rationed }: ReportWhy, { state, naming, texts }: ReportParts): string {
  const reason =
    why === 'input'
      ? fillIn(texts.shortOf, { product: localPart(product, state.language) })
      : why === 'demand'
        ? texts.ordersFell
        : texts.ownBlock
  const named = blocks
    .slice(0, HOLDERS)
    .map(({ block, hops }) =>
      hops === 0 ? naming.block(block) : fillIn(texts.hops, { name: naming.block(block), hops }),
    )
  const more = blocks.length > HOLDERS ? [`+${blocks.length - HOLDERS}`] : []
  const waiting = loops.map((loop) => fillIn(texts.loop, { names: loop.map(naming.enterprise).join(', ') }))
  const full =
    rationed.length > 0 ? [fillIn(texts.rationed, { names: rationed.map(naming.enterprise).join(', ') })] : []
  const isOnTheWay = named.length + waiting.length + full.length === 0 && why !== 'demand'
  return [reason, ...named, ...more, ...waiting, ...full, ...(isOnTheWay ? [texts.onTheWay] : [])].join('; ')
}

export function gainsSection({ state, figures, naming, texts }: ReportParts): Html[] {
  const { language } = state
  if (figures.gains.length === 0) return [html('p', {}, texts.noBlocks)]
  const { words } = TEXTS[language]
  const table = htmlTable(
    [
      { heading: texts.block },
      { heading: texts.cause },
      { heading: texts.officer },
      { heading: texts.gain, isNumber: true },
      { heading: texts.firstFelt },
      { heading: texts.winners, isNumber: true },
      { heading: texts.losers },
    ],
    figures.gains.map(({ block, gain, firstFelt, winners, losers }) => {
      const row = naming.blockRow(block)
      return [
        naming.block(block),
        row ? words.cause[row.cause] : '',
        localPart(row?.owner ?? '–', language),
        decimal(gain, 2, language),
        firstFelt < 0 ? texts.never : shortDate(dateAt(state, firstFelt), language),
        String(winners),
        losers.map(naming.enterprise).join(', ') || '–',
      ]
    }),
  )
  const pairs = (figures.together ?? []).map(({ blocks, gain }) => {
    const names = blocks.map(naming.block).join(' + ')
    return html('p', {}, fillIn(texts.together, { names, gain: decimal(gain, 2, language) }))
  })
  const untried = figures.together === null ? [html('p', {}, texts.pairsNotTried)] : []
  return [...pairs, ...untried, table, html('p', { class: 'meta' }, texts.gainMeaning)]
}

export function orderSection({ state, figures: { order }, crews, naming, texts }: ReportParts): Html[] {
  if (order === null) return [html('p', {}, texts.noBlocks)]
  const { language } = state
  const days = (value: number): string => decimal(value, 2, language)
  const date = (day: number): string => longDate(dateAt(state, day), language)
  const { largestFirst, firstComeFirstServed, random } = order
  const compared = { largest: days(largestFirst), first: days(firstComeFirstServed), random: days(random) }
  return [
    html(
      'p',
      {},
      `${fillIn(texts.orderWon, { won: days(order.won), crews })} ${order.proven ? texts.orderProven : texts.orderBest}`,
    ),
    html('p', {}, fillIn(texts.orderCompare, compared)),
    htmlTable(
      [{ heading: texts.block }, { heading: texts.start }, { heading: texts.end }],
      order.jobs.map(({ block, start, end }) => [naming.block(block), date(Math.floor(start)), date(end)]),
    ),
  ]
}

export function listSection({ state, figures, naming, texts }: ReportParts): Html {
  const { language, chain } = state
  const roles = new Map(chain.enterprises.map(({ id, role, region }) => [id, { role, region: region ?? '' }]))
  return htmlTable(
    [
      { heading: texts.enterprise },
      { heading: texts.role },
      { heading: texts.level, isNumber: true },
      { heading: texts.fullAgain },
    ],
    figures.list.map(({ enterprise, level, fullAgain }) => [
      naming.enterprise(enterprise),
      TEXTS[language].words.role[roles.get(enterprise)?.role ?? 'sme'],
      percent(level, language),
      fullAgain < 0 ? '–' : shortDate(dateAt(state, fullAgain), language),
    ]),
  )
}

export function sourcesSection({ state: { chain, language }, texts }: ReportParts): Html {
  const sources = chain.sources ?? []
  if (sources.length === 0) return html('p', {}, TEXTS[language].print.noSources)
  return htmlTable(
    [{ heading: 'ID' }, { heading: texts.source }, { heading: texts.date }],
    sources.map(({ id, title, date }) => [id, textIn(title, language), date ?? '–']),
  )
}

export function assumptionsSection({ state, texts }: ReportParts): Html[] {
  const { assumed, threshold, language } = state
  const kinds = ['flow', 'lead', 'cover', 'output', 'finalDemand', 'outside'] as const
  const rows = kinds.map((kind) => {
    const marks = assumed[kind]
    const marked = marks.reduce((sum, mark) => sum + mark, 0)
    return html('li', {}, fillIn(texts.assumedRows, { marked, all: marks.length, what: texts.kinds[kind] }))
  })
  return [
    html('ul', {}, rows),
    html('p', {}, fillIn(texts.method, { threshold: percent(threshold, language) })),
    html('p', {}, texts.machine),
  ]
}
