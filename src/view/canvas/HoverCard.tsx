import { ENTERPRISE_STATES } from '../../analysis/day-view.ts'
import { percent, shortDate } from '../../i18n/format.ts'
import { enterpriseById, dateOfDay } from '../../state/selectors.ts'
import { localPart } from '../../model/local-part.ts'
import { textIn } from '../../model/local-text.ts'
import { useWords } from '../app-context.ts'
import { useObservedLines } from '../observed/use-observed-lines.ts'
import type { ShownDay } from '../shown-day.ts'
import { severityWord } from '../../analysis/picture/severity.ts'

/** The same few lines on hover and on focus by key: who, what state, why in short. */
export function useShortLines(
  shown: ShownDay,
  row: number,
): { readonly name: string; readonly lines: readonly string[] } {
  const { t, language } = useWords()
  const { outcome, view } = shown
  const observed = useObservedLines(shown, row)
  const { index, causes } = outcome.played
  const enterprise = enterpriseById(outcome.chain, index.enterpriseIds[row]!)
  const state = ENTERPRISE_STATES[view.state[row]!]!
  const lines: string[] = [
    [t(`words.role.${enterprise?.role ?? 'sme'}`), localPart(enterprise?.region ?? '', language)]
      .filter(Boolean)
      .join(' · '),
    `${t(`words.state.${state}`)} · ${t('map.output', { level: percent(view.level[row]!, language) })}`,
  ]
  if (view.block[row]! >= 0) {
    const cause = causes[view.block[row]!]!
    lines.push(
      t('map.blockOn', {
        cause: t(`words.cause.${cause}`),
        severity: t(`words.severityStep.${severityWord(view.severity[row]!)}`),
      }),
    )
  } else if (view.hops[row]! > 0) lines.push(t('map.hops', { count: view.hops[row]! }))
  if (state === 'running' && view.daysLeft[row]! >= 0) lines.push(t('map.runsFor', { count: view.daysLeft[row]! }))
  lines.push(...observed)
  const { wave } = outcome
  if (wave && wave.feels[row]! >= 0) {
    const date = (day: number) => shortDate(dateOfDay(outcome.scenario, day), language)
    lines.push(t('map.feels', { date: date(wave.feels[row]!) }))
    lines.push(wave.full[row]! >= 0 ? t('map.back', { date: date(wave.full[row]!) }) : t('map.staysDown'))
  }
  return { name: textIn(enterprise?.name, language), lines }
}

export interface HoverCardProps {
  readonly shown: ShownDay
  readonly row: number
  readonly x: number
  readonly y: number
  /** Size of the map pane, so that the card stays inside. */
  readonly width: number
  readonly height: number
}

const CARD_WIDTH = 266
const CARD_HEIGHT = 120

/** Nothing where there is no enterprise: a new chain has the focus on its map before it has one. */
export function HoverCard(props: HoverCardProps) {
  return props.row < props.shown.outcome.played.index.enterpriseCount ? <OfEnterprise {...props} /> : null
}

function OfEnterprise({ shown, row, ...place }: HoverCardProps) {
  return <HoverLines {...useShortLines(shown, row)} {...place} />
}

export interface HoverLinesProps extends Pick<HoverCardProps, 'x' | 'y' | 'width' | 'height'> {
  readonly name: string
  readonly lines: readonly string[]
}

export function HoverLines({ name, lines, x, y, width, height }: HoverLinesProps) {
  const left = Math.max(8, Math.min(x + 24, width - CARD_WIDTH))
  const top = y + 20 + CARD_HEIGHT > height ? Math.max(8, y - CARD_HEIGHT - 20) : y + 20
  return (
    <div className="hover-card" style={{ left, top }} aria-hidden="true">
      <strong>{name}</strong>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  )
}
