import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Lens } from '../analysis/picture/card-figure.ts'
import type { Folds } from '../analysis/folding/folds.ts'
import type { RouteOrder } from '../analysis/routes/best-routes.ts'
import type { WorkView } from '../analysis/worksheet/work-rows.ts'
import type { Clearing, Delivery, IsoDate } from '../model/chain.ts'
import { NO_FILTER, type Filter } from '../model/filter.ts'
import type { Language } from '../model/local-text.ts'
import type { NotePlace } from '../model/notes.ts'
import type { ComparedPair } from '../model/scenes.ts'
import { DEFAULTS } from '../model/settings.ts'
import type { PlannerId, SheetId, TableId } from './sheets.ts'

/** `fold`: its id on the folded map, or that of a merged link. */
export type Selection = { readonly kind: 'enterprise' | 'supply' | 'block' | 'fold'; readonly id: string }
export type Theme = 'light' | 'dark'
export type TraceDirection = 'upstream' | 'downstream' | 'both'
export interface TraceView {
  readonly enterprise: string
  /** Further enterprises that it begins at. */
  readonly also?: readonly string[]
  readonly direction: TraceDirection
  /** Links it goes at most, >= 1; absent = as far as it goes. */
  readonly steps?: number
}
/** Routes that are looked for from one enterprise to another. */
export interface RoutesView {
  readonly from: string
  /** Null = still to be chosen. */
  readonly to: string | null
  readonly order: RouteOrder
  /** Enterprises of the route that is lit, in order; null = none. */
  readonly lit: readonly string[] | null
}
export type NoteTarget = { readonly id: string } | { readonly at: NotePlace }
/** What was selected, oldest first, and which of it is looked at. */
export interface Trail {
  readonly visited: readonly Selection[]
  readonly at: number
}
/** What a form is open for: a new block on an enterprise, on each of several, or on a link, or one that is there. */
export type FormTarget =
  | { readonly enterprise: string }
  | { readonly enterprises: readonly string[] }
  | { readonly supply: string }
  | { readonly block: string }
/** A row whose form is open: one that is there, or a new one that begins with some values. */
export interface EditTarget {
  readonly table: TableId
  readonly position?: number
  readonly values?: Readonly<Record<string, unknown>>
}
/** Part of the map that is looked at: its centre and width in map units. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly width: number
}

export const COMPARE_VIEWS = ['side', 'swipe', 'difference'] as const

/** Two futures, scenarios or observed days, and the way of looking at them. */
export interface ComparedFutures extends Required<Pick<ComparedPair, 'a' | 'b'>> {
  readonly view: (typeof COMPARE_VIEWS)[number]
  /** Day on their calendar, where it begins on another day than the shown scenario; else they have its day. */
  readonly day?: number
  /** Percent of the width that shows A where B lies over it; absent = half. */
  readonly share?: number
}

/** How the work sheet is looked at. */
export interface WorkLook {
  readonly view: WorkView
  readonly show: 'all' | 'open' | 'overdue' | 'critical' | 'unassigned'
  readonly text: string
}

export type BlockOrder = 'gain' | 'severity' | 'since' | 'name'

/** What nobody has done yet, on top of the shown scenario. */
export interface Tried {
  readonly clear: readonly Clearing[]
  readonly deliver?: readonly Delivery[]
}

