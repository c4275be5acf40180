import type { Progress } from '../../analysis/planners/what-if.ts'
import { ENGINE_VERSION } from '../../engine/version.ts'
import { report as en } from '../../i18n/en/report.ts'
import { longDate } from '../../i18n/format.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import type { Texts } from '../../i18n/texts.ts'
import { report as zh } from '../../i18n/zh/report.ts'
import { writeChain } from '../../io/write-chain.ts'
import type { Language } from '../../model/local-text.ts'
import { textIn } from '../../model/local-text.ts'
import { namingOf } from '../../model/naming.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { dateAt, handoutState, type HandoutRequest, type HandoutState } from '../handout-state.ts'
import { dataElement, Html, html, htmlPage } from '../html.ts'
import { curvePicture } from '../picture/curve-picture.ts'
import { mapPicture, sentenceOf, titleOf } from '../picture/map-picture.ts'
import { svgOf } from '../svg.ts'
import { reportFigures, type ReportFigures } from './report-figures.ts'
import {
  assumptionsSection, gainsSection, listSection, orderSection, sourcesSection, stateSection, whySection, type ReportParts,
} from './report-sections.ts' // prettier-ignore
import { REPORT_STYLE } from './report-style.ts'

export const REPORT_TEXTS: Readonly<Record<Language, Texts<typeof en>>> = { en, zh }
/** Id of the data inside a report. */
export const REPORT_DATA = 'changlian-report'

export interface ReportRequest extends HandoutRequest {
  /** Crews that clear blocks at the same time, in the order of work; default 1. */
  readonly crews?: number
}

/** What a report carries, so that it can be computed again. */
export interface ReportData {
  readonly format: typeof REPORT_DATA
  readonly engine: string
  /** SHA-256 of `chain`. */
  readonly fingerprint: string
  readonly request: Required<Omit<ReportRequest, 'chain' | 'lens' | 'look' | 'setOut'>>
  /** The file of the chain. */
  readonly chain: string
  readonly figures: ReportFigures
}

/** The report as one HTML file: state, map, why, gains, order, list, sources, assumptions; prints on A4. */
export async function reportOf(request: ReportRequest, progress: Progress): Promise<string> {
  const state = handoutState({ ...request, setOut: {} })
  const { crews = 1 } = request
  const figures = reportFigures(state, crews, progress)
  const { language } = state
  const texts = REPORT_TEXTS[language]
  const data: ReportData = {
    format: REPORT_DATA,
    engine: ENGINE_VERSION,
    fingerprint: await fingerprintOf(state.chain),
    request: { scenarioId: request.scenarioId, day: request.day, language, threshold: state.threshold, crews },
    chain: writeChain(state.chain),
    figures,
  }
  const parts: ReportParts = { state, figures, crews, naming: namingOf(state.chain, language), texts }
  return htmlPage({
    language,
    title: `${titleOf(state)} · ${texts.title}`,
    style: REPORT_STYLE,
    body: [...headOf(state, texts), ...sectionsOf(parts, data), dataElement(REPORT_DATA, data)],
  })
}

function headOf(state: HandoutState, texts: Texts<typeof en>): Html[] {
  const { language, scenario } = state
  const made = {
    date: longDate(dateAt(state, state.day), language),
    scenario: textIn(scenario.name, language) || scenario.id,
  }
  return [
    html('h1', {}, titleOf(state)),
    html('p', { class: 'meta' }, `${texts.title} · ${fillIn(texts.made, made)}`),
    html('p', { class: 'lead' }, sentenceOf(state)),
  ]
}

function sectionsOf(parts: ReportParts, { fingerprint, engine }: ReportData): Html[] {
  const { texts } = parts
  const map = mapPicture(parts.state, { lens: 'state', origin: { fingerprint, engine } })
  const heading = (name: keyof typeof en.contents): Html => html('h2', {}, texts.contents[name])
  return [
    heading('state'),
    stateSection(parts),
    html('div', {}, new Html(svgOf(curveOf(parts)))),
    heading('map'),
    html('div', { class: 'map' }, new Html(svgOf(map))),
    heading('why'),
    whySection(parts),
    heading('gains'),
    ...gainsSection(parts),
    heading('order'),
    ...orderSection(parts),
    heading('list'),
    listSection(parts),
    heading('sources'),
    sourcesSection(parts),
    heading('assumptions'),
    ...assumptionsSection(parts),
    html('p', { class: 'meta' }, `SHA-256 ${fingerprint} · engine ${engine}`),
  ]
}

export function curveOf({ state, figures, texts }: Pick<ReportParts, 'state' | 'figures' | 'texts'>) {
  const { day, language } = state
  return curvePicture({
    title: texts.curve,
    day,
    language,
    dateOf: (at) => dateAt(state, at),
    lines: [
      { name: texts.withClearings, values: figures.curve, isDashed: false },
      ...(state.wave ? [{ name: texts.nothingCleared, values: figures.curveUncleared, isDashed: true }] : []),
    ],
  })
}
