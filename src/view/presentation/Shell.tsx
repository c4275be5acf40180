import { lazy, Suspense, useEffect, useRef, useState, type ComponentType } from 'react'
import { useStore } from 'zustand'
import '../shell.css'
import { loadWords } from '../../i18n/areas.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { Legend } from '../canvas/Legend.tsx'
import { BlocksPanel } from '../panels/BlocksPanel.tsx'
import { LateClearingDialog, LateLinkingBar, LateRowForm } from '../panels/edit/late.ts'
import { LateAssignDialog, LateFilterPanel, LateNoteForm, LateRoutesPanel } from '../panels/following/late.ts'
import { TakesFocus } from '../takes-focus.ts'
import { PANELS } from '../panels/panel-list.ts'
import { SHEET_VIEWS } from '../panels/sheet-list.ts'
import { DaysBar } from './DaysBar.tsx'
import { MapPane } from './MapPane.tsx'
import { OpenSheets } from './OpenSheets.tsx'
import { Strip } from './Strip.tsx'
import type { PhoneTab } from '../tour/tour-steps.ts'
import { usePageKeys } from './page-keys.ts'
import { useIsCovered, useIsPhone } from './page-shape.ts'
import { TopBar } from './TopBar.tsx'
import { useCardOnPhone, useSheetInSight } from './phone-tabs.ts'

// What is not on the first screen is loaded when it is first shown.
const BlockForm = lazy(async () => ({ default: await PANELS.form.load() }))
const CommandPalette = lazy(async () => ({ default: await PANELS.palette.load() }))
const DetailCard = lazy(async () => ({ default: await PANELS.card.load() }))
const HelpDialog = lazy(async () => ({ default: await PANELS.help.load() }))
const Tour = lazy(async () => ({ default: await PANELS.tour.load() }))
const ListBanner = lazy(async () => {
  await loadWords('lists')
  return { default: (await import('../panels/lists/ListBanner.tsx')).ListBanner }
})
const SaidStep = lazy(async () => {
  await loadWords('edit')
  return { default: (await import('../panels/SaidStep.tsx')).SaidStep }
})
const Present = lazy(async () => ({ default: await PANELS.present.load() }))
/** One for each view: the tables share one, which stays when another table is chosen in it. */
const sheetParts = new Map(
  Object.values(SHEET_VIEWS).map((view) => [view, lazy(async () => ({ default: await view.load() }))]),
)

const loadNotice = async () => {
  await loadWords('storage')
  return { default: (await import('../panels/storage/KeepingNotice.tsx')).KeepingNotice }
}
const KeepingNotice = lazy(loadNotice)
/** Milliseconds after which the notice is fetched in advance: it must also come up when the host is gone. */
const NOTICE_READY_AFTER = 3_000

/** The screen: top bar, strip, blocks, map with the card over it, days. */
export function Shell() {
  const { t } = useWords()
  const [tab, setTab] = useState<PhoneTab>('blocks')
  const search = useRef<HTMLInputElement>(null)
  const isFolded = useSession((state) => state.folded.left)
  const isCovered = useIsCovered()
  const isDropping = useDropFile()
  // On a phone the list is the page until the map is asked for.
  const isPhone = useIsPhone()
  const LeftPlace = isPhone && tab === 'blocks' ? 'main' : 'aside'
  useCardOnPhone(isPhone && tab === 'blocks', setTab)
  usePageKeys(search)
  useKeptFocus()
  useClearedNotice()
  useSheetInSight(setTab)
  return (
    <div className="shell" data-phone={tab} data-left-folded={isFolded}>
      <TopBar searchRef={search} />
      <Notices />
      <Strip />
      <LeftPlace className="left" aria-label={t('panels.blocks.title')} hidden={isFolded} inert={isCovered}>
        <BlocksPanel />
        <Legend />
      </LeftPlace>
      <MapPane />
      <MapOverlay />
      <ShownList />
      <DaysBar />
      <PhoneTabs tab={tab} onTab={setTab} />
      <Suspense>
        <OpenForm />
        <OpenEdit />
        <OpenDialog onTab={setTab} />
      </Suspense>
      <Suspense>
        <SaidStep />
      </Suspense>
      {isDropping && <div className="drop-here">{t('app.dropHere')}</div>}
    </div>
  )
}

/** Loaded after the first screen: until then nothing has been opened that could be closed. */
function useKeptFocus(): void {
  useEffect(() => {
    let stop = () => {}
    let isWanted = true
    void import('../kept-focus.ts').then(({ keepFocus }) => {
      if (isWanted) stop = keepFocus()
    })
    return () => {
      isWanted = false
      stop()
    }
  }, [])
}

/** What a person must know about keeping: loaded when there is something to say. */
function Notices() {
  const hasNotice = useStore(
    useApp().keeper.state,
    ({ save, role, report }) => save.kind === 'failed' || role === 'reads' || report !== null,
  )
  useEffect(() => {
    const timer = setTimeout(() => void loadNotice(), NOTICE_READY_AFTER)
    return () => clearTimeout(timer)
  }, [])
  return <Suspense>{hasNotice && <KeepingNotice />}</Suspense>
}

