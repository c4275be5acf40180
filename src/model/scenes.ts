import type { Chain, Clearing } from './chain.ts'
import { isFilter, type Filter } from './filter.ts'
import type { LocalText } from './local-text.ts'

/** Stands for the observed days where a scenario is compared with them. */
export const OBSERVED_DAYS = ':observed'

/** The day of B less the day of A. */
export interface ComparedPair {
  /** A scenario, or `OBSERVED_DAYS`. */
  readonly a: string
  /** A scenario, or `OBSERVED_DAYS` where A is a scenario; absent = the scenario of the scene. */
  readonly b?: string
  /** Both are seen, one over the other: percent of the width that shows A; absent = one map of what differs. */
  readonly swipe?: number
}

/**
 * One step of a story: what is looked at, and words whose figures the engine computes anew each time they are shown.
 * Figures stand as fields in the words, e.g. `{{level:chunxiao}}`; a claim compares fields, e.g. `{{gain:handle}} = 0`.
 */
export interface Scene {
  readonly id: string
  readonly name: LocalText
  readonly words: LocalText
  /** For the speaker alone. */
  readonly notes?: LocalText
  readonly scenario: string
  /** Day of the run, 0 = first. */
  readonly day: number
  readonly lens?: 'state' | 'wave' | 'difference' | 'observed'
  /** In map units; absent = the whole map. */
  readonly camera?: { readonly x: number; readonly y: number; readonly width: number }
  readonly selection?: { readonly kind: 'enterprise' | 'supply' | 'block'; readonly id: string }
  readonly trace?: {
    readonly enterprise: string
    readonly also?: readonly string[]
    readonly direction: 'upstream' | 'downstream' | 'both'
    /** Links it goes at most; absent = as far as it goes. */
    readonly steps?: number
  }
  readonly filter?: Filter
  /** Enterprises that stand out. */
  readonly lit?: readonly string[]
  /** Days that are played when the scene is shown; `day` is where it comes to rest. */
  readonly play?: { readonly from: number }
  /** Clearings that are played on top of the scenario's own, for the wave. */
  readonly clear?: readonly Clearing[]
  readonly compare?: ComparedPair
  readonly claims?: readonly string[]
}

const isText = (value: unknown): value is LocalText =>
  typeof value === 'string' ||
  (typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string'))
const isTexts = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((each) => typeof each === 'string'))
const isDay = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0

const isTrace = ({ enterprise, also, direction, steps }: Readonly<Record<string, unknown>>): boolean =>
  typeof enterprise === 'string' &&
  isTexts(also) &&
  ['upstream', 'downstream', 'both'].includes(String(direction)) &&
  (steps === undefined || (isDay(steps) && (steps as number) > 0))

/** What is looked at on a map, by a scene or on the screen: what stands out, what is hidden, what the day is held against. */
export interface Looked extends Pick<Scene, 'selection' | 'trace' | 'filter' | 'lit' | 'clear' | 'compare'> {
  /** Ids of enterprises that the filter never hides. */
  readonly pinned?: readonly string[]
  /** Enterprises of a route that is lit, in order. */
  readonly route?: readonly string[]
}

/** The scenario that a scene shows: B, or where B is the observed days A, on whose days they are. */
export const scenarioIdOf = ({ scenario, compare }: Scene): string =>
  compare?.b === OBSERVED_DAYS ? compare.a : (compare?.b ?? scenario)

const isPair = ({ a, b, swipe }: Readonly<Record<string, unknown>>): boolean =>
  typeof a === 'string' &&
  (b === undefined || (typeof b === 'string' && (a !== b || a !== OBSERVED_DAYS))) &&
  (swipe === undefined || (isDay(swipe) && (swipe as number) <= 100))

function hasSoundParts({
  lens,
  camera,
  selection,
  trace,
  filter,
  play,
  notes,
  compare,
  clear,
}: Partial<Scene>): boolean {
  const isAbsentOr = (value: unknown, check: (there: Readonly<Record<string, unknown>>) => boolean): boolean =>
    value === undefined || (typeof value === 'object' && value !== null && check(value as Record<string, unknown>))
  return (
    (lens === undefined || ['state', 'wave', 'difference', 'observed'].includes(lens)) &&
    (notes === undefined || isText(notes)) &&
    isAbsentOr(camera, ({ x, y, width }) => [x, y, width].every(Number.isFinite) && Number(width) > 0) &&
    isAbsentOr(selection, ({ kind, id }) => ['enterprise', 'supply', 'block'].includes(String(kind)) && isText(id)) &&
    isAbsentOr(trace, isTrace) &&
    (filter === undefined || isFilter(filter)) &&
    isAbsentOr(play, ({ from }) => isDay(from)) &&
    isAbsentOr(compare, isPair) &&
    (clear === undefined || (Array.isArray(clear) && clear.every(({ block, on }) => isText(block) && isText(on))))
  )
}

/** The scenes of a chain that have our shape; a file may hold others, which are kept and written back. */
export const scenesOf = (chain: Chain): readonly Scene[] =>
  (chain.scenes ?? []).filter((scene): scene is Scene => {
    const { id, name, words, scenario, day, lit, claims, ...parts } = (scene ?? {}) as Partial<Scene>
    const isNamed = typeof id === 'string' && typeof scenario === 'string'
    return (
      isNamed && isText(name) && isText(words) && isDay(day) && isTexts(lit) && isTexts(claims) && hasSoundParts(parts)
    )
  })

/** What a field of the words stands for. */
export type FieldValue =
  | { readonly kind: 'share' | 'days' | 'count'; readonly value: number }
  /** A day of the scene's run; -1 = not within the run. */
  | { readonly kind: 'date'; readonly value: number; readonly start: string }
  | { readonly kind: 'text'; readonly text: LocalText }
  /** The field names something that is not there. */
  | { readonly kind: 'unknown' }

export interface ClaimAnswer {
  readonly claim: string
  /** `unreadable` also where a field is unknown. */
  readonly verdict: 'holds' | 'fails' | 'unreadable'
}

/** A scene as the engine has it now. */
export interface SceneAnswer {
  readonly id: string
  /** Values of the fields in its words, notes, name and claims, by what stands between the braces. */
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly claims: readonly ClaimAnswer[]
}
