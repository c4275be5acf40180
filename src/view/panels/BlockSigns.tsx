import { severityOn } from '../../engine/forces.ts'
import type { TimelineBlock } from '../../engine/timeline.ts'
import { BLOCK_CAUSES, type BlockCauseId } from '../../model/block-causes.ts'
import { percent, shortDate } from '../../i18n/format.ts'
import { dateOfDay } from '../../state/selectors.ts'
import { useWords } from '../app-context.ts'
import { severityStep, severityWord } from '../../analysis/picture/severity.ts'
import type { ShownDay } from '../shown-day.ts'

/** The cause as on the map: one character, or two letters in English; the word for a screen reader and on hover. */
export function CauseBadge({ cause }: { readonly cause: BlockCauseId }) {
  const { t, language } = useWords()
  const { badgeZh, badgeEn } = BLOCK_CAUSES[cause]
  return (
    <span className="badge" title={t(`words.cause.${cause}`)}>
      <span aria-hidden="true">{language === 'zh' ? badgeZh : badgeEn}</span>
      <span className="hidden-visually">{t(`words.cause.${cause}`)}</span>
    </span>
  )
}

/** One to four bars; the word and the share on hover. */
export function SeverityBars({ severity }: { readonly severity: number }) {
  const { t, language } = useWords()
  const label = t('panels.blocks.severity', {
    percent: percent(severity, language),
    step: t(`words.severityStep.${severityWord(severity)}`),
  })
  return (
    <span className="bars" role="img" aria-label={label} title={label}>
      {[1, 2, 3, 4].map((bar) => (
        <i key={bar} className={bar <= severityStep(severity) ? 'on' : ''} />
      ))}
    </span>
  )
}

/** How long it has been open on the shown day, or when it begins, or when it was lifted. */
export function BlockAge({ timed, shown }: { readonly timed: TimelineBlock; readonly shown: ShownDay }) {
  const { t, language } = useWords()
  const date = (day: number) => shortDate(dateOfDay(shown.outcome.scenario, day), language)
  if (timed.since > shown.day) return <span>{t('panels.blocks.notYet', { date: date(timed.since) })}</span>
  if (severityOn(timed, shown.day) === 0) return <span>{t('panels.blocks.over', { date: date(timed.until) })}</span>
  if (shown.day >= timed.until) return <span>{t('panels.blocks.easing', { date: date(timed.until) })}</span>
  if (timed.since === -Infinity) return <span>{t('panels.blocks.alwaysOpen')}</span>
  return (
    <span title={t('panels.blocks.sinceDate', { date: date(timed.since) })}>
      {t('panels.blocks.daysOpen', { count: shown.day - timed.since + 1 })}
    </span>
  )
}
