/** Milliseconds that a tab waits for the one before it to leave, as on a reload, before it only reads. */
const GIVEN_UP_AFTER = 300

const nameOf = (id: string): string => `changlian.${id}`

/** The right to be the only tab that writes a chain; the browser gives it back when the tab closes or crashes. */
export interface TabLock {
  readonly release: () => void
}

type Wish = { readonly steal: true } | { readonly signal: AbortSignal }

/** @returns null when another tab has it. Where the browser knows no locks, the epoch in each transaction alone decides. */
export async function lockSoon(id: string, onLost: () => void): Promise<TabLock | null> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), GIVEN_UP_AFTER)
  const lock = await requested(id, { signal: stop.signal }, onLost)
  clearTimeout(timer)
  return lock
}

/** Waits until the tab that writes has gone. Null when `signal` ends the wait. */
export const lockWhenFree = (id: string, signal: AbortSignal, onLost: () => void): Promise<TabLock | null> =>
  requested(id, { signal }, onLost)

/** Takes the right away from a tab that has it, also when that is frozen. */
export const stealLock = (id: string, onLost: () => void): Promise<TabLock | null> =>
  requested(id, { steal: true }, onLost)

const NO_LOCK: TabLock = { release: () => {} }

function requested(id: string, wish: Wish, onLost: () => void): Promise<TabLock | null> {
  const locks = (navigator as Partial<Navigator>).locks
  if (!locks) return Promise.resolve(NO_LOCK)
  return new Promise((resolve) => {
    let isHeld = false
    let isReleased = false
    const hold = (): Promise<void> =>
      new Promise((done) => {
        isHeld = true
        resolve({ release: () => ((isReleased = true), done()) })
      })
    try {
      locks.request(nameOf(id), wish, hold).catch((error: unknown) => {
        if (isHeld && !isReleased) onLost()
        // Not to be had because another has it, or because the browser keeps locks from this page.
        resolve(error instanceof DOMException && error.name === 'AbortError' ? null : NO_LOCK)
      })
    } catch {
      resolve(NO_LOCK)
    }
  })
}
