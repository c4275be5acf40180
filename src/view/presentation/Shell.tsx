import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import '../shell.css'
import { redo, undo } from '../../state/document.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { Legend } from '../canvas/Legend.tsx'
import type { BlockFormTarget } from '../panels/BlockForm.tsx'
import { BlocksPanel } from '../panels/BlocksPanel.tsx'
import { DetailCard } from '../panels/DetailCard.tsx'
import { PANELS } from '../panels/panel-list.ts'
import type { SessionState } from '../../state/session.ts'
import type { MapTarget } from '../canvas/map-props.ts'
import { useComputed } from '../app-context.ts'
import { DaysBar } from './DaysBar.tsx'
import { MapPane } from './MapPane.tsx'
import { Strip } from './Strip.tsx'
import { TopBar } from './TopBar.tsx'

// What is not on the first screen is loaded when it is first shown.
const AnalysisSheet = lazy(async () => ({ default: await PANELS.analysis.load() }))
const BlockForm = lazy(async () => ({ default: await PANELS.form.load() }))
const HelpDialog = lazy(async () => ({ default: await PANELS.help.load() }))
const TableSheet = lazy(async () => ({ default: await PANELS.table.load() }))

type PhoneTab = 'blocks' | 'map' | 'card'

/** The screen: top bar, strip, blocks, map with the card over it, days. */
export function Shell() {
  const { t } = useWords()
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [form, setForm] = useState<BlockFormTarget | null>(null)
  const [tab, setTab] = useState<PhoneTab>('blocks')
  const search = useRef<HTMLInputElement>(null)
  const index = useComputed((state) => state.structure?.index)
  const table = useSession((state) => state.table)
  const isFolded = useSession((state) => state.folded.left)
  const isDropping = useDropFile()
  // On a phone the list is the page until the map is asked for.
  const LeftPlace = useMediaQuery('(max-width: 720px)') && tab === 'blocks' ? 'main' : 'aside'
  usePageKeys(search)
  const onSetBlock = (target: MapTarget) => {
    if (index)
      setForm(
        target.kind === 'supply'
          ? { supply: index.linkIds[target.row]! }
          : { enterprise: index.enterpriseIds[target.row]! },
      )
  }
  const help = () => setIsHelpOpen(true)
  return (
    <div className="shell" data-phone={tab} data-left-folded={isFolded}>
      <TopBar onHelp={help} searchRef={search} />
      <Strip />
      <LeftPlace className="left" aria-label={t('panels.blocks.title')} hidden={isFolded}>
        <BlocksPanel onEdit={(block) => setForm({ block })} />
        <Legend />
      </LeftPlace>
      <MapPane onSetBlock={onSetBlock} onHelp={help} />
      <MapOverlay onSetBlock={onSetBlock} onEdit={(block) => setForm({ block })} sheet={table} />
      <DaysBar />
      <PhoneTabs tab={tab} onTab={setTab} />
      <Suspense>
        {form && <BlockForm target={form} onClose={() => setForm(null)} />}
        {isHelpOpen && <HelpDialog onClose={() => setIsHelpOpen(false)} />}
      </Suspense>
      {isDropping && <div className="drop-here">{t('app.dropHere')}</div>}
    </div>
  )
}

interface OverlayProps {
  readonly onSetBlock: (target: MapTarget) => void
  readonly onEdit: (blockId: string) => void
  readonly sheet: SessionState['table']
}

/** Card and table lie over the map, so that opening them never moves it. */
function MapOverlay({ onSetBlock, onEdit, sheet }: OverlayProps) {
  const { t } = useWords()
  const { stores } = useApp()
  const hasSelection = useSession((state) => state.selection !== null)
  return (
    <div className="map-overlay">
      {hasSelection && <DetailCard onSetBlock={onSetBlock} onEdit={onEdit} />}
      <Suspense>
        {sheet === 'analysis' && <AnalysisSheet />}
        {(sheet === 'enterprises' || sheet === 'blocks') && <TableSheet onSetBlock={onSetBlock} onEdit={onEdit} />}
      </Suspense>
      {sheet === 'none' && (
        <div className="open-sheets">
          <Button size="compact-sm" onClick={() => stores.session.setState({ table: 'analysis' })}>
            {t('analysis.open')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => stores.session.setState({ table: 'enterprises' })}>
            {t('panels.table.open')} T
          </Button>
        </div>
      )}
    </div>
  )
}

function PhoneTabs({ tab, onTab }: { readonly tab: PhoneTab; readonly onTab: (tab: PhoneTab) => void }) {
  const { t } = useWords()
  return (
    <nav className="phone-tabs-place" aria-label={t('app.phone.label')}>
      <div className="phone-tabs" role="tablist">
        {(['blocks', 'map', 'card'] as const).map((name) => (
          <button key={name} type="button" role="tab" aria-selected={tab === name} onClick={() => onTab(name)}>
            {t(`app.phone.${name}`)}
          </button>
        ))}
      </div>
    </nav>
  )
}

/** Keys that hold everywhere: undo, redo, search, Esc; never while a text is being typed, but for Esc. */
function usePageKeys(search: React.RefObject<HTMLInputElement | null>): void {
  const { stores } = useApp()
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      const isCommand = event.ctrlKey || event.metaKey
      if (isCommand && event.key.toLowerCase() === 'z' && !isTyping) {
        event.preventDefault()
        if (event.shiftKey) redo(stores.document)
        else undo(stores.document)
      } else if (event.key === '/' && !isTyping && !isCommand) {
        event.preventDefault()
        search.current?.focus()
      } else if (event.key === 'Escape' && !event.defaultPrevented) stepBack(stores)
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [stores, search])
}

/** One step out: the table, then the selection, then the trace. */
function stepBack({ session }: ReturnType<typeof useApp>['stores']): void {
  const { table, selection, trace } = session.getState()
  if (table !== 'none') session.setState({ table: 'none' })
  else if (selection) session.setState({ selection: null })
  else if (trace) session.setState({ trace: null })
}

/** A file dropped anywhere on the page is opened. */
function useDropFile(): boolean {
  const { commands } = useApp()
  const [isDropping, setIsDropping] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault()
      setIsDropping(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsDropping(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setIsDropping(false)
      const file = event.dataTransfer?.files[0]
      if (file) commands.openFile(file)
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [commands])
  return isDropping
}
