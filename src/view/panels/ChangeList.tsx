import { changesIn, type Changes } from '../../analysis/planners/changes.ts'
import { signedFully } from '../../i18n/format.ts'
import { useWords } from '../app-context.ts'
import type { ShownDay } from '../shown-day.ts'
import { EnterpriseLink } from './ThingLink.tsx'

/** Enterprises that are named; the rest is counted. */
const NAMED = 5

export interface ChangeListProps {
  readonly shown: ShownDay
  readonly title: string
  readonly changes: Changes
}

/** Enterprises that win or lose output, in days of their full output. */
export function ChangeList({ shown, title, changes }: ChangeListProps) {
  const { t, language } = useWords()
  const count = changes.rows.length
  if (count === 0) return null
  return (
    <>
      <h3>
        {title} <small>{t('panels.card.changeUnit', { count })}</small>
      </h3>
      <ul>
        {changesIn(changes, NAMED).map(({ row, days }) => (
          <li key={row} className="change">
            <EnterpriseLink shown={shown} row={row} />
            <span className={days > 0 ? 'better' : 'worse'}>
              {days > 0 ? '▲ ' : '▼ '}
              {signedFully(days, 2, language)}
            </span>
          </li>
        ))}
      </ul>
      {count > NAMED && <p className="meta">{t('panels.card.moreChanges', { count: count - NAMED })}</p>}
    </>
  )
}
