import { createStore, type StoreApi } from 'zustand/vanilla'
import { Cancelled } from '../../../analysis/runner.ts'
import type { BringMapping, Brought, FileJobs, FilesRead, TextLayout } from '../../../model/bring.ts'
import type { Chain } from '../../../model/chain.ts'
import { fileBytes } from '../../../model/file-bytes.ts'
import { editDocument } from '../../../state/document.ts'
import { shownScenario } from '../../../state/selectors.ts'
import type { AppContextValue } from '../../app-context.ts'

/** What the sheet shows: first nothing, then what the files hold and what they would change. */
export interface BringState {
  readonly files: readonly File[]
  /** What is going on; progress 0..1 where it is known. */
  readonly work: { readonly kind: 'none' | 'reading' | 'comparing'; readonly done: number }
  readonly layout: TextLayout
  readonly read: FilesRead | null
  readonly mapping: BringMapping | null
  readonly past: string | null
  readonly brought: Brought | null
  /** The chain that was compared with; another one must be compared with anew before anything is applied. */
  readonly base: Chain | null
  readonly isConfirmed: boolean
  readonly failure: string | null
}

const EMPTY: BringState = {
  files: [],
  work: { kind: 'none', done: 0 },
  layout: {},
  read: null,
  mapping: null,
  past: null,
  brought: null,
  base: null,
  isConfirmed: false,
  failure: null,
}

/** The sheet's work: questions to the worker, of which only the newest answer counts. */
export class BringSession {
  readonly store: StoreApi<BringState> = createStore<BringState>(() => EMPTY)
  private readonly app: AppContextValue
  private readonly jobs: FileJobs
  /** Day of rates whose row names none. */
  private readonly today: string
  private newest = 0
  private readonly stopListening: () => void

  constructor(app: AppContextValue, today: string) {
    this.app = app
    this.today = today
    this.jobs = app.commands.startFileJobs()
    this.stopListening = app.stores.document.subscribe(({ chain }) => {
      const { brought, base } = this.store.getState()
      if (brought && base !== chain) void this.compare()
    })
    this.jobs.onProgress = (done) => this.store.setState(({ work }) => ({ work: { ...work, done } }))
  }

  choose(files: readonly File[], layout: TextLayout = {}): void {
    this.store.setState({ ...EMPTY, files, layout })
    void this.read(files, layout)
  }

  map(mapping: BringMapping, direction: 'keepsDirection' | 'asksAgain' = 'asksAgain'): void {
    this.store.setState(({ isConfirmed }) => ({ mapping, isConfirmed: isConfirmed && direction === 'keepsDirection' }))
    void this.compare()
  }

  setPast(past: string | null): void {
    this.store.setState({ past })
    void this.compare()
  }

  confirm(): void {
    this.store.setState({ isConfirmed: true })
  }

  /** Makes it one step of the history. @returns how many rows it changed, by kind */
  apply(): BringCounts | null {
    return apply(this.app.stores, this.store)
  }

  clear(): void {
    this.stop()
    this.store.setState(EMPTY)
  }

  dispose(): void {
    this.stopListening()
    this.stop()
  }

  private stop(): void {
    this.newest++
    this.jobs.cancel()
  }

  private async read(files: readonly File[], layout: TextLayout): Promise<void> {
    const read = await this.ask('reading', async () => {
      const named = files.map(async (file) => ({ name: file.name, bytes: await fileBytes(file) }))
      return this.jobs.read(await Promise.all(named), layout, this.app.stores.document.getState().chain)
    })
    if (!read) return
    const mapping = { ...read.mapping, date: read.mapping.date ?? this.today }
    this.store.setState({ read, mapping, past: read.likelyPast })
    if (read.kind !== 'refused') await this.compare()
  }

  private async compare(): Promise<void> {
    const { mapping, past } = this.store.getState()
    const { document, session } = this.app.stores
    const { chain } = document.getState()
    const scenario = shownScenario(chain, session.getState().scenarioId)?.id ?? null
    const brought = await this.ask('comparing', () => this.jobs.bring({ mapping: mapping!, chain, past, scenario }))
    if (!brought) return
    this.store.setState({ brought, base: chain })
    if (document.getState().chain !== chain) await this.compare()
  }

  private async ask<T>(kind: 'reading' | 'comparing', question: () => Promise<T>): Promise<T | null> {
    const number = ++this.newest
    this.store.setState({ work: { kind, done: 0 }, failure: null })
    try {
      const answer = await question()
      return number === this.newest ? answer : null
    } catch (error) {
      if (!(error instanceof Cancelled) && number === this.newest) {
        this.store.setState({ failure: error instanceof Error ? error.message : String(error) })
      }
      return null
    } finally {
      if (number === this.newest) this.store.setState({ work: { kind: 'none', done: 1 } })
    }
  }
}

/** What every step of the sheet is given. */
export interface StepProps {
  readonly state: BringState
  readonly session: BringSession
}

interface BringCounts {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

function apply({ document }: AppContextValue['stores'], store: StoreApi<BringState>): BringCounts | null {
  const { brought, base, files } = store.getState()
  const before = document.getState().chain
  if (!brought?.chain || base !== before) return null
  const next = brought.chain
  const file = files.map(({ name }) => name).join(' + ')
  store.setState(EMPTY)
  editDocument(document, { name: 'bring', values: { file } }, (draft) => {
    const fields = draft as Record<string, unknown>
    const names = new Set([...Object.keys(before), ...Object.keys(next)]) as Set<keyof typeof next>
    for (const name of names) {
      if (before[name] === next[name]) continue
      if (next[name] === undefined) delete fields[name]
      else if (JSON.stringify(before[name]) !== JSON.stringify(next[name])) fields[name] = next[name]
    }
  })
  const count = (kind: string): number => brought.changes.filter((change) => change.kind === kind).length
  return { added: count('added'), changed: count('changed'), removed: count('removed') }
}
