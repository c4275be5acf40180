import type { ListDifference } from '../../../analysis/lists/list-versions.ts'
import { longDate } from '../../../i18n/format.ts'
import type { ChainList, IsoDate } from '../../../model/chain.ts'
import { textIn } from '../../../model/local-text.ts'
import { setReason } from '../../../state/actions/edit-lists.ts'
import { useApp, useWords } from '../../app-context.ts'
import { LeaveField } from './LeaveField.tsx'
import { useListNames } from './list-names.ts'
import { MemberLink } from './MemberLink.tsx'

const SIGNS = { joined: '+', left: '−', changed: '↔' } as const
/** Changes that are listed. */
const LISTED = 200

interface ChangesTabProps {
  readonly date: IsoDate
  readonly before: ChainList | null
  readonly differences: readonly ListDifference[]
}

/** Who joined, left or changed role since the version before, and why. */
export function ChangesTab({ date, before, differences }: ChangesTabProps) {
  const { t, language } = useWords()
  if (!before) return <p>{t('lists.changes.first')}</p>
  const since = longDate(before.date, language)
  if (differences.length === 0) return <p>{t('lists.changes.none', { date: since })}</p>
  const silent = differences.filter(({ reason }) => reason === null).length
  return (
    <>
      <p>
        {t('lists.changes.against', { date: since })}{' '}
        {silent > 0 && <span className="tag">{t('lists.changes.withoutReason', { count: silent })}</span>}
      </p>
      <table className="lists-table" aria-label={t('lists.changes.table')}>
        <thead>
          <tr>
            <th scope="col">{t('lists.changes.what')}</th>
            <th scope="col">{t('lists.members.name')}</th>
            <th scope="col">{t('lists.changes.how')}</th>
            <th scope="col">{t('lists.changes.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.slice(0, LISTED).map((difference) => (
            <ChangeRow key={difference.enterprise} date={date} difference={difference} />
          ))}
        </tbody>
      </table>
      {differences.length > LISTED && (
        <p className="meta">{t('lists.coverage.more', { count: differences.length - LISTED })}</p>
      )}
    </>
  )
}

function ChangeRow({ date, difference }: { readonly date: IsoDate; readonly difference: ListDifference }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const { name } = useListNames()
  const { enterprise, kind, from, to, reason } = difference
  const [was, is] = [from && t(`words.role.${from}`), to && t(`words.role.${to}`)]
  const how = was && is ? t('lists.changes.fromTo', { from: was, to: is }) : null
  const role = is ? t('lists.changes.as', { role: is }) : t('lists.changes.was', { role: was ?? '' })
  return (
    <tr>
      <td className="lists-sign">
        {SIGNS[kind]} {t(`lists.changes.${kind}`)}
      </td>
      <th scope="row">
        <MemberLink id={enterprise} />
      </th>
      <td>{how ?? role}</td>
      <td className="lists-reason">
        <LeaveField
          aria-label={t('lists.changes.reasonOf', { name: name(enterprise) })}
          placeholder={t('lists.changes.reasonHint')}
          text={textIn(reason ?? undefined, language)}
          onLeave={(text) => setReason(stores, date, enterprise, text)}
        />
      </td>
    </tr>
  )
}
