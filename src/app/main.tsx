import './trusted-types.ts'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '../view/theme.css'
import i18next from 'i18next'
import { createRoot } from 'react-dom/client'
import type { Language } from '../model/local-text.ts'
import { showLanguage } from '../i18n/i18n.ts'
import { computedStore } from '../state/computed.ts'
import { documentStore } from '../state/document.ts'
import { bootDocument } from '../state/persistence/boot.ts'
import { Keeper } from '../state/persistence/keeper.ts'
import { keptSession, rememberSession } from '../state/persistence/session-memory.ts'
import { startScheduler } from '../state/run-scheduler.ts'
import { sessionStore, type SessionState } from '../state/session.ts'
import type { Stores } from '../state/stores.ts'
import { workerRunner } from '../worker/worker-runner.ts'
import { App } from './App.tsx'
import { readShipped } from './open-chain.ts'
import { SHIPPED } from './shipped-chains.ts'
import { engineWorker } from './workers.ts'

/** Before the first visit leaves its own choice, the machine's language and theme are taken. */
function firstSession(): Partial<SessionState> {
  const language: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  return { language, theme, ...keptSession() }
}

/** Milliseconds after which a page that still reads what was kept says so. */
const PATIENCE = 1_000

const Opening = () => (
  <p className="opening" role="status">
    {i18next.t('app.openingKept')}
  </p>
)

async function start(): Promise<void> {
  const root = createRoot(document.getElementById('root')!)
  const session = sessionStore(firstSession())
  const words = showLanguage(session.getState().language)
  const patience = setTimeout(() => void words.then(() => root.render(<Opening />)), PATIENCE)
  const [boot] = await Promise.all([bootDocument(), words])
  clearTimeout(patience)
  const first = boot.state ?? (await firstChain())
  const store = documentStore(first.chain, first.origin)
  if (boot.state) store.setState({ past: boot.state.past, future: boot.state.future })
  // Nothing of what was kept can be shown: the page begins with what is left of it.
  if (boot.report && !boot.state) session.setState({ table: 'recovery' })
  const keeper = new Keeper(store, boot)
  rememberSession(session)
  const stores: Stores = { document: store, session, computed: computedStore() }
  startScheduler(stores, { shown: workerRunner(engineWorker), gains: workerRunner(engineWorker) })
  const workers = { planner: workerRunner(engineWorker), previewer: workerRunner(engineWorker) }
  root.render(<App stores={stores} keeper={keeper} {...workers} />)
}

async function firstChain() {
  const id = SHIPPED[0]!.id
  const read = await readShipped(id)
  if (!read?.chain)
    throw new Error(`expected the shipped chain to open, got ${JSON.stringify(read?.report.problems[0])}`)
  return { chain: read.chain, origin: { kind: 'shipped', id } as const }
}

void start()
