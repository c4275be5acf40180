import type { Selection, SessionStore, Trail } from './session.ts'

/** Things that are remembered at most. */
const MOST = 50

const isSame = (a: Selection | undefined, b: Selection): boolean => a?.kind === b.kind && a.id === b.id

/** The trail once something is selected: what lay ahead is forgotten. */
export function visited({ visited: before, at }: Trail, selection: Selection): Trail {
  if (isSame(before[at], selection)) return { visited: before, at }
  const next = [...before.slice(0, at + 1), selection].slice(-MOST)
  return { visited: next, at: next.length - 1 }
}

/**
 * Where a step along the trail leads; null at its ends.
 * @param now what is selected; with nothing selected, a step back leads to the last thing that was
 * @param isThere things that have gone since are passed over
 */
export function stepAlong(
  { visited: all, at }: Trail,
  by: -1 | 1,
  now: Selection | null,
  isThere: (selection: Selection) => boolean,
): number | null {
  for (let place = now === null && by < 0 ? at : at + by; place >= 0 && place < all.length; place += by) {
    if (isThere(all[place]!)) return place
  }
  return null
}

/** Remembers what is selected, one after the other. */
export const keepTrail = (session: SessionStore): (() => void) =>
  session.subscribe((now, before) => {
    if (now.selection === before.selection || !now.selection || now.trail !== before.trail) return
    session.setState({ trail: visited(now.trail, now.selection) })
  })
