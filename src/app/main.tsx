import './trusted-types.ts'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '../view/theme.css'
import { createRoot } from 'react-dom/client'
import type { Language } from '../model/local-text.ts'
import { showLanguage } from '../i18n/i18n.ts'
import { computedStore } from '../state/computed.ts'
import { documentStore } from '../state/document.ts'
import { keptDocument, keptSession } from '../state/persistence.ts'
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

async function start(): Promise<void> {
  const root = createRoot(document.getElementById('root')!)
  const session = sessionStore(firstSession())
  const [kept] = await Promise.all([keptDocument(), showLanguage(session.getState().language)])
  const first = kept ?? (await firstChain())
  const store = documentStore(first.chain, first.origin)
  if (kept) store.setState({ past: kept.past, future: kept.future })
  const stores: Stores = { document: store, session, computed: computedStore() }
  startScheduler(stores, { shown: workerRunner(engineWorker), gains: workerRunner(engineWorker) })
  root.render(<App stores={stores} planner={workerRunner(engineWorker)} previewer={workerRunner(engineWorker)} />)
}

async function firstChain() {
  const id = SHIPPED[0]!.id
  const { chain, report } = await readShipped(id)
  if (!chain) throw new Error(`expected the shipped chain to open, got ${JSON.stringify(report.problems[0])}`)
  return { chain, origin: { kind: 'shipped', id } as const }
}

void start()
