/** Checks a parsed file against the table of fields: every row, every field, every name of another row. */
import { dayNumber } from '../model/dates.ts'
import type { Problem, ProblemCode } from '../model/problem.ts'
import {
  CHAIN_SHAPE, LOCAL_TEXT_SHAPE, RANGE_SHAPE, type Field, type IdTable, type NumberRange, type RecordShape,
} from './chain-fields.ts' // prettier-ignore
import { LIMITS } from './limits.ts'
import { excerpt, pathText, type ProblemList } from './problem-list.ts'
import type { Tell } from './progress.ts'

export type Ids = ReadonlyMap<IdTable, ReadonlySet<string>>
export type JsonObject = Readonly<Record<string, unknown>>

/** Rows of the top tables that cannot be trusted, as `supplies[3]`. */
export type UnsoundRows = Set<string>

interface Check {
  readonly problems: ProblemList
  readonly ids: Ids
  readonly unsound: UnsoundRows
  /** Unknown fields by record and name: said once, with how often they stand there. */
  readonly unknown: Map<string, { path: string; name: string; times: number }>
  /** Where the check stands now. */
  readonly path: (string | number)[]
  readonly rowDone: () => void
}

/** To whom a check tells what is wrong, and how far it is. */
export interface Reported {
  readonly problems: ProblemList
  readonly tell: Tell
}

/** Rows after which it is told how far the check is. */
const TOLD_EVERY = 5_000

function rowsTold(document: JsonObject, tell: Tell): () => void {
  const all = Object.values(document).reduce((sum: number, rows) => sum + (Array.isArray(rows) ? rows.length : 0), 0)
  let done = 0
  return () => {
    if (++done % TOLD_EVERY === 0) tell(done / all)
  }
}

/**
 * Reports all that is wrong with the fields of `document`.
 * @returns rows that broke a rule, which later checks must leave alone
 */
export function checkShape(document: JsonObject, ids: Ids, { problems, tell }: Reported): UnsoundRows {
  const rowDone = rowsTold(document, tell)
  const check: Check = { problems, ids, unsound: new Set(), unknown: new Map(), path: [], rowDone }
  checkRecord(check, document, CHAIN_SHAPE)
  for (const { path, name, times } of check.unknown.values()) {
    const found = times > 1 ? `${excerpt(name)} × ${times}` : excerpt(name)
    problems.add({ code: 'UNKNOWN_FIELDS', severity: 'warning', path, found })
  }
  return check.unsound
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function report(check: Check, code: ProblemCode, rest: Pick<Problem, 'found' | 'expected'>): void {
  check.problems.add({ code, severity: 'error', path: pathText(check.path), ...rest })
  if (check.path.length > 1) check.unsound.add(`${check.path[0]}[${check.path[1]}]`)
}

const mismatch = (check: Check, value: unknown, expected: string): void =>
  report(check, 'SCHEMA', { found: excerpt(value), expected })

function at(check: Check, step: string | number, work: () => void): void {
  check.path.push(step)
  work()
  check.path.pop()
}

function checkRecord(check: Check, record: JsonObject, shape: RecordShape): void {
  const names = Object.keys(record)
  if (names.length > LIMITS.columns)
    return report(check, 'TOO_WIDE', { found: String(names.length), expected: `<= ${LIMITS.columns}` })
  for (const name of names) {
    const field = shape.fields.get(name)
    if (field && isSaidByFlag(record, record[name], field)) continue
    check.path.push(name)
    if (field) checkField(check, record[name], field)
    else checkUnknown(check, name, record[name])
    check.path.pop()
  }
  for (const name of shape.required) {
    if (!Object.hasOwn(record, name)) at(check, name, () => mismatch(check, undefined, 'required'))
  }
}

/** A backup has no flow of its own: a 0 there adds nothing to what the flag says. */
function isSaidByFlag(record: JsonObject, value: unknown, field: Field): boolean {
  return value === 0 && field.kind === 'number' && field.zeroBeside !== undefined && record[field.zeroBeside] === true
}

/** A field of a newer version, kept as it is; `__proto__` is refused, because a copy of the row could set a prototype with it. */
function checkUnknown(check: Check, name: string, value: unknown): void {
  if (name === '__proto__') return mismatch(check, name, 'otherName')
  const record = check.path.filter((step) => typeof step === 'string').join('.')
  const seen = check.unknown.get(record)
  if (seen) seen.times++
  else check.unknown.set(record, { path: pathText(check.path), name, times: 1 })
  checkAnything(check, value)
}

function checkAnything(check: Check, value: unknown): void {
  if (typeof value === 'string') checkText(check, value)
  else if (typeof value === 'number' && !Number.isFinite(value)) report(check, 'NUMBER', { found: String(value) })
  else if (Array.isArray(value))
    value.forEach((each, position) => at(check, position, () => checkAnything(check, each)))
  else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      at(check, name, () => {
        if (name === '__proto__') mismatch(check, name, 'otherName')
        else checkAnything(check, value[name])
      })
    }
  }
}

