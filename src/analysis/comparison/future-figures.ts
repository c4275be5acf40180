import { figuresOf } from '../figures.ts'
import { observedFigures } from '../observed/observed-figures.ts'
import type { ObservedDays } from '../observed/observed-days.ts'
import type { Played } from '../played.ts'

const SHARES = ['operatingRate', 'staffReturn', 'outputRecovery', 'leadingOutput'] as const
const COUNTS = ['stopped', 'blocksOpen'] as const

/** One of the strip's figures in both futures. */
export interface FutureFigure {
  readonly name: (typeof SHARES)[number] | (typeof COUNTS)[number]
  readonly kind: 'share' | 'count'
  /** NaN where there is none. */
  readonly a: number
  readonly b: number
  /** Enterprises that the figure is over, in both, and how many it might be over; beside observed days those that were observed. */
  readonly over: number
  readonly of: number
}

/** A future is a played scenario, or what was observed; never both sides observed. */
export type FutureKind = Played | ObservedDays

const isPlayed = (future: FutureKind): future is Played => 'run' in future

/** @param threshold level from which an enterprise counts as operating, for both */
export function futureFigures(a: FutureKind, b: FutureKind, day: number, threshold: number): FutureFigure[] {
  if (isPlayed(a) && isPlayed(b)) return ofScenarios(a, b, day, threshold)
  if (isPlayed(a) && !isPlayed(b)) return besideObserved(a, b, day, threshold)
  if (!isPlayed(a) && isPlayed(b))
    return besideObserved(b, a, day, threshold).map((row) => ({ ...row, a: row.b, b: row.a }))
  throw new Error('expected at least one played scenario, got observed days on both sides')
}

function ofScenarios(a: Played, b: Played, day: number, threshold: number): FutureFigure[] {
  const [figuresA, figuresB] = [figuresOf(a, day, threshold), figuresOf(b, day, threshold)]
  const row = (name: FutureFigure['name'], kind: FutureFigure['kind']): FutureFigure => {
    const over = name === 'leadingOutput' ? figuresA.leadingCount : a.index.enterpriseCount
    return { name, kind, a: figuresA[name], b: figuresB[name], over, of: over }
  }
  return [...SHARES.map((name) => row(name, 'share')), ...COUNTS.map((name) => row(name, 'count'))]
}

/** A = the model, B = what was observed. */
function besideObserved(played: Played, observed: ObservedDays, day: number, threshold: number): FutureFigure[] {
  const figures = observedFigures(played, observed, day, threshold)
  return SHARES.map((name) => {
    const { observed: b, model: a, count: over, of } = figures[name]
    return { name, kind: 'share', a, b, over, of }
  })
}
