import { Button, CloseButton, Menu, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { differencesOf, membersOf, versionsOf, type ListVersion } from '../../../analysis/lists/list-versions.ts'
import { longDate } from '../../../i18n/format.ts'
import type { IsoDate } from '../../../model/chain.ts'
import { dayNumber, isoDate, today } from '../../../model/dates.ts'
import { textIn } from '../../../model/local-text.ts'
import { addList, listedImports, type ListStart } from '../../../state/actions/edit-lists.ts'
import type { Stores } from '../../../state/stores.ts'
import { useApp, useDocument, useSession, useWords } from '../../app-context.ts'
import './lists.css'
import { VersionDetail } from './VersionDetail.tsx'

/** The lists as dated versions: choose one, or make the next. */
export function ListsSheet() {
  const { t } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const [chosenDate, setChosenDate] = useState(useSession((state) => state.listDate))
  const versions = versionsOf(chain)
  const at = versions.findIndex(({ list }) => list.date === chosenDate)
  const chosen = versions[at] ?? versions.at(-1)
  const before = chosen && versions[versions.indexOf(chosen) - 1]
  return (
    <section className="sheet full lists-sheet" aria-label={t('lists.title')}>
      <div className="sheet-head">
        <h2 className="sheet-title">{t('lists.title')}</h2>
        <NewVersion hasVersions={versions.length > 0} onAdded={setChosenDate} />
        <CloseButton aria-label={t('lists.close')} onClick={() => stores.session.setState({ table: 'none' })} />
      </div>
      <div className="lists">
        {chosen ? (
          <>
            <Versions versions={versions} chosen={chosen} onChoose={setChosenDate} />
            <VersionDetail
              key={chosen.position}
              version={chosen}
              before={before?.list ?? null}
              onMoved={setChosenDate}
            />
          </>
        ) : (
          <p className="lists-empty">{t('lists.none')}</p>
        )}
      </div>
    </section>
  )
}

interface NewVersionProps {
  readonly hasVersions: boolean
  readonly onAdded: (date: IsoDate) => void
}

function NewVersion({ hasVersions, onAdded }: NewVersionProps) {
  const { t } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const add = (from: ListStart) => onAdded(addList(stores, from, dayOfNew(stores)))
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm">{t('lists.add')} ▾</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {hasVersions && <Menu.Item onClick={() => add({ kind: 'last' })}>{t('lists.fromLast')}</Menu.Item>}
        <Menu.Item onClick={() => add({ kind: 'roles' })}>{t('lists.fromRoles')}</Menu.Item>
        {listedImports(chain).map(({ id, file }) => (
          <Menu.Item key={id} onClick={() => add({ kind: 'import', id })}>
            {t('lists.fromImport', { file })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The day that is shown on the map; a version made while looking at a day is of that day. */
function dayOfNew(stores: Stores): IsoDate {
  const shown = stores.computed.getState().outcome
  const { day } = stores.session.getState()
  const { updated } = stores.document.getState().chain
  if (!shown) return updated ?? today()
  return isoDate(dayNumber(shown.scenario.start) + Math.min(day, shown.scenario.days - 1))
}

interface VersionsProps {
  readonly versions: readonly ListVersion[]
  readonly chosen: ListVersion
  readonly onChoose: (date: IsoDate) => void
}

function Versions({ versions, chosen, onChoose }: VersionsProps) {
  const { t, language } = useWords()
  return (
    <nav className="lists-versions" aria-label={t('lists.versions')}>
      <ol>
        {versions.toReversed().map((version) => {
          const { list } = version
          const before = versions[versions.indexOf(version) - 1]
          return (
            <li key={version.position}>
              <button
                type="button"
                aria-current={version === chosen ? 'true' : undefined}
                onClick={() => onChoose(list.date)}
              >
                <strong>{longDate(list.date, language)}</strong>
                <span>{t('lists.counts', countsOf(version))}</span>
                <Changes version={version} before={before} />
                <em>{textIn(list.note, language)}</em>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function countsOf({ list }: ListVersion) {
  const roles = [...membersOf(list).values()]
  const leading = roles.filter((role) => role === 'leading').length
  return { leading, core: roles.length - leading }
}

function Changes({ version, before }: { readonly version: ListVersion; readonly before: ListVersion | undefined }) {
  const { t } = useWords()
  if (!before) return version.list.note ? null : <span className="meta">{t('lists.first')}</span>
  const differences = differencesOf(before.list, version.list)
  const count = (kind: string) => differences.filter((each) => each.kind === kind).length
  const counts = { joined: count('joined'), left: count('left'), changed: count('changed') }
  return (
    <span className="meta" title={t('lists.changesSpoken', counts)}>
      <span aria-hidden="true">{t('lists.changesShort', counts)}</span>
      <VisuallyHidden>{t('lists.changesSpoken', counts)}</VisuallyHidden>
    </span>
  )
}
