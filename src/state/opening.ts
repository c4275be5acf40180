import { createStore } from 'zustand/vanilla'

/** A file that is being read, and how far that is. */
interface Opening {
  readonly file: string
  /** Share that is done, 0..1. */
  readonly done: number
  /** Gives up; the open chain stays. */
  readonly cancel: () => void
}

/** At most one file is opened at a time: a newer one ends the older. */
export const opening = createStore<{ readonly now: Opening | null }>(() => ({ now: null }))
