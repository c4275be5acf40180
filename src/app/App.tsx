import { createTheme, MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { showLanguage } from '../i18n/i18n.ts'
import type { Runner } from '../analysis/runner.ts'
import { showChain } from '../state/actions/show-chain.ts'
import type { Keeper } from '../state/persistence/keeper.ts'
import type { Stores } from '../state/stores.ts'
import { AppContext, type Commands } from '../view/app-context.ts'
import { Shell } from '../view/presentation/Shell.tsx'
import { downloadChain, readFile, readShipped, type OpenReport } from './open-chain.ts'
import { download } from './download.ts'
import { Fallible } from './Fallible.tsx'
import { startNavigation } from './navigation.ts'
import { offerTour } from './offer-tour.ts'
import { fileJobs } from '../worker/file-jobs.ts'
import { inbox } from '../state/inbox.ts'
import { fileWorker } from './workers.ts'
import { SHIPPED } from './shipped-chains.ts'

const ProblemsDialog = lazy(async () => ({
  default: (await import('../view/presentation/ProblemsDialog.tsx')).ProblemsDialog,
}))

const THEME = createTheme({
  primaryColor: 'blue',
  primaryShade: 8,
  autoContrast: true,
  fontFamily: 'Inter, system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  cursorType: 'pointer',
  // The greys of the components are those of the page: dialogs, menus and fields stand on the same ground.
  colors: {
    dark: [
      '#edf1f5',
      '#b4bec9',
      '#93a0ad',
      '#6b7783',
      '#434d58',
      '#343c46',
      '#262d35',
      '#1b2026',
      '#171b20',
      '#12151a',
    ],
  },
})

/** The cross of a message is named, in the language of the page. */
function useTheme() {
  const { t } = useTranslation()
  const close = t('app.close')
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': close }
    return mergeThemeOverrides(THEME, { components: { Notification: { defaultProps: { closeButtonProps } } } })
  }, [close])
}

export interface AppProps {
  readonly stores: Stores
  readonly keeper: Keeper
  readonly planner: Runner
  readonly previewer: Runner
}

/** The page: stores from outside, commands that need files and workers, and what opening a file came to. */
export function App({ stores, keeper, planner, previewer }: AppProps) {
  const theme = useTheme()
  const [report, setReport] = useState<OpenReport | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const commands = useCommands(stores, keeper, setReport, chooser)
  const language = useStore(stores.session, (state) => state.language)
  const colorScheme = useStore(stores.session, (state) => state.theme)

  useEffect(() => warnBeforeLeaving(keeper), [keeper])
  useEffect(() => {
    void showLanguage(language)
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])

  // Read before anything replaces the address.
  const [fragment] = useState(() => location.hash.slice(1))
  useEffect(() => startNavigation(stores), [stores])
  useEffect(() => offerTour(stores, fragment !== ''), [stores, fragment])
  useEffect(() => {
    if (fragment === '') return
    void import('./share.ts').then(async ({ openLink, linkName }) => {
      const problems = await openLink(stores, fragment)
      if (problems.length > 0)
        setReport({ file: linkName(stores.session.getState().language), isOpened: false, problems })
    })
  }, [stores, fragment])
  const value = useMemo(
    () => ({ stores, commands, shipped: SHIPPED, keeper, planner, previewer, map: { current: null } }),
    [stores, commands, keeper, planner, previewer],
  )
  return (
    <MantineProvider theme={theme} forceColorScheme={colorScheme}>
      <AppContext value={value}>
        <Notifications position="bottom-left" autoClose={5000} notificationMaxHeight={320} />
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".json,.csv,.tsv,.txt,.xlsx,.zip,.gexf,.graphml,.xml,.cyjs,application/json"
          aria-hidden="true"
          tabIndex={-1}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (file && isBroughtIn(file.name)) commands.takeFiles([file])
            else if (file) commands.openFile(file)
            event.currentTarget.value = ''
          }}
        />
        <Fallible>
          <Shell />
        </Fallible>
        <Suspense>{report && <ProblemsDialog {...report} onClose={() => setReport(null)} />}</Suspense>
      </AppContext>
    </MantineProvider>
  )
}

