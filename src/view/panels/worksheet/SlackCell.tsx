import { isDone } from '../../../analysis/worksheet/work-rows.ts'
import { FELT, type BlockSlack, type Moved } from '../../../analysis/worksheet/slack.ts'
import { decimal, shortDate } from '../../../i18n/format.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import { useWords } from '../../app-context.ts'
import type { WorkLineProps } from './work-line-props.ts'

/** Enterprises named in the explanation. */
const NAMED = 4

/** How late the clearing may be, or that it may not; what it frees; and why, on hover. */
export function SlackCell({ row, slack, isFresh, scenario, nameOfRow }: WorkLineProps) {
  const { t, language } = useWords()
  if (!slack) return <span className="work-wait">{isDone(row.state) || row.planned <= 0 ? '–' : '…'}</span>
  const date = (day: number) => (day < 0 ? t('work.slack.never') : shortDate(dateOfDay(scenario, day), language))
  const movedText = ({ row: at, resume, delayed, lost }: Moved) =>
    t(resume === delayed ? 'work.slack.loses' : 'work.slack.moves', {
      name: nameOfRow(at),
      before: date(resume),
      after: date(delayed),
      lost: decimal(lost, 2, language),
    })
  const moved = slack.moved.slice(0, NAMED).map(movedText)
  const more = slack.moved.length > NAMED ? [t('work.slack.more', { count: slack.moved.length - NAMED })] : []
  const help = [headOf(slack, t), ...moved, ...more, t(`work.slack.proof.${slack.proof}`)].join('\n')
  return (
    <span className={isFresh ? 'work-slack' : 'work-slack stale'} title={help}>
      {isDone(row.state) ? (
        <span>{t('work.slack.done')}</span>
      ) : slack.planned < 0 ? (
        <span>{t('work.slack.unplanned')}</span>
      ) : slack.slack === 0 ? (
        <strong className="critical-mark">{t('work.slack.critical')}</strong>
      ) : (
        <strong>{t(slack.isToEnd ? 'work.slack.toEnd' : 'work.slack.days', { count: slack.slack })}</strong>
      )}
      <small>{t(slack.planned < 0 ? 'work.slack.wouldFree' : 'work.slack.frees', { days: decimal(shownDays(slack.frees), 2, language) })}</small>
      <span className="hidden-visually">{help}</span>
    </span>
  )
} // prettier-ignore

/** What is shown as 0.00 is 0, without a sign. */
const shownDays = (days: number): number => (Math.abs(days) < FELT ? 0 : days)

function headOf({ planned, slack, isToEnd }: BlockSlack, t: ReturnType<typeof useWords>['t']): string {
  if (planned < 0) return t('work.slack.unplannedHelp')
  if (isToEnd) return t('work.slack.toEndHelp')
  return slack === 0 ? t('work.slack.criticalHelp') : t('work.slack.daysHelp', { count: slack })
}
