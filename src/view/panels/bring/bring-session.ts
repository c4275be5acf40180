import { createStore, type StoreApi } from 'zustand/vanilla'
import { Cancelled } from '../../../analysis/runner.ts'
import type {
  BringMapping,
  BroughtSummary,
  ChainChange,
  FileJobs,
  FilesRead,
  TextLayout,
} from '../../../model/bring.ts'
import type { Chain } from '../../../model/chain.ts'
import { fileBytes } from '../../../model/file-bytes.ts'
import { emptyChain } from '../../../model/new-chain.ts'
import { textIn } from '../../../model/local-text.ts'
import { missingScenarios, showChain } from '../../../state/actions/show-chain.ts'
import type { DocumentStore } from '../../../state/document.ts'
import { replaceFields } from '../../../state/replace-fields.ts'
import { shownScenario } from '../../../state/selectors.ts'
import type { AppContextValue } from '../../app-context.ts'
import { MovingShare } from './moving-share.ts'

/** What the sheet shows: first nothing, then what the files hold and what they would change. */
export interface BringState {
  readonly files: readonly File[]
  /** What is going on. */
  readonly work: 'none' | 'reading' | 'comparing' | 'applying'
  readonly layout: TextLayout
  readonly read: FilesRead | null
  readonly mapping: BringMapping | null
  readonly past: string | null
  readonly brought: BroughtSummary | null
  /** Whether the rows go into the open chain, or begin one of their own. */
  readonly into: BringTarget
  /** The chain that was compared with; another one must be compared with anew before anything is applied. */
  readonly base: Chain | null
  readonly isConfirmed: boolean
  readonly failure: string | null
}

export type BringTarget = 'open' | 'new'

const EMPTY: BringState = {
  files: [],
  work: 'none',
  layout: {},
  read: null,
  mapping: null,
  past: null,
  brought: null,
  into: 'open',
  base: null,
  isConfirmed: false,
  failure: null,
}

/** The sheet's work: questions to the worker, of which only the newest answer counts. */
export class BringSession {
  readonly store: StoreApi<BringState> = createStore<BringState>(() => EMPTY)
  /** Share of the work at hand that is done, 0..1; apart, because it changes ten times a second. */
  readonly done: StoreApi<number> = createStore<number>(() => 0)
  private readonly app: AppContextValue
  private readonly jobs: FileJobs
  /** Day of rates whose row names none. */
  private readonly today: string
  private readonly share: MovingShare
  private newest = 0
  private isFirstReading = true
  /** What a chain of their own begins with. */
  private fresh: Chain = emptyChain('')
  private readonly stopListening: () => void

  constructor(app: AppContextValue, today: string) {
    this.app = app
    this.today = today
    this.jobs = app.commands.startFileJobs()
    this.stopListening = app.stores.document.subscribe(({ chain }) => {
      const { brought, base, into } = this.store.getState()
      if (brought && into === 'open' && base !== chain) void this.compare()
    })
    this.share = new MovingShare((done) => this.done.setState(done, true))
    this.jobs.onProgress = (done, next) => this.share.tell(done, next)
  }

  choose(files: readonly File[], layout: TextLayout = {}): void {
    const { files: before, into } = this.store.getState()
    this.fresh = emptyChain(baseName(files))
    // The same files read otherwise go where they were to go.
    this.isFirstReading = files !== before
    this.store.setState({ ...EMPTY, files, layout, into: files === before ? into : this.usualTarget() })
    void this.read(files, layout)
  }

  map(mapping: BringMapping, direction: 'keepsDirection' | 'asksAgain' = 'asksAgain'): void {
    this.store.setState(({ isConfirmed }) => ({ mapping, isConfirmed: isConfirmed && direction === 'keepsDirection' }))
    void this.compare()
  }

  setInto(into: BringTarget): void {
    this.store.setState(({ read }) => ({ into, past: into === 'open' ? (read?.likelyPast ?? null) : null }))
    void this.compare()
  }

  setPast(past: string | null): void {
    this.store.setState({ past })
    void this.compare()
  }

  confirm(): void {
    this.store.setState({ isConfirmed: true })
  }

