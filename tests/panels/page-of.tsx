import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { createStore } from 'zustand/vanilla'
import { inProcessRunner } from '../../src/analysis/in-process-runner.ts'
import { showLanguage } from '../../src/i18n/i18n.ts'
import type { Chain } from '../../src/model/chain.ts'
import type { Language } from '../../src/model/local-text.ts'
import { computedStore } from '../../src/state/computed.ts'
import { documentStore } from '../../src/state/document.ts'
import { startScheduler } from '../../src/state/run-scheduler.ts'
import { FIRST_STATE, type ChainKeeper } from '../../src/state/persistence/keeper-state.ts'
import { sessionStore, type SessionState } from '../../src/state/session.ts'
import type { Stores } from '../../src/state/stores.ts'
import { AppContext } from '../../src/view/app-context.ts'

const RUNNER = inProcessRunner(() => performance.now())

export const EMPTY: Chain = {
  format: 'industrial-chain',
  version: 1,
  name: 'empty',
  stages: [],
  enterprises: [],
  supplies: [],
}

export function storesOf(chain: Chain, session: Partial<SessionState>): Stores {
  const origin = { kind: 'file', name: 'test' } as const
  return { document: documentStore(chain, origin), session: sessionStore(session), computed: computedStore() }
}

/**
 * Plays the chain in this thread, as the page does in its worker, until run and gains are there.
 * @returns stores that begin with what was computed: rendering to text shows the state that a store began with
 */
export async function played(stores: Stores): Promise<Stores> {
  const scheduler = startScheduler(stores, { shown: RUNNER, gains: RUNNER })
  while (stores.computed.getState().gains.kind !== 'done') await new Promise((done) => setTimeout(done, 5))
  scheduler.dispose()
  const { document, session, computed } = stores
  return {
    document: createStore(() => document.getState()),
    session: createStore(() => session.getState()),
    computed: createStore(() => computed.getState()),
  }
}

const KEEPER: ChainKeeper = {
  state: createStore(() => FIRST_STATE),
  takeOver: async () => {},
  openKept: async () => false,
  putReportAside: () => {},
  stop: () => {},
  tellErased: () => {},
  settled: async () => true,
}

/** The markup of a part of the page in the session's language. */
export async function markup(stores: Stores, part: ReactNode): Promise<string> {
  const language: Language = stores.session.getState().language
  await showLanguage(language)
  const nothing = () => {}
  const never = () => new Promise<never>(nothing)
  const commands = {
    openShipped: nothing,
    openFile: nothing,
    saveFile: nothing,
    save: async () => {},
    saveChain: nothing,
    chooseFile: nothing,
    takeFiles: nothing,
    startFileJobs: () => ({ read: never, bring: never, take: never, onProgress: null, cancel: nothing }),
    handOn: async () => {},
    handOnList: async () => {},
    maskNames: () => Promise.reject(new Error('no report here')),
    unmask: () => Promise.reject(new Error('no report here')),
    survey: () => Promise.reject(new Error('no survey here')),
    shareLink: () => Promise.reject(new Error('no link here')),
    handOut: () => Promise.reject(new Error('no hand-out here')),
    verifyReport: () => Promise.reject(new Error('no report here')),
  }
  const value = {
    stores,
    commands,
    shipped: [],
    keeper: KEEPER,
    planner: RUNNER,
    previewer: RUNNER,
    map: { current: null },
  }
  return renderToString(
    <MantineProvider>
      <AppContext value={value}>{part}</AppContext>
    </MantineProvider>,
  )
}
