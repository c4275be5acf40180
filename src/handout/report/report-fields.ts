/** Which field of a report's data was changed, where that can be told without its figures, or from them. */
import { figuresOf } from '../../analysis/figures.ts'
import { ENGINE_VERSION } from '../../engine/version.ts'
import { readChain } from '../../io/read-chain.ts'
import type { Chain } from '../../model/chain.ts'
import { handoutState, type HandoutState } from '../handout-state.ts'
import { sentenceOf } from '../picture/map-picture.ts'
import { escapeXml } from '../svg.ts'
import { REPORT_DATA, type ReportData } from './report.ts'

/** A field with what stands there and what belongs there, both as JSON or in words of it. */
export interface WrongField {
  readonly path: string
  readonly found: string
  readonly expected: string
}

/** Signs of a value that are shown. */
const MOST_SHOWN = 120

export function shownValue(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}

type Fields = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown, least: number): boolean => Number.isInteger(value) && (value as number) >= least
const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1

/** The chain inside a report; null where it is damaged. */
export const chainInside = (data: Fields): Chain | null =>
  typeof data.chain === 'string' ? readChain(new TextEncoder().encode(data.chain), 'chain').chain : null

/**
 * The first field, in the order in which they are written, that cannot be what a report carries; null = all can.
 * @param chain the one inside it; null where it is damaged, which is then a field that is named
 */
export function wrongField(data: Fields, chain: Chain | null, page: string): WrongField | null {
  const request = isRecord(data.request) ? data.request : {}
  const scenarios = chain?.scenarios ?? []
  const scenario = scenarios.find(({ id }) => id === request.scenarioId)
  const last = (scenario?.days ?? 1) - 1
  const language = page.includes('<html lang="zh-CN">') ? 'zh' : 'en'
  const is = (value: unknown, expected: string, isSound: boolean) => ({ value, expected, isSound })
  const checks: Readonly<Record<string, ReturnType<typeof is>>> = {
    format: is(data.format, JSON.stringify(REPORT_DATA), data.format === REPORT_DATA),
    engine: is(data.engine, JSON.stringify(ENGINE_VERSION), typeof data.engine === 'string'),
    fingerprint: is(data.fingerprint, 'SHA-256', typeof data.fingerprint === 'string'),
    request: is(data.request, '{…}', isRecord(data.request)),
    'request.scenarioId': is(
      request.scenarioId,
      scenarios.map(({ id }) => JSON.stringify(id)).join(' | '),
      chain === null || scenario !== undefined,
    ),
    'request.day': is(request.day, `0..${last}`, !scenario || (isCount(request.day, 0) && Number(request.day) <= last)),
    'request.language': is(request.language, JSON.stringify(language), request.language === language),
    'request.threshold': is(request.threshold, '0..1', isShare(request.threshold)),
    'request.crews': is(request.crews, '>= 1', isCount(request.crews, 1)),
    chain: is(data.chain, '*.chain.json', chain !== null),
    figures: is(data.figures, '{…}', isRecord(data.figures)),
  }
  for (const [path, { value, expected, isSound }] of Object.entries(checks))
    if (!isSound) return { path, found: shownValue(value), expected }
  return null
}

/**
 * Where a report speaks of another scenario or day than its data name, the name was changed and not each figure.
 * @returns null where the data and the first sentence agree, or no single other scenario or day makes that sentence
 */
export function otherRequest({ request }: ReportData, chain: Chain, page: string): WrongField | null {
  const said = /<p class="lead">([^<]*)<\/p>/.exec(page)?.[1]
  const isSaid = (state: HandoutState): boolean => escapeXml(sentenceOf(state)) === said
  const asked = handoutState({ ...request, chain })
  if (said === undefined || isSaid(asked)) return null
  const named = (path: string, found: unknown, fitting: readonly unknown[]): WrongField | null =>
    fitting.length === 1 ? { path, found: shownValue(found), expected: shownValue(fitting[0]) } : null
  const days = Array.from({ length: asked.scenario.days }, (_, day) => day).filter((day) =>
    isSaid({ ...asked, day, figures: figuresOf(asked.played, day, asked.threshold) }),
  )
  const others = (chain.scenarios ?? []).filter(
    (scenario) => scenario !== asked.scenario && request.day < scenario.days,
  )
  const fitting = others
    .map(({ id }) => id)
    .filter((scenarioId) => isSaid(handoutState({ ...request, chain, scenarioId })))
  return named('request.day', request.day, days) ?? named('request.scenarioId', request.scenarioId, fitting)
}
