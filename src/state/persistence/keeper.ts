import { createStore, type StoreApi } from 'zustand/vanilla'
import { openDocument, type DocumentState, type DocumentStore } from '../document.ts'
import { rememberTab, type Boot } from './boot.ts'
import { database, onDatabaseLost, type FailureReason } from './database.ts'
import { FIRST_STATE, type ChainKeeper, type KeeperState } from './keeper-state.ts'
import { applyOperation, operationBetween, operationHash, readOperation, type KeptState } from './operation.ts'
import { readKept } from './read-kept.ts'
import { stopRemembering } from './session-memory.ts'
import { tabChannel, type TabMessage } from './tab-channel.ts'
import { lockSoon, lockWhenFree, stealLock, type TabLock } from './tab-lock.ts'
import { newPlace, type Place } from './write-kept.ts'
import { isDirty, leftBehind, WriteQueue, type OpenChain } from './write-queue.ts'

/** Keeps the open chain on the disk as it is edited, or follows the tab that does. One for the life of the page. */
export class Keeper implements ChainKeeper {
  readonly state: StoreApi<KeeperState>
  readonly #store: DocumentStore
  readonly #queue: WriteQueue
  #open: OpenChain
  #isFollowing = false
  #isStopped = false
  readonly #channel = tabChannel((message) => this.#hear(message))
  readonly #stops: (() => void)[]

