/** What of the session is worth sharing and going back to: what is looked at, not how the page is set up. */
import { FOLD_RULES } from '../analysis/folding/folds.ts'
import { isFilter } from '../model/filter.ts'
import { LENSES } from '../analysis/picture/card-figure.ts'
import { SHEETS } from './sheets.ts'
import { COMPARE_VIEWS, type SessionState } from './session.ts'

type ViewField =
  | 'scenarioId'
  | 'day'
  | 'selection'
  | 'trace'
  | 'lit'
  | 'filter'
  | 'lens'
  | 'against'
  | 'swipe'
  | 'compared'
  | 'folds'
  | 'camera'
  | 'table'
  | 'threshold'
export type ViewState = Pick<SessionState, ViewField>

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string' && value.length <= 10_000
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const oneOf =
  (...of: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && of.includes(value)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const isDay: Check = (value) => Number.isInteger(value) && (value as number) >= 0
const isPercent: Check = (value) => isDay(value) && (value as number) <= 100
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText)
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const record =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) &&
    Object.keys(value).every((name) => Object.hasOwn(fields, name)) &&
    Object.entries(fields).every(([name, check]) => check(value[name]))

const CHECKS: Readonly<Record<ViewField, Check>> = {
  scenarioId: isText,
  day: isDay,
  selection: orNull(record({ kind: oneOf('enterprise', 'supply', 'block', 'fold'), id: isText })),
  trace: orNull(
    record({
      enterprise: isText,
      also: orAbsent(isTexts),
      direction: oneOf('upstream', 'downstream', 'both'),
      steps: orAbsent((value) => Number.isInteger(value) && (value as number) >= 1),
    }),
  ),
  filter: isFilter,
  lit: orNull(isTexts),
  lens: oneOf(...LENSES),
  against: orNull(record({ a: isText, b: orAbsent(isText) })),
  swipe: orNull(isPercent),
  compared: orNull(
    record({ a: isText, b: isText, view: oneOf(...COMPARE_VIEWS), day: orAbsent(isDay), share: orAbsent(isPercent) }),
  ),
  folds: record({
    rule: oneOf(...FOLD_RULES),
    open: isTexts,
    leading: isTexts,
    groups: orAbsent((value) => Array.isArray(value) && value.every(isTexts)),
    alone: orAbsent(isTexts),
  }),
  camera: orNull(record({ x: isNumber, y: isNumber, width: (value) => isNumber(value) && (value as number) > 0 })),
  table: oneOf('none', ...SHEETS),
  threshold: (value) => isNumber(value) && (value as number) >= 0 && (value as number) <= 1,
}

const FIELDS = Object.keys(CHECKS) as readonly ViewField[]

export const viewOf = (session: SessionState): ViewState =>
  Object.fromEntries(FIELDS.map((field) => [field, session[field]])) as unknown as ViewState

/** The fields of a view that came from outside and are sound; the others are left as they are. */
export function readView(value: unknown): Partial<ViewState> {
  if (typeof value !== 'object' || value === null) return {}
  const sound = FIELDS.filter((field) => Object.hasOwn(value, field) && CHECKS[field]((value as ViewState)[field]))
  return Object.fromEntries(sound.map((field) => [field, (value as ViewState)[field]]))
}

/** Steps that going back undoes one by one; days and camera only follow along. */
const STEPS = [
  'scenarioId',
  'selection',
  'trace',
  'filter',
  'lens',
  'against',
  'folds',
  'table',
] as const satisfies readonly ViewField[]

/** A comparison that begins or ends goes with its sheet. */
export function isStep(before: ViewState, now: ViewState): boolean {
  const differs = (field: ViewField): boolean =>
    JSON.stringify(before[field], followers) !== JSON.stringify(now[field], followers)
  return STEPS.some(differs) || (before.compared !== null && now.compared !== null && differs('compared'))
}

/** The day of a comparison and the border between its maps, too, only follow along. */
const followers = (key: string, value: unknown): unknown => (key === 'day' || key === 'share' ? 0 : value)
