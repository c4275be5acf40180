import { Button, Menu, Tabs } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo, useState } from 'react'
import { differencesOf, membersOf, type ListVersion } from '../../../analysis/lists/list-versions.ts'
import { longDate } from '../../../i18n/format.ts'
import type { ChainList, IsoDate } from '../../../model/chain.ts'
import { textIn } from '../../../model/local-text.ts'
import { moveList, noteList, removeList } from '../../../state/actions/edit-lists.ts'
import { undo } from '../../../state/document.ts'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { ChangesTab } from './ChangesTab.tsx'
import { CoverageSentence, CoverageTab, type Reach } from './Coverage.tsx'
import { LeaveField } from './LeaveField.tsx'
import { MembersTab } from './MembersTab.tsx'
import { ProposalsTab } from './ProposalsTab.tsx'

export interface VersionDetailProps {
  readonly version: ListVersion
  /** The version before; null for the oldest. */
  readonly before: ChainList | null
  readonly onMoved: (date: IsoDate) => void
}

/** One version: its day and note, how far it covers the leading enterprises, members, changes, proposals. */
export function VersionDetail({ version, before, onMoved }: VersionDetailProps) {
  const { t, language } = useWords()
  const { list } = version
  const members = useMemo(() => membersOf(list), [list])
  const differences = useMemo(() => differencesOf(before, list), [before, list])
  const [reach, setReach] = useState<Reach>('direct')
  const shared = { date: list.date, members }
  return (
    <div
      className="lists-version"
      role="group"
      aria-label={t('lists.version', { date: longDate(list.date, language) })}
    >
      <VersionHead list={list} onMoved={onMoved} />
      <CoverageSentence members={members} reach={reach} />
      <Tabs defaultValue="members" keepMounted={false}>
        <Tabs.List aria-label={t('lists.version', { date: longDate(list.date, language) })}>
          <Tabs.Tab value="members">
            {t('lists.tabs.members')} {members.size}
          </Tabs.Tab>
          <Tabs.Tab value="changes">
            {t('lists.tabs.changes')} {before ? differences.length : ''}
          </Tabs.Tab>
          <Tabs.Tab value="coverage">{t('lists.coverage.title')}</Tabs.Tab>
          <Tabs.Tab value="proposals">{t('lists.tabs.proposals')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="members">
          <MembersTab {...shared} />
        </Tabs.Panel>
        <Tabs.Panel value="changes">
          <ChangesTab date={list.date} before={before} differences={differences} />
        </Tabs.Panel>
        <Tabs.Panel value="coverage">
          <CoverageTab {...shared} reach={reach} onReach={setReach} />
        </Tabs.Panel>
        <Tabs.Panel value="proposals">
          <ProposalsTab {...shared} />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}

function VersionHead({ list, onMoved }: { readonly list: ChainList; readonly onMoved: (date: IsoDate) => void }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const [isRefused, setIsRefused] = useState(false)
  const shownDate = useSession((state) => state.listDate)
  const date = longDate(list.date, language)
  const isShown = shownDate === list.date
  const move = (to: string) => {
    const isMoved = moveList(stores, list.date, to)
    setIsRefused(!isMoved)
    if (!isMoved) return
    if (isShown) stores.session.setState({ listDate: to })
    onMoved(to)
  }
  const show = () => stores.session.setState(isShown ? { listDate: null } : { ...SHOWN, listDate: list.date })
  return (
    <div className="lists-head">
      <LeaveField type="date" label={t('lists.date')} text={list.date} onLeave={move} />
      <LeaveField
        label={t('lists.note')}
        text={textIn(list.note, language)}
        style={{ flex: '1 1 200px' }}
        onLeave={(text) => noteList(stores, list.date, text)}
      />
      <Button size="compact-sm" onClick={show}>
        {t(isShown ? 'lists.hide' : 'lists.show')}
      </Button>
      <ExportMenu date={list.date} />
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          removeList(stores, list.date)
          offerUndo(t('lists.deleted', { date }), t('lists.undo'), () => undo(stores.document))
        }}
      >
        {t('lists.delete')}
      </Button>
      {isRefused && <p role="alert">{t('lists.dateTaken')}</p>}
    </div>
  )
}

/** What else would dim cards goes when a version is shown. */
const SHOWN = { table: 'none', lit: null, preview: null, trace: null, selection: null } as const

function offerUndo(message: string, name: string, onUndo: () => void): void {
  const id = 'lists-deleted'
  const take = () => {
    onUndo()
    notifications.hide(id)
  }
  notifications.hide(id)
  notifications.show({
    id,
    message: (
      <>
        {message}{' '}
        <Button size="compact-xs" variant="default" onClick={take}>
          {name}
        </Button>
      </>
    ),
  })
}

function ExportMenu({ date }: { readonly date: IsoDate }) {
  const { t, language } = useWords()
  const { commands } = useApp()
  const write = (format: 'csv' | 'workbook') => {
    commands
      .handOnList(date, format)
      .then(() => notifications.show({ message: t('lists.written', { date: longDate(date, language) }) }))
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        notifications.show({ color: 'red', message: t('lists.failed', { reason }) })
      })
  }
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          {t('lists.export')} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => write('workbook')}>{t('lists.xlsx')}</Menu.Item>
        <Menu.Item onClick={() => write('csv')}>{t('lists.csv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
