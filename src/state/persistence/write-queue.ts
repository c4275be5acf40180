import { database, failureOf, openDatabase, StorageError, type FailureReason } from './database.ts'
import type { SaveState } from './keeper-state.ts'
import { isLarge, type KeptState, type Operation } from './operation.ts'
import type { DocumentRecord } from './records.ts'
import type { TabMessage } from './tab-channel.ts'
import type { TabLock } from './tab-lock.ts'
import { append, claim, Fenced, forget, slices, type Place } from './write-kept.ts'

/** Milliseconds until a failed write is tried again, besides at once after each edit; ever more slowly. */
const RETRY = { first: 1_000, most: 20_000 }
/** A write that is not on the disk after so long is said to be slow; it still counts when it arrives. */
const SLOW_AFTER = 3_000
/** Milliseconds of rest after which a snapshot that is due is taken. */
const SNAPSHOT_REST = 1_000

/** A chain that this tab has open, or has left with something still to be written. */
export interface OpenChain {
  place: Place
  state: KeptState
  /** Operations that are not on the disk yet, oldest first. */
  pending: Operation[]
  /** The state itself is to be written, because no operations lead there from what is kept. */
  isWhole: boolean
  /** Whether `place` holds the writer's number. */
  isClaimed: boolean
  lock: TabLock | null
  waiting: AbortController
  /** What this tab last left of the chain on the disk; null where it must look first. */
  record: DocumentRecord | null
}

export const isDirty = ({ pending, isWhole, isClaimed }: OpenChain): boolean =>
  pending.length > 0 || isWhole || !isClaimed

interface QueueEvents {
  /** The chain that the tab shows, or null while another tab writes it. */
  readonly written: () => OpenChain | null
  readonly saved: (save: SaveState) => void
  readonly tell: (message: TabMessage) => void
  /** Another tab has written since: the chain is to be read again, or its unwritten part to go on as a chain of its own. */
  readonly fenced: (open: OpenChain) => Promise<void> | void
  /** What is on the disk is not what the tab knows. */
  readonly differs: (open: OpenChain) => Promise<void> | void
}

/** Writes what is due, one transaction after the other, and tries again what failed. */
export class WriteQueue {
  readonly #events: QueueEvents
  /** Chains that were left before all of them was written. */
  #left: OpenChain[] = []
  #isBusy = false
  #isStopped = false
  #hasFailed: boolean
  #isPersistAsked = false
  #retryIn = RETRY.first
  #retry: ReturnType<typeof setTimeout> | undefined
  #rest: ReturnType<typeof setTimeout> | undefined

  constructor(events: QueueEvents, hasFailed: boolean) {
    this.#events = events
    this.#hasFailed = hasFailed
  }

  stop(reason: FailureReason): void {
    this.dispose()
    this.#failed(new StorageError(reason, reason))
  }