/** What a person is looking at; kept across visits, never part of the chain. */
export interface SessionState {
  readonly language: Language
  readonly theme: Theme
  readonly scenarioId: string
  /** Day of the run that is shown, 0 = first. */
  readonly day: number
  readonly isPlaying: boolean
  /** Day from which a release is being played by itself, and to which it returns; null = the days are played by hand. */
  readonly waveFrom: number | null
  /** Days per second while playing. */
  readonly speed: number
  readonly selection: Selection | null
  /** Kept until Esc, also when the selection is gone. */
  readonly trace: TraceView | null
  readonly routes: RoutesView | null
  readonly filter: Filter
  /** Ids of enterprises that are marked together. */
  readonly picked: readonly string[]
  /** Ids of enterprises that stay in sight: never filtered out, never folded away, always with their name. */
  readonly pinned: readonly string[]
  readonly trail: Trail
  /** What a drag on the map does: moves it, marks what it goes around, or puts a note. */
  readonly tool: 'move' | 'lasso' | 'note'
  readonly isFilterOpen: boolean
  /** Note whose text is being written: one that is there, or a new one. */
  readonly note: NoteTarget | null
  /** Blocks whose liaison officer is asked for. */
  readonly assigning: readonly string[] | null
  /** Blocks that were set to cleared, and whose evidence is asked for. */
  readonly clearing: readonly string[] | null
  /** Level from which an enterprise counts as operating, 0..1. */
  readonly threshold: number
  readonly blockOrder: BlockOrder
  readonly work: WorkLook
  readonly folded: { readonly left: boolean; readonly right: boolean; readonly bottom: boolean }
  /** Which sheet lies over the map. */
  readonly table: 'none' | SheetId
  /** Which question the sheet of analysis asks. */
  readonly planner: PlannerId
  /** Whether the dialog of special surveys lies over the work sheet. */
  readonly isSurveying: boolean
  readonly form: FormTarget | null
  readonly edit: EditTarget | null
  /** Supplier of a link that is being drawn. */
  readonly linking: string | null
  readonly dialog: 'none' | 'help' | 'palette' | 'tour' | 'present'
  /** Figure at which the help opens; null = the first page of it. */
  readonly helpFor: string | null
  /** Whether keys without Ctrl act: letters, brackets, slash, question mark. */
  readonly hasSingleKeys: boolean
  /** Whether the tour has been walked or skipped. */
  readonly hasSeenTour: boolean
  /** What the map shows the wave of while a row of the analysis is pointed at. */
  readonly preview: Tried | null
  /** Futures whose difference the map shows; without `b` the shown scenario less `a`; null = to nothing cleared. */
  readonly against: ComparedPair | null
  /** Percent of the map's width that shows A, B lying over the rest; null = the map shows the difference. */
  readonly swipe: number | null
  /** Two futures that were chosen for the sheet of the comparison; null = none yet. */
  readonly compared: ComparedFutures | null
  /** Enterprises that a scene wants to stand out; null = none does. */
  readonly lit: readonly string[] | null
  /** Date of the version of the lists that the map shows; null = none. */
  readonly listDate: IsoDate | null
  /** Scene that was gone to last; '' = none. */
  readonly sceneId: string
  /** Size shown around each card, by enterprise id, 0..1; null = none. */
  readonly sizes: Readonly<Record<string, number>> | null
  /** What the cards show. */
  readonly lens: Lens
  /** How the map is folded. */
  readonly folds: Folds
  /** Null = the whole map is fitted in. */
  readonly camera: Camera | null
  /** Cards that were dragged, by enterprise id, in map units. */
  readonly moved: Readonly<Record<string, { readonly x: number; readonly y: number }>>
}

export type SessionStore = StoreApi<SessionState>

/** What a visit begins without, whatever the last one ended with. */
export const PASSING = {
  isPlaying: false,
  waveFrom: null,
  form: null,
  edit: null,
  linking: null,
  dialog: 'none',
  helpFor: null,
  planner: 'gains',
  isSurveying: false,
  preview: null,
  against: null,
  swipe: null,
  compared: null,
  lit: null,
  listDate: null,
  sizes: null,
  routes: null,
  picked: [],
  trail: { visited: [], at: -1 },
  tool: 'move',
  isFilterOpen: false,
  note: null,
  assigning: null,
  clearing: null,
} as const satisfies Partial<SessionState>

export const DEFAULT_SESSION: SessionState = {
  ...PASSING,
  language: 'zh',
  theme: 'light',
  scenarioId: '',
  day: 0,
  speed: 4,
  selection: null,
  trace: null,
  filter: NO_FILTER,
  pinned: [],
  threshold: DEFAULTS.operatingThreshold,
  blockOrder: 'gain',
  work: { view: 'department', show: 'all', text: '' },
  folded: { left: false, right: false, bottom: false },
  table: 'none',
  hasSingleKeys: true,
  hasSeenTour: false,
  sceneId: '',
  lens: 'state',
  folds: { rule: 'auto', open: [], leading: [] },
  camera: null,
  moved: {},
}

/** What belongs to the chain that is open; another one begins without it. */
export const OF_ONE_CHAIN = {
  scenarioId: '',
  day: 0,
  isPlaying: false,
  selection: null,
  trace: null,
  routes: null,
  filter: NO_FILTER,
  picked: [],
  pinned: [],
  trail: { visited: [], at: -1 },
  lit: null,
  listDate: null,
  preview: null,
  against: null,
  swipe: null,
  compared: null,
  sizes: null,
  moved: {},
  folds: { rule: 'auto', open: [], leading: [] },
  camera: null,
  table: 'none',
} as const satisfies Partial<SessionState>

export const sessionStore = (first: Partial<SessionState>): SessionStore =>
  createStore<SessionState>(() => ({ ...DEFAULT_SESSION, ...first }))