function checkField(check: Check, value: unknown, field: Field): void {
  if (value === null && field.mayBeNull) return
  switch (field.kind) {
    case 'text':
      return checkText(check, value)
    case 'texts':
      return checkList(check, value, (each) => checkText(check, each))
    case 'localText':
      return isObject(value) ? checkLocalText(check, value) : checkText(check, value)
    case 'day':
      return checkDay(check, value)
    case 'flag':
      return typeof value === 'boolean' ? undefined : mismatch(check, value, 'true | false')
    case 'version':
      // The major version has been looked at before; a minor one says that there are fields to keep.
      return typeof value === 'number' ? undefined : mismatch(check, value, '1')
    case 'number':
      return checkNumber(check, value, field.range)
    case 'uncertain':
      return isObject(value) ? checkRange(check, value, field.range) : checkNumber(check, value, field.range)
    case 'choice':
      return checkChoice(check, value, field.of)
    case 'choices':
      return checkList(check, value, (each) => checkChoice(check, each, field.of))
    case 'reference':
      return checkReference(check, value, field.to)
    case 'references':
      if (field.orAll && value === 'all') return
      return checkList(check, value, (each) => checkReference(check, each, field.to))
    case 'record':
      return isObject(value) ? checkRecord(check, value, field.of) : mismatch(check, value, 'object')
    case 'oneOf':
      return checkOneOf(check, value, field.of)
    case 'rows':
      return checkList(check, value, (row) =>
        isObject(row) ? checkRecord(check, row, field.of) : mismatch(check, row, 'object'),
      )
    case 'anyRows':
      return checkList(check, value, (row) => checkAnything(check, row))
  }
}

function checkList(check: Check, value: unknown, each: (value: unknown) => void): void {
  if (!Array.isArray(value)) return mismatch(check, value, 'list')
  for (let position = 0; position < value.length; position++) {
    check.path.push(position)
    each(value[position])
    check.path.pop()
    if (check.path.length === 1) check.rowDone()
  }
}

/** Half a character, which only JSON can write: in every other format it is lost. */
const LONE_SURROGATE = /\p{Surrogate}/u

function checkText(check: Check, value: unknown): void {
  if (typeof value !== 'string') return notText(check, value)
  if (LONE_SURROGATE.test(value)) {
    const place = { path: pathText(check.path), found: excerpt(value), expected: 'readableText' }
    check.problems.add({ code: 'ENCODING', severity: 'warning', ...place })
  }
  if (value.length <= LIMITS.textCharacters) return
  const characters = Array.from(value).length
  if (characters <= LIMITS.textCharacters) return
  report(check, 'LIMIT', { found: String(characters), expected: `<= ${LIMITS.textCharacters}` })
}

/** A code that was written as a number has lost its last digits already. */
function notText(check: Check, value: unknown): void {
  if (typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value)) {
    return mismatch(check, value, 'text')
  }
  report(check, 'ID_PRECISION', { found: String(value), expected: 'text' })
}

function checkLocalText(check: Check, value: JsonObject): void {
  if (!Object.hasOwn(value, 'zh') && !Object.hasOwn(value, 'en')) mismatch(check, value, '"zh" | "en"')
  checkRecord(check, value, LOCAL_TEXT_SHAPE)
}

function checkDay(check: Check, value: unknown): void {
  if (typeof value !== 'string' || Number.isNaN(dayNumber(value))) mismatch(check, value, 'YYYY-MM-DD')
}

function isWithin(value: unknown, range: NumberRange): value is number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false
  if (range.whole && !Number.isInteger(value)) return false
  return value <= range.high && (range.isLowIn ? value >= range.low : value > range.low)
}

function checkNumber(check: Check, value: unknown, range: NumberRange): void {
  if (!isWithin(value, range)) report(check, 'NUMBER', { found: excerpt(value), expected: range.text })
}

function checkRange(check: Check, value: JsonObject, range: NumberRange): void {
  for (const end of RANGE_SHAPE.required) at(check, end, () => checkNumber(check, value[end], range))
  for (const name of Object.keys(value)) {
    if (!RANGE_SHAPE.fields.has(name)) at(check, name, () => checkUnknown(check, name, value[name]))
  }
  const { low, high } = value
  if (!isWithin(low, range) || !isWithin(high, range) || low <= high) return
  report(check, 'NUMBER', { found: `${low}..${high}`, expected: 'low <= high' })
}

function checkChoice(check: Check, value: unknown, of: readonly string[]): void {
  if (typeof value === 'string' && of.includes(value)) return
  mismatch(check, value, of.map((each) => JSON.stringify(each)).join(' | '))
}

function checkReference(check: Check, value: unknown, to: IdTable): void {
  if (typeof value !== 'string') return notText(check, value)
  if (check.ids.get(to)?.has(value) === false) report(check, 'DANGLING', { found: excerpt(value), expected: to })
}

function checkOneOf(check: Check, value: unknown, shape: RecordShape): void {
  if (!isObject(value)) return mismatch(check, value, 'object')
  const named = Object.keys(value).filter((name) => shape.fields.has(name))
  checkRecord(check, value, shape)
  if (named.length === 1) return
  const choices = [...shape.fields.keys()].map((name) => JSON.stringify(name)).join(' | ')
  report(check, 'SCHEMA', { found: named.length === 0 ? 'nothing' : JSON.stringify(named), expected: choices })
}
