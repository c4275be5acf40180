import { ENGINE_VERSION } from '../../engine/version.ts'
import type { Progress } from '../../analysis/planners/what-if.ts'
import { dataIn } from '../html.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { chainInside, otherRequest, shownValue, wrongField, type WrongField } from './report-fields.ts'
import { REPORT_DATA, reportOf, type ReportData } from './report.ts'

/** What came of computing a report again. */
export type Verdict =
  | { readonly kind: 'equal'; readonly figures: number }
  | { readonly kind: 'figure'; readonly path: string; readonly found: string; readonly expected: string }
  | { readonly kind: 'text'; readonly line: number; readonly found: string; readonly expected: string }
  | ({ readonly kind: 'field' } & WrongField)
  | { readonly kind: 'engine' | 'hash'; readonly found: string; readonly expected: string }
  | { readonly kind: 'notReport' }

/** Computes a report again from the chain inside it: equal, or the first difference. A damaged report never throws. */
export async function verifyReport(page: string, progress: Progress): Promise<Verdict> {
  const inside = dataIn(page, REPORT_DATA)
  if (typeof inside !== 'object' || inside === null) return { kind: 'notReport' }
  const fields = inside as Readonly<Record<string, unknown>>
  const chain = chainInside(fields)
  const wrong = wrongField(fields, chain, page)
  if (wrong || chain === null) return wrong ? { kind: 'field', ...wrong } : { kind: 'notReport' }
  const data = inside as ReportData
  if (data.engine !== ENGINE_VERSION) return { kind: 'engine', found: data.engine, expected: ENGINE_VERSION }
  const fingerprint = await fingerprintOf(chain)
  if (fingerprint !== data.fingerprint) return { kind: 'hash', found: fingerprint, expected: data.fingerprint }
  const again = await madeAgain({ ...data.request, chain }, progress)
  if (again === null) return { kind: 'notReport' }
  const expected = dataIn(again, REPORT_DATA) as ReportData
  const path = firstDifference(expected.figures, data.figures, '')
  if (path !== null) {
    const named = otherRequest(data, chain, page)
    return named ? { kind: 'field', ...named } : { kind: 'figure', ...path }
  }
  return again === page ? { kind: 'equal', figures: countOf(expected.figures) } : textDifference(page, again)
}

/** Null where the chain inside a report cannot be played. */
async function madeAgain(request: Parameters<typeof reportOf>[0], progress: Progress): Promise<string | null> {
  try {
    return await reportOf(request, progress)
  } catch {
    return null
  }
}

/** Place and both values of the first figure that differs, in the order in which figures are written. */
function firstDifference(
  expected: unknown,
  found: unknown,
  path: string,
): { path: string; found: string; expected: string } | null {
  if (typeof expected === 'object' && expected !== null && typeof found === 'object' && found !== null) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])]
    for (const name of names) {
      const inner = path === '' ? name : `${path}.${name}`
      const different = firstDifference(valueAt(expected, name), valueAt(found, name), inner)
      if (different) return different
    }
    return null
  }
  return Object.is(expected, found) ? null : { path, found: shownValue(found), expected: shownValue(expected) }
}

const valueAt = (record: object, name: string): unknown =>
  Object.hasOwn(record, name) ? (record as Readonly<Record<string, unknown>>)[name] : undefined

const countOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, each) => sum + countOf(each), 0)
    : 1

const MOST_SHOWN = 120
/** Signs before the first that differs. */
const BEFORE = 40

function textDifference(page: string, again: string): Verdict {
  const [found, expected] = [page.split('\n'), again.split('\n')]
  const line = expected.findIndex((text, at) => text !== found[at])
  const at = line < 0 ? expected.length : line
  const [is, shouldBe] = [found[at] ?? '', expected[at] ?? '']
  let same = 0
  while (same < is.length && is[same] === shouldBe[same]) same++
  // The data of a report are one line of many thousand signs.
  const from = same > MOST_SHOWN / 2 ? same - BEFORE : 0
  const part = (text: string): string => (from > 0 ? '…' : '') + text.slice(from, from + MOST_SHOWN)
  return { kind: 'text', line: at + 1, found: part(is), expected: part(shouldBe) }
}