  constructor(store: DocumentStore, boot: Boot) {
    const { report, failure, place, isStored } = boot
    this.#store = store
    this.#open = chainAt(place, keptState(store.getState()))
    this.#open.isClaimed = !isStored
    // What was mended or brought over is kept at once; a shipped chain that nobody has touched is not.
    this.#open.isWhole = !isStored && boot.state !== null
    const save = failure ? ({ kind: 'failed', failure } as const) : FIRST_STATE.save
    this.state = createStore<KeeperState>(() => ({ ...FIRST_STATE, save, report, id: place.id }))
    this.#queue = this.#queueOf(failure !== null)
    this.#stops = [
      store.subscribe((now, before) => this.#noticed(now, before)),
      onDatabaseLost(() => this.#writeAgain()),
    ]
    if (failure?.reason === 'newer') this.stop('newer')
    else void this.#begin()
  }

  readonly takeOver = async (): Promise<void> => {
    const open = this.#open
    open.waiting.abort()
    await this.#become(open, await stealLock(open.place.id, () => this.#lost(open)))
  }

  readonly openKept = async (id: string): Promise<boolean> => {
    const { intact } = await readKept(await database(), id)
    const newest = intact[0]
    if (!newest) return false
    if (id === this.#open.place.id) return true
    this.#leave()
    this.#open = chainAt({ id, epoch: 0, seq: newest.seq, head: newest.head }, newest.state)
    this.#open.isClaimed = false
    this.state.setState({ id, role: 'writes' })
    this.#show(newest.state)
    await this.#begin()
    return true
  }

  readonly putReportAside = (): void => this.state.setState({ report: null })

  readonly stop = (reason: FailureReason): void => {
    this.#isStopped = true
    this.#queue.stop(reason)
  }

  readonly tellErased = (): void => this.#channel.tell({ kind: 'erased' })

  readonly settled = (): Promise<boolean> => this.#queue.settled()

  dispose(): void {
    this.#isStopped = true
    for (const stop of this.#stops) stop()
    this.#queue.dispose()
    this.#open.waiting.abort()
    this.#open.lock?.release()
    this.#channel.close()
  }

  #queueOf(hasFailed: boolean): WriteQueue {
    const events = {
      written: () => (this.state.getState().role === 'writes' ? this.#open : null),
      saved: (save: KeeperState['save']) => {
        // Nothing had to be written: the chain is as it was found.
        if (save.kind !== 'saved' || this.state.getState().save.kind !== 'saved') this.state.setState({ save })
      },
      tell: this.#channel.tell,
      fenced: (open: OpenChain) => {
        if (open.pending.length > 0 || open.isWhole || open !== this.#open) this.#fork(open)
        else this.#follow(open)
      },
      differs: (open: OpenChain) => {
        if (open.pending.length === 0 && open === this.#open) return this.#reload(open)
        this.#fork(open)
      },
    }
    return new WriteQueue(events, hasFailed)
  }

  #noticed(now: DocumentState, before: DocumentState): void {
    if (this.#isFollowing || now.version === before.version) return
    const operation = operationBetween(before, now)
    if (operation || now.origin === before.origin) {
      this.#open.state = keptState(now)
      if (operation) this.#open.pending.push(operation)
      else this.#open.isWhole = true
    } else this.#openAnother(now)
    if (this.#isStopped) return
    this.state.setState({ save: { kind: 'saving' } })
    void this.#queue.flush()
  }

  #openAnother(now: DocumentState): void {
    this.#leave()
    this.#open = chainAt(newPlace(), keptState(now))
    this.#open.isWhole = true
    this.state.setState({ id: this.#open.place.id, role: 'writes' })
    void this.#lockNew(this.#open)
  }

  #leave(): void {
    const open = this.#open
    open.waiting.abort()
    if (this.state.getState().role === 'reads') return
    if (isDirty(open)) this.#queue.leave(open)
    else void leftBehind(open)
  }

  /** Takes the right to write, or follows the tab that has it. */
  async #begin(): Promise<void> {
    const open = this.#open
    rememberTab(open.place.id)
    if (open.isClaimed) {
      void this.#lockNew(open)
      if (open.isWhole) this.state.setState({ save: { kind: 'saving' } })
      return this.#queue.flush()
    }
    const lock = await lockSoon(open.place.id, () => this.#lost(open))
    if (lock) await this.#become(open, lock)
    else this.#follow(open)
  }

  async #lockNew(open: OpenChain): Promise<void> {
    rememberTab(open.place.id)
    open.lock = await stealLock(open.place.id, () => this.#lost(open))
  }

  async #become(open: OpenChain, lock: TabLock | null): Promise<void> {
    if (!lock || open !== this.#open || this.#isStopped) return lock?.release()
    open.lock = lock
    open.isClaimed = false
    this.#setRole('writes')
    await this.#queue.settled()
  }

  #follow(open: OpenChain): void {
    if (open !== this.#open || this.#isStopped) return
    this.#setRole('reads')
    open.waiting = new AbortController()
    const { signal } = open.waiting
    void lockWhenFree(open.place.id, signal, () => this.#lost(open)).then((lock) => this.#become(open, lock))
    void this.#reload(open).catch(() => {})
  }

  #setRole(role: KeeperState['role']): void {
    this.state.setState({ role, ...(role === 'reads' ? { save: FIRST_STATE.save } : {}) })
    this.#store.setState({ isReadOnly: role === 'reads' })
  }

  /** Another tab writes from now on. What this one has not written yet goes on as a chain of its own. */
  #lost(open: OpenChain): void {
    if (this.#isStopped || open !== this.#open) return
    open.lock = null
    if (open.pending.length > 0) this.#fork(open)
    else if (this.state.getState().role === 'writes') this.#follow(open)
  }

  #fork(open: OpenChain): void {
    open.place = newPlace()
    open.pending = []
    open.isWhole = true
    open.isClaimed = true
    if (open !== this.#open) return
    this.state.setState({ id: open.place.id, save: { kind: 'saving' } })
    void this.#lockNew(open)
    void this.#queue.flush()
  }

  /** The browser has closed the database: what was kept may be gone. */
  #writeAgain(): void {
    const open = this.#open
    if (this.#isStopped || this.state.getState().role === 'reads' || !isKept(open)) return
    open.isClaimed = false
    this.state.setState({ save: { kind: 'saving' } })
    this.#queue.retryLater(100)
  }

  #hear(message: TabMessage): void {
    const open = this.#open
    const { role } = this.state.getState()
    if (message.kind === 'erased') {
      stopRemembering()
      this.stop('erased')
    } else if (message.id !== open.place.id) return
    else if (message.kind === 'claimed' && role === 'writes' && message.epoch > open.place.epoch) this.#lost(open)
    else if (message.kind === 'wrote' && role === 'reads') this.#followed(open, message.from, message.bodies)
  }

  #followed(open: OpenChain, from: number, bodies: readonly string[]): void {
    let state: KeptState | null = from === open.place.seq ? open.state : null
    let { seq, head } = open.place
    for (const body of bodies) {
      const operation = state && readOperation(body)
      state = operation && state ? applyOperation(state, operation) : null
      head = operationHash(head, ++seq, body)
    }
    if (!state) return void this.#reload(open).catch(() => {})
    open.place = { ...open.place, seq, head }
    open.state = state
    this.#show(state)
  }

  /** Shows what is on the disk now. */
  async #reload(open: OpenChain): Promise<void> {
    const newest = (await readKept(await database(), open.place.id)).intact[0]
    if (!newest || open !== this.#open) return
    const { seq, head, state } = newest
    if (head === open.place.head && seq === open.place.seq) return
    open.place = { ...open.place, seq, head }
    open.state = state
    this.#show(state)
  }

  #show(state: KeptState): void {
    this.#isFollowing = true
    openDocument(this.#store, { ...state, isReadOnly: this.state.getState().role === 'reads' })
    this.#isFollowing = false
  }
}

/** Whether something of the chain has been written, or was to be. */
const isKept = ({ place, isWhole, state }: OpenChain): boolean =>
  place.seq > 0 || isWhole || state.origin.kind === 'file' || state.past.length + state.future.length > 0

const chainAt = (place: Place, state: KeptState): OpenChain => ({
  place,
  state,
  pending: [],
  isWhole: false,
  isClaimed: true,
  lock: null,
  waiting: new AbortController(),
  record: null,
})

const keptState = ({ chain, origin, past, future }: DocumentState): KeptState => ({ chain, origin, past, future })