  dispose(): void {
    this.#isStopped = true
    clearTimeout(this.#retry)
    clearTimeout(this.#rest)
  }

  /** Resolves when no write is under way; true when all is on the disk. */
  async settled(): Promise<boolean> {
    await this.flush()
    while (this.#isBusy) await new Promise((resolve) => setTimeout(resolve, 5))
    const open = this.#events.written()
    return !this.#hasFailed && this.#left.length === 0 && !(open && isDirty(open))
  }

  leave(open: OpenChain): void {
    this.#left.push(open)
  }

  async flush(): Promise<void> {
    if (this.#isBusy || this.#isStopped) return
    this.#isBusy = true
    clearTimeout(this.#retry)
    const slow = setTimeout(() => this.#failed(new StorageError('slow', 'slow')), SLOW_AFTER)
    try {
      await this.#writeAll()
    } catch (error) {
      if (!this.#isStopped) this.#failed(error)
      this.retryLater(this.#retryIn)
      this.#retryIn = Math.min(RETRY.most, this.#retryIn * 2)
    } finally {
      clearTimeout(slow)
      this.#isBusy = false
    }
  }

  retryLater(milliseconds: number): void {
    clearTimeout(this.#retry)
    if (!this.#isStopped) this.#retry = setTimeout(() => void this.flush(), milliseconds)
  }

  async #writeAll(): Promise<void> {
    // Where nothing is due, reading shows whether storage is back.
    if (this.#hasFailed) await (await database()).count('meta')
    for (let next = this.#next(); next; next = this.#next()) {
      try {
        await (next.isClaimed ? this.#write(next) : this.#claim(next))
      } catch (error) {
        if (!(error instanceof Fenced)) throw error
        await this.#events.fenced(next)
      }
    }
    if (this.#isStopped) return
    this.#retryIn = RETRY.first
    this.#hasFailed = false
    if (this.#events.written()) this.#askToPersist()
    this.#events.saved({ kind: 'saved', at: Date.now() })
  }

  /** The next chain with something to write; those that were left go first and are dropped once they are done. */
  #next(): OpenChain | null {
    if (this.#isStopped) return null
    for (const done of this.#left.filter((open) => !isDirty(open))) void leftBehind(done)
    this.#left = this.#left.filter(isDirty)
    const open = this.#events.written()
    return this.#left[0] ?? (open && isDirty(open) ? open : null)
  }

  async #claim(open: OpenChain): Promise<void> {
    const place = await claim(await database(), open.place.id)
    if (place && (place.seq !== open.place.seq || place.head !== open.place.head)) await this.#events.differs(open)
    if (open.isClaimed) return
    if (place) open.place = { ...open.place, epoch: place.epoch }
    else open.isWhole = true
    open.isClaimed = true
    this.#events.tell({ kind: 'claimed', id: open.place.id, epoch: open.place.epoch })
  }

  async #write(open: OpenChain): Promise<void> {
    const db = openDatabase() ?? (await database())
    // Small ones are asked of the disk before anything else on the page takes its turn.
    const began = open.place
    const large = open.pending.some(isLarge) ? await (await slices())?.operationTexts(began, [...open.pending]) : null
    const { place, state, isWhole, record: known } = open
    const bodies = open.pending.map((operation) => large?.bodies.get(operation) ?? JSON.stringify(operation))
    const hashes = large && began === place ? large.hashes : []
    open.isWhole = false
    open.record = null
    try {
      const { place: next, isSnapshotDue, record } = await append(db, place, { bodies, hashes, state, isWhole }, known)
      open.pending.splice(0, bodies.length)
      open.place = next
      open.record = record
      this.#events.tell({ kind: 'wrote', id: next.id, from: isWhole ? -1 : place.seq, bodies })
      if (isSnapshotDue) this.#snapshotLater(open)
    } catch (error) {
      open.isWhole ||= isWhole
      throw error
    }
  }

  #snapshotLater(open: OpenChain): void {
    clearTimeout(this.#rest)
    if (this.#isStopped) return
    this.#rest = setTimeout(() => {
      if (open !== this.#events.written()) return
      if (this.#isBusy || isDirty(open)) this.#snapshotLater(open)
      else void this.#snapshot(open)
    }, SNAPSHOT_REST)
  }

  async #snapshot(open: OpenChain): Promise<void> {
    this.#isBusy = true
    open.record = null
    try {
      const { keepSnapshot } = await import('./keep-snapshot.ts')
      await keepSnapshot(await database(), open.place, open.state)
    } catch {
      // The log holds all of it; the next edit asks for a snapshot again, and meets what was in the way by itself.
    }
    this.#isBusy = false
    if (isDirty(open)) void this.flush()
  }

  #failed(error: unknown): void {
    this.#hasFailed = true
    this.#events.saved({ kind: 'failed', failure: failureOf(error) })
  }

  #askToPersist(): void {
    if (this.#isPersistAsked) return
    this.#isPersistAsked = true
    try {
      void (navigator as Partial<Navigator>).storage?.persist?.().catch(() => {})
    } catch {
      // The browser keeps its own counsel about what it clears.
    }
  }
}

/** Lets go of a chain that was left. A shipped one that nobody has touched is not worth a place among the kept ones. */
export async function leftBehind({ state, place, lock }: OpenChain): Promise<void> {
  lock?.release()
  const isUntouched = state.origin.kind === 'shipped' && state.past.length + state.future.length === 0
  if (!isUntouched || place.seq > 0) return
  try {
    await forget(await database(), place.id)
  } catch {
    // It stays in the list of kept chains, from which a person can delete it.
  }
}