/** Which version of the lists the map shows, and how to leave it. */
function ShownList() {
  const date = useSession((state) => state.listDate)
  const isCovered = useSession((state) => state.table !== 'none')
  return (
    <div className="map-overlay">
      <Suspense>{date !== null && !isCovered && <ListBanner date={date} />}</Suspense>
    </div>
  )
}

function OpenEdit() {
  const { stores } = useApp()
  const edit = useSession((state) => state.edit)
  const linking = useSession((state) => state.linking)
  const assigning = useSession((state) => state.assigning)
  const clearing = useSession((state) => state.clearing)
  const note = useSession((state) => state.note)
  return (
    <>
      {edit && <LateRowForm target={edit} onClose={() => stores.session.setState({ edit: null })} />}
      {linking !== null && <LateLinkingBar from={linking} />}
      {assigning && <LateAssignDialog blocks={assigning} />}
      {clearing && <LateClearingDialog blocks={clearing} />}
      {note && <LateNoteForm target={note} />}
    </>
  )
}

function OpenForm() {
  const { stores } = useApp()
  const form = useSession((state) => state.form)
  return form && <BlockForm target={form} onClose={() => stores.session.setState({ form: null })} />
}

function OpenDialog({ onTab }: { readonly onTab: (tab: PhoneTab) => void }) {
  const { stores } = useApp()
  const dialog = useSession((state) => state.dialog)
  const close = () => stores.session.setState({ dialog: 'none', helpFor: null })
  if (dialog === 'present') return <Present onClose={close} />
  if (dialog === 'tour') return <Tour onTab={onTab} onClose={close} />
  if (dialog === 'palette') return <CommandPalette onClose={close} />
  return dialog === 'help' && <HelpDialog onClose={close} />
}

/** Card and sheets lie over the map, so that opening them never moves it. */
function MapOverlay() {
  const sheet = useSession((state) => state.table)
  const isFilterOpen = useSession((state) => state.isFilterOpen)
  const hasRoutes = useSession((state) => typeof state.routes?.to === 'string')
  const hasSelection = useSession((state) => state.selection !== null)
  const isMain = useIsCovered()
  const view = sheet === 'none' ? undefined : SHEET_VIEWS[sheet]
  const Sheet = view && sheetParts.get(view)
  const isTable = view === SHEET_VIEWS.enterprises
  return (
    <div className="map-overlay" role={isMain ? 'main' : undefined}>
      <Suspense>{isFilterOpen && <Opened part={LateFilterPanel} within=".side-panel" />}</Suspense>
      <Suspense>{hasRoutes && <Opened part={LateRoutesPanel} within=".side-panel" />}</Suspense>
      <Suspense>{hasSelection && <DetailCard />}</Suspense>
      <Suspense>{Sheet && <Opened key={isTable ? 'table' : sheet} part={Sheet} within=".sheet" />}</Suspense>
      <OpenSheets isHidden={sheet !== 'none'} />
    </div>
  )
}

/** A part that lies over the map, and takes the focus when it is opened. */
function Opened({ part: Part, within }: { readonly part: ComponentType; readonly within: string }) {
  return (
    <>
      <Part />
      <TakesFocus within={`.map-overlay ${within}`} />
    </>
  )
}

function PhoneTabs({ tab, onTab }: { readonly tab: PhoneTab; readonly onTab: (tab: PhoneTab) => void }) {
  const { t } = useWords()
  const { stores } = useApp()
  const go = (name: PhoneTab) => {
    stores.session.setState({ table: 'none' })
    onTab(name)
  }
  return (
    <nav className="phone-tabs-place" aria-label={t('app.phone.label')}>
      <div className="phone-tabs" role="tablist" aria-label={t('app.phone.label')}>
        {(['blocks', 'map', 'card'] as const).map((name) => (
          <button key={name} type="button" role="tab" aria-selected={tab === name} onClick={() => go(name)}>
            {t(`app.phone.${name}`)}
          </button>
        ))}
      </div>
    </nav>
  )
}

/** Steps after which is said what they bring. */
const CLEARINGS: readonly string[] = ['clearBlock', 'clearBlocks']

/** Says what a clearing brings, once its run is there. */
function useClearedNotice(): void {
  const { t } = useWords()
  const { stores } = useApp()
  useEffect(() => {
    let said = stores.document.getState().past.at(-1)
    return stores.computed.subscribe(({ outcome }, before) => {
      const last = stores.document.getState().past.at(-1)
      if (outcome === before.outcome || last === said) return
      said = last
      if (last && CLEARINGS.includes(last.name))
        void import('../panels/ClearedNotice.tsx').then(({ sayCleared }) => sayCleared(last, t('app.close')))
    })
  }, [stores, t])
}

/** What some browsers have beyond the standard's types. */
type DroppedThing = DataTransferItem & { readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> }

/** A chain file dropped anywhere on the page is opened, other files are brought in. */
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
      const files = [...(event.dataTransfer?.files ?? [])]
      const [first]: DroppedThing[] = [...(event.dataTransfer?.items ?? [])]
      // Asked at once: the browser tells the place of a file only while it is being dropped.
      if (files.length > 0)
        commands.takeFiles(
          files,
          first?.getAsFileSystemHandle?.().catch(() => null),
        )
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
