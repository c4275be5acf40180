import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FoldGraph } from '../analysis/folding/fold-graph.ts'
import type { TierLayout } from '../analysis/layout/tier-layout.ts'
import type { DayView } from '../analysis/day-view.ts'
import type { Played } from '../analysis/played.ts'
import type { BlockGain } from '../analysis/planners/gains.ts'
import type { Wave } from '../analysis/wave.ts'
import type { AssumedMarks, IndexedChain } from '../engine/indexed-chain.ts'
import type { RunResult } from '../engine/run-result.ts'
import type { Chain, Scenario } from '../model/chain.ts'
import type { Problem } from '../model/problem.ts'
import type { ComparedPair } from '../model/scenes.ts'
import type { Tried } from './session.ts'

/** The chain as the engine reads it, and where its cards stand. */
export interface Structure {
  readonly chain: Chain
  readonly index: IndexedChain
  readonly assumed: AssumedMarks
  readonly problems: readonly Problem[]
  readonly layout: TierLayout
}

/** The map as it is folded, laid out anew when the folds change, and by nothing else. */
export interface Folded {
  readonly structure: Structure
  readonly graph: FoldGraph
  readonly layout: TierLayout
}

/** A played scenario and what it is compared with. */
export interface Outcome {
  readonly chain: Chain
  readonly scenario: Scenario
  readonly played: Played
  /** [days * enterprises], null for a large chain. */
  readonly hops: Int16Array | null
  /** The same scenario with nothing cleared; the same object as `played` when nothing is. */
  readonly nothingCleared: Played
  /** Null when nothing is cleared. */
  readonly wave: Wave | null
}

export type Gains =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number; readonly older: readonly BlockGain[] }
  /** `version` of the document and `day` that the gains hold for. */
  | { readonly kind: 'done'; readonly gains: readonly BlockGain[]; readonly day: number; readonly version: number }
  | { readonly kind: 'failed'; readonly message: string }

/** A run with what nobody has done yet. */
export interface Preview {
  readonly tried: Tried
  readonly run: RunResult
  /** Against the run on screen. */
  readonly wave: Wave
}

/** Two futures on the calendar of the run on screen, which is one of them. */
export interface Against {
  readonly pair: ComparedPair
  /** The run that it was played for. */
  readonly outcome: Outcome
  /** A day of that run held against the same day of the other: no data where one of them is not known, and its levels. */
  readonly hold: (view: DayView) => { readonly view: DayView; readonly other: Float64Array }
}

/** Two blocks that gain nothing apart, and something together. */
export interface OnlyTogether {
  /** Ids of the blocks. */
  readonly blocks: readonly string[]
  /** Days of the leading enterprises' full output. */
  readonly gain: number
}

export interface ComputedState {
  readonly structure: Structure | null
  /** Null where nothing is folded. */
  readonly folded: Folded | null
  readonly outcome: Outcome | null
  readonly run:
    | { readonly kind: 'idle' }
    | { readonly kind: 'running'; readonly done: number; readonly total: number }
    | { readonly kind: 'failed'; readonly message: string }
    /** Bytes and seconds that the run would take, and the most bytes that are taken on. */
    | {
        readonly kind: 'tooLarge'
        readonly days: number
        readonly bytes: number
        readonly seconds: number
        readonly most: number
      }
  readonly gains: Gains
  /** Largest gain first. */
  readonly onlyTogether: readonly OnlyTogether[]
  /** Of what the pointer rested on last; null before. */
  readonly preview: Preview | null
  readonly against: Against | null
}

export type ComputedStore = StoreApi<ComputedState>

export const computedStore = (): ComputedStore =>
  createStore<ComputedState>(() => ({
    structure: null,
    folded: null,
    outcome: null,
    run: { kind: 'idle' },
    gains: { kind: 'none' },
    onlyTogether: [],
    preview: null,
    against: null,
  }))