const isChainFile = (name: string): boolean => /\.chain\.json$/i.test(name)

/** Tables and graphs, by their names; other files are opened as chains, which says what is wrong with them. */
const isBroughtIn = (name: string): boolean => /\.(?:csv|tsv|tab|txt|xls\w?|gexf|graphml|cyjs)$/i.test(name)

/** Only what is nowhere but in memory holds a person up; what is being written will be there. */
function warnBeforeLeaving({ state }: Keeper): () => void {
  const hear = (event: BeforeUnloadEvent): void => {
    const { save } = state.getState()
    if (save.kind === 'failed' && save.failure.reason !== 'erased' && save.failure.reason !== 'slow')
      event.preventDefault()
  }
  addEventListener('beforeunload', hear)
  return () => removeEventListener('beforeunload', hear)
}

function useCommands(
  stores: Stores,
  keeper: Keeper,
  setReport: (report: OpenReport | null) => void,
  chooser: React.RefObject<HTMLInputElement | null>,
): Commands {
  return useMemo(() => {
    /** Whether it was opened. */
    const open = async (file: File): Promise<boolean> => {
      const read = await readFile(file, file.name)
      if (!read) return false
      const { chain, report } = read
      if (chain) showChain(stores, chain, { kind: 'file', name: file.name })
      if (report.problems.length > 0) setReport(report)
      return chain !== null
    }
    const openFile = (file: File): void => void open(file)
    const bringIn = (files: readonly File[]): void => {
      inbox.setState({ files })
      stores.session.setState({ table: 'bring' })
    }
    return {
      openShipped: (id) => {
        void readShipped(id).then((read) => {
          if (read?.chain) showChain(stores, read.chain, { kind: 'shipped', id })
          else if (read) setReport(read.report)
        })
      },
      openFile,
      takeFiles: (files, dropped) => {
        const [file] = files
        if (files.length > 1 || !file || !isChainFile(file.name)) return bringIn(files)
        void open(file).then(async (isOpen) => {
          if (isOpen && dropped) await (await import('./file-access.ts')).rememberDropped(keeper, file, dropped)
        })
      },
      startFileJobs: () => fileJobs(fileWorker),
      saveFile: () => downloadChain(stores),
      save: async () => (await import('./file-access.ts')).save(stores, keeper),
      saveChain: (text, name) => download(text, name, 'application/json'),
      chooseFile: () => {
        if (!('showOpenFilePicker' in window)) return chooser.current?.click()
        void import('./file-access.ts').then(async ({ chosenFile, rememberFile }) => {
          const chosen = await chosenFile()
          if (chosen === undefined) chooser.current?.click()
          else if (chosen && isBroughtIn(chosen.file.name)) bringIn([chosen.file])
          else if (chosen && (await open(chosen.file))) await rememberFile(keeper, chosen)
        })
      },
      handOn: async (format, only) => (await import('./hand-on.ts')).handOn(stores, format, only),
      handOnList: async (date, format) => (await import('./hand-on.ts')).handOnList(stores, date, format),
      maskNames: async (wish) => (await import('./masking.ts')).maskNames(stores, wish),
      unmask: async (copy, key) => (await import('./masking.ts')).unmask(stores, copy, key),
      handOut: async (wish, onProgress) => (await import('./hand-out.ts')).handOut(stores, wish, onProgress),
      survey: async (wish) => (await import('./survey.ts')).handSurvey(stores, wish),
      shareLink: async (withChain) => (await import('./share.ts')).shareLink(stores, withChain),
      verifyReport: async (file, onProgress) =>
        (await import('./verify-report.ts')).verifyFile(file, stores.session.getState().language, onProgress),
    }
  }, [stores, keeper, setReport, chooser])
}