  /** Makes it one step of the history. @returns how many rows it changed, by kind; null when there was nothing to apply any more */
  async apply(): Promise<BroughtSummary['counts'] | null> {
    const { brought, base, files, into } = this.store.getState()
    if (!brought?.isSound) return null
    const next = await this.ask('applying', this.jobs.take)
    const { stores } = this.app
    const { document } = stores
    if (!next || this.target() !== base) return null
    this.share.stop()
    this.store.setState(EMPTY)
    if (into === 'new') showChain(stores, base, { kind: 'file', name: `${textIn(base.name, 'en')}.chain.json` })
    apply(document, next, files.map(({ name }) => name).join(' + '))
    return brought.counts
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
    this.share.stop()
    this.jobs.cancel()
  }

  private async read(files: readonly File[], layout: TextLayout): Promise<void> {
    const read = await this.ask('reading', async () => {
      const named = files.map(async (file) => ({ name: file.name, bytes: await fileBytes(file) }))
      return this.jobs.read(await Promise.all(named), layout, this.app.stores.document.getState().chain)
    })
    if (!read) return
    const mapping = { ...read.mapping, date: read.mapping.date ?? read.lastDay ?? this.today }
    const into = read.isOfChain && this.isFirstReading ? 'open' : this.store.getState().into
    this.isFirstReading = false
    this.store.setState({ read, mapping, into, past: into === 'open' ? read.likelyPast : null })
    if (read.kind === 'refused') this.rest()
    else await this.compare('goesOn')
  }

  private async compare(way: 'starts' | 'goesOn' = 'starts'): Promise<void> {
    const { mapping, past } = this.store.getState()
    const { session } = this.app.stores
    const chain = this.target()
    const scenario = shownScenario(chain, session.getState().scenarioId)?.id ?? null
    const brought = await this.ask(
      'comparing',
      () => this.jobs.bring({ mapping: mapping!, chain, past, scenario }),
      way,
    )
    if (!brought) return
    this.store.setState({ brought, base: chain })
    if (this.target() === chain) this.rest()
    else await this.compare()
  }

  /** The work goes on until `rest`. @returns null when it was given up, failed, or is no longer wanted */
  private async ask<T>(
    kind: Exclude<BringState['work'], 'none'>,
    question: () => Promise<T>,
    way: 'starts' | 'goesOn' = 'starts',
  ): Promise<T | null> {
    const number = ++this.newest
    this.store.setState({ work: kind, failure: null })
    if (way === 'goesOn') this.share.goOn(1)
    else this.share.start(kind === 'reading' ? READ : 1)
    try {
      const answer = await question()
      return number === this.newest ? answer : null
    } catch (error) {
      if (!(error instanceof Cancelled) && number === this.newest) {
        this.rest()
        this.store.setState({ failure: error instanceof Error ? error.message : String(error) })
      }
      return null
    }
  }

  /** What the rows go into. */
  private target(): Chain {
    return this.store.getState().into === 'new' ? this.fresh : this.app.stores.document.getState().chain
  }

  /** A shipped chain that nobody has worked on is something to look at: rows of one's own begin a chain of their own. */
  private usualTarget(): BringTarget {
    const { origin, past } = this.app.stores.document.getState()
    return origin.kind === 'shipped' && past.length === 0 ? 'new' : 'open'
  }

  private rest(): void {
    this.share.stop()
    this.store.setState({ work: 'none' })
  }
}

/** Share of the time in which files are read; then they are compared with the open chain. */
const READ = 0.3

/** What every step of the sheet is given. */
export interface StepProps {
  readonly state: BringState
  readonly session: BringSession
}

/** The name of the first file without its ending. */
const baseName = ([file]: readonly File[]): string => (file?.name ?? '').replace(/(?:\.chain)?\.[^.]*$/, '')

/** With the first scenario of a chain that has none. */
function apply(document: DocumentStore, { fields, gone }: ChainChange, file: string): void {
  const there = Object.entries(document.getState().chain).filter(([name]) => !gone.includes(name as keyof Chain))
  const scenarios = missingScenarios({ ...(Object.fromEntries(there) as unknown as Chain), ...fields })
  const all = scenarios ? { ...fields, scenarios } : fields
  replaceFields(document, { name: 'bring', values: { file } }, { fields: all, gone })
}
