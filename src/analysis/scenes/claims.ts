import { dayNumber } from '../../model/dates.ts'
import type { ClaimAnswer, FieldValue } from '../../model/scenes.ts'

/** Figures that differ by less, relative to the larger, count as equal. */
const EQUAL = 1e-6

type Fields = Readonly<Record<string, FieldValue>>

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => isEqual(a, b),
  '!=': (a, b) => !isEqual(a, b),
  '<': (a, b) => a < b && !isEqual(a, b),
  '<=': (a, b) => a < b || isEqual(a, b),
  '>': (a, b) => a > b && !isEqual(a, b),
  '>=': (a, b) => a > b || isEqual(a, b),
}

const isEqual = (a: number, b: number): boolean =>
  a === b || (Math.abs(a - b) < Infinity && Math.abs(a - b) <= EQUAL * Math.max(1, Math.abs(a), Math.abs(b)))

/** Two sides with a comparison between them; signs inside a field are no comparison. */
const CLAIM = /^\s*(\{\{[^{}]+\}\}|[^{}<>=!]+?)\s*(<=|>=|!=|=|<|>)\s*(\{\{[^{}]+\}\}|[^{}<>=!]+?)\s*$/

/** Whether a claim such as `{{gain:handle}} = 0`, `{{level:x}} < 50%` or `{{firstDay:x:0.8}} <= 2020-03-10` holds. */
export function claimVerdict(claim: string, fields: Fields): ClaimAnswer['verdict'] {
  const [, left, sign, right] = CLAIM.exec(claim) ?? []
  if (left === undefined || sign === undefined || right === undefined) return 'unreadable'
  const start = startOf(left, fields) ?? startOf(right, fields)
  const [a, b] = [sideOf(left, fields, start), sideOf(right, fields, start)]
  if (Number.isNaN(a) || Number.isNaN(b)) return 'unreadable'
  return COMPARISONS[sign]!(a, b) ? 'holds' : 'fails'
}

const fieldOf = (side: string, fields: Fields): FieldValue | undefined =>
  side.startsWith('{{') ? fields[side.slice(2, -2).trim()] : undefined

function startOf(side: string, fields: Fields): string | null {
  const field = fieldOf(side, fields)
  return field?.kind === 'date' ? field.start : null
}

/** A number: of a field (a date by its day, one that never comes is Infinity), of a date, of a percentage, or as it stands; else NaN. */
function sideOf(side: string, fields: Fields, start: string | null): number {
  if (side.startsWith('{{')) {
    const field = fieldOf(side, fields)
    if (!field || field.kind === 'text' || field.kind === 'unknown') return Number.NaN
    return field.kind === 'date' && field.value < 0 ? Infinity : field.value
  }
  if (side === 'never') return Infinity
  if (/^\d{4}-\d{2}-\d{2}$/.test(side)) return start === null ? Number.NaN : dayNumber(side) - dayNumber(start)
  const isPercent = side.endsWith('%')
  const text = isPercent ? side.slice(0, -1).trim() : side
  return text === '' ? Number.NaN : Number(text) / (isPercent ? 100 : 1)
}
