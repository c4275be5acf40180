import { Button, NativeSelect, Select, VisuallyHidden } from '@mantine/core'
import { useMemo, useState } from 'react'
import {
  LIST_ROLES,
  membersOf,
  versionsOf,
  type ListRole,
  type Members,
} from '../../../analysis/lists/list-versions.ts'
import { EVERY_MEMBER, passes, type MemberFilter } from '../../../analysis/lists/member-filter.ts'
import { longDate } from '../../../i18n/format.ts'
import { localPart } from '../../../model/local-part.ts'
import type { Chain, Enterprise, IsoDate } from '../../../model/chain.ts'
import { textIn } from '../../../model/local-text.ts'
import { setMember } from '../../../state/actions/edit-lists.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import { useListNames } from './list-names.ts'
import { MemberFilters } from './MemberFilters.tsx'
import { MemberLink } from './MemberLink.tsx'

/** Members that are listed at once; filters bring the others. */
const LISTED = 200
/** Enterprises offered while a name is typed. */
const OFFERED = 40

export interface MembersTabProps {
  readonly date: IsoDate
  readonly members: Members
}

/** Who is on the list, leading first, to be filtered and edited. */
export function MembersTab({ date, members }: MembersTabProps) {
  const { t } = useWords()
  const names = useListNames()
  const chain = useDocument((state) => state.chain)
  const [filter, setFilter] = useState<MemberFilter>(EVERY_MEMBER)
  const since = useMemo(() => onListSince(chain, date), [chain, date])
  const order = [...members.keys()].toSorted(
    (a, b) => LIST_ROLES.indexOf(members.get(a)!) - LIST_ROLES.indexOf(members.get(b)!) || names.compare(a, b),
  )
  // A column that says nothing of anybody only takes room.
  const hasIndustry = order.some((id) => names.byId.get(id)!.industry)
  const hasMarks = order.some((id) => marksOf(names.byId.get(id)!, members.get(id)!, t).length > 0)
  const shown = order.filter((id) => passes(names.byId.get(id)!, filter))
  return (
    <>
      <div className="lists-tools">
        <AddMember date={date} members={members} />
        {members.size > 0 && <MemberFilters ids={order} filter={filter} shown={shown.length} onFilter={setFilter} />}
      </div>
      {members.size === 0 && <p>{t('lists.members.nobody')}</p>}
      {shown.length === 0 && members.size > 0 && <p>{t('lists.members.noHits')}</p>}
      {shown.length > 0 && (
        <table className="lists-table" aria-label={t('lists.members.table')}>
          <thead>
            <tr>
              {COLUMNS.filter((id) => (id !== 'industry' || hasIndustry) && (id !== 'kind' || hasMarks)).map(
                (column) => (
                  <th key={column} scope="col">
                    {t(`lists.members.${column}`)}
                  </th>
                ),
              )}
              <th scope="col" title={t('lists.members.sinceHelp')}>
                {t('lists.members.since')}
              </th>
              <th scope="col">
                <VisuallyHidden>{t('lists.members.drop')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, LISTED).map((id) => (
              <MemberRow
                key={id}
                date={date}
                enterprise={names.byId.get(id)!}
                role={members.get(id)!}
                since={since.get(id) ?? date}
                hasIndustry={hasIndustry}
                hasMarks={hasMarks}
              />
            ))}
          </tbody>
        </table>
      )}
      {shown.length > LISTED && <p className="meta">{t('lists.members.more', { count: shown.length - LISTED })}</p>}
    </>
  )
}

/** The oldest version from which on each member has been on every list up to this one. */
function onListSince(chain: Chain, date: IsoDate): ReadonlyMap<string, IsoDate> {
  let since = new Map<string, IsoDate>()
  for (const { list } of versionsOf(chain)) {
    if (list.date > date) break
    const before = since
    since = new Map([...membersOf(list).keys()].map((id) => [id, before.get(id) ?? list.date]))
  }
  return since
}

interface MemberRowProps {
  readonly date: IsoDate
  readonly enterprise: Enterprise
  readonly role: ListRole
  readonly since: IsoDate
  readonly hasIndustry: boolean
  readonly hasMarks: boolean
}

const COLUMNS = ['name', 'role', 'stage', 'region', 'industry', 'kind'] as const

/** What sets a member apart: another role in the chain than on the list, owners abroad. */
const marksOf = (
  { role, foreign }: Enterprise,
  listed: ListRole,
  t: ReturnType<typeof useWords>['t'],
): readonly string[] => [
  ...(role === listed ? [] : [t('lists.members.now', { role: t(`words.role.${role}`) })]),
  ...(foreign ? [t('lists.members.foreign')] : []),
]

function MemberRow({ date, enterprise, role, since, hasIndustry, hasMarks }: MemberRowProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const stages = useDocument((state) => state.chain.stages)
  const { id, region, industry } = enterprise
  const name = textIn(enterprise.name, language) || id
  return (
    <tr>
      <th scope="row">
        <MemberLink id={id} />
      </th>
      <td>
        <NativeSelect
          size="xs"
          aria-label={t('lists.members.roleOf', { name })}
          value={role}
          data={LIST_ROLES.map((value) => ({ value, label: t(`words.role.${value}`) }))}
          onChange={(event) => setMember(stores, date, id, event.currentTarget.value as ListRole)}
        />
      </td>
      <td>{textIn(stages.find((stage) => stage.id === enterprise.stage)?.name, language)}</td>
      <td>{localPart(region ?? '', language)}</td>
      {hasIndustry && <td>{localPart(industry ?? '', language)}</td>}
      {hasMarks && <td title={t('lists.members.nowHelp')}>{marksOf(enterprise, role, t).join(' · ')}</td>}
      <td className="lists-since">{longDate(since, language)}</td>
      <td>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('lists.members.dropOne', { name })}
          onClick={() => setMember(stores, date, id, null)}
        >
          {t('lists.members.drop')}
        </Button>
      </td>
    </tr>
  )
}

/** Puts somebody on the list: leading by present role on the first one, anybody else on the second. */
function AddMember({ date, members }: MembersTabProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const { byId } = useListNames()
  const choices = useMemo(
    () =>
      [...byId.values()]
        .filter(({ id }) => !members.has(id))
        .map(({ id, name }) => ({ value: id, label: textIn(name, language) || id })),
    [byId, members, language],
  )
  return (
    <Select
      size="xs"
      className="lists-add"
      searchable
      limit={OFFERED}
      label={t('lists.members.addLabel')}
      placeholder={t('lists.members.addHint')}
      data={choices}
      value={null}
      onChange={(id) => {
        if (id !== null) setMember(stores, date, id, byId.get(id)!.role === 'leading' ? 'leading' : 'core')
      }}
    />
  )
}
