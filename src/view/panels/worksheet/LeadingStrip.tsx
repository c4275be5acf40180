import { useState } from 'react'
import { decimal, shortDate, signed } from '../../../i18n/format.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import { useDocument, useWords } from '../../app-context.ts'
import { rowName } from '../../names.ts'
import type { ShownDay } from '../../shown-day.ts'
import type { Live } from './use-live.ts'

/** Enterprises shown; the rest are counted. */
const SHOWN = 14
/** Less than this many days is shown as 0.00. */
const NOTHING = 5e-3
/** Two runs that differ by less are the same. */
const SAME = 1e-9

interface LeadingStripProps {
  readonly shown: ShownDay
  readonly live: Live
}

/** When each leading enterprise is back at full output, and what a moved due date does to it, while it is moved. */
export function LeadingStrip({ shown, live }: LeadingStripProps) {
  const { t, language } = useWords()
  const { scenario } = shown.outcome
  const { plan, planned, uncleared, moved } = live
  const total = moved?.total ?? planned
  const last = useLastStep(planned)
  const days = (value: number) => decimal(value, 2, language)
  const entries = entriesOf(live)
  return (
    <section className="work-leading" aria-label={t('work.leading.title')}>
      <div className="work-total" title={t('work.leading.help')}>
        <span>{t('work.leading.lost')}</span>
        <strong>{t('work.leading.days', { days: days(scenario.days - total) })}</strong>
        <small role="status">
          {moved
            ? t('work.leading.moving', { date: shortDate(dateOfDay(scenario, moved.moving.day), language), days: signed(total - planned, 2, language) })
            : last !== 0
              ? t('work.leading.lastStep', { days: signed(last, 2, language) })
              : t(Math.abs(planned - uncleared) > NOTHING ? 'work.leading.won' : 'work.leading.within', { days: signed(planned - uncleared, 2, language), count: scenario.days })}
        </small>
      </div>
      <ul>
        {entries.slice(0, SHOWN).map((entry) => (
          <LeadingChip key={entry.row} entry={entry} shown={shown} />
        ))}
        {entries.length > SHOWN && <li className="rest">{t('work.leading.more', { count: entries.length - SHOWN })}</li>}
        {entries.length === 0 && <li className="rest">{plan.resume.length === 0 ? t('work.leading.none') : t('work.leading.allFull')}</li>}
      </ul>
    </section>
  )
} // prettier-ignore

interface Entry {
  readonly row: number
  readonly resume: number
  readonly now: number
  /** Days of its output that the move wins or loses. */
  readonly change: number
  readonly lost: number
}

/** Those that a move touches first, then those that are back last. */
function entriesOf({ rows, plan, moved }: Live): readonly Entry[] {
  const late = (day: number) => (day < 0 ? Infinity : day)
  const entries = rows.map((row, at): Entry => {
    const now = moved ? moved.days.resume[at]! : plan.resume[at]!
    const change = moved ? moved.days.output[at]! - plan.output[at]! : 0
    return { row, resume: plan.resume[at]!, now, change, lost: plan.output[at]! }
  })
  const isTouched = ({ resume, now, change }: Entry) => resume !== now || Math.abs(change) > NOTHING
  return entries
    .filter((entry) => entry.resume !== 0 || isTouched(entry))
    .toSorted((a, b) => {
      const touched = Number(isTouched(b)) - Number(isTouched(a))
      if (touched !== 0) return touched
      return late(a.now) === late(b.now) ? a.row - b.row : late(b.now) - late(a.now)
    })
}

function LeadingChip({ entry, shown }: { readonly entry: Entry; readonly shown: ShownDay }) {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const { scenario, played } = shown.outcome
  const { row, resume, now, change } = entry
  const date = (day: number) =>
    day < 0 ? t('work.slack.never') : day === 0 ? t('work.leading.always') : shortDate(dateOfDay(scenario, day), language)
  const isLater = resume >= 0 && (now < 0 || now > resume)
  const isTouched = now !== resume || Math.abs(change) > NOTHING
  return (
    <li className={isTouched ? (isLater || change < 0 ? 'worse' : 'better') : ''}>
      <span title={rowName(chain, played.index, row, language)}>{rowName(chain, played.index, row, language)}</span>
      <strong>
        {now === resume ? date(now) : `${date(resume)} → ${date(now)}`}
      </strong>
      {Math.abs(change) > NOTHING && <small>{`${change > 0 ? '▲' : '▼'} ${t('work.leading.output', { days: signed(change, 2, language) })}`}</small>}
    </li>
  )
} // prettier-ignore

/** What the last step changed in the leading output, in days; 0 before the first. */
function useLastStep(planned: number): number {
  const [seen, setSeen] = useState({ planned, change: 0 })
  if (Math.abs(seen.planned - planned) > SAME) setSeen({ planned, change: planned - seen.planned })
  return Math.abs(seen.change) > NOTHING ? seen.change : 0
}
