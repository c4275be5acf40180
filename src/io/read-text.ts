import type { Problem } from '../model/problem.ts'
import { isObject, type JsonObject } from './check-shape.ts'
import { decodeText } from './decode-text.ts'
import { foreignKindOf } from './file-kind.ts'
import { LIMITS, shownSize } from './limits.ts'
import { excerpt, type ProblemList } from './problem-list.ts'
import { partOf, type Tell } from './progress.ts'
import { placeOf, scanJson } from './scan-json.ts'
import { withUnseenShown } from './unseen.ts'

/** What a reader takes: names of `foreignKindOf` that are its own, and the word that says what it expects. */
export interface ExpectedFile {
  readonly kinds: readonly string[]
  readonly words: string
}

/** The text of a file within the limits, or null when it is refused. */
export function readText(bytes: Uint8Array, expected: ExpectedFile, problems: ProblemList): string | null {
  const refuse = (problem: Omit<Problem, 'file' | 'severity'>): null => {
    problems.add({ severity: 'error', ...problem })
    return null
  }
  if (bytes.length === 0) return refuse({ code: 'EMPTY' })
  if (bytes.length > LIMITS.fileBytes) {
    return refuse({
      code: 'TOO_LARGE',
      found: shownSize(bytes.length),
      expected: `<= ${LIMITS.fileBytes / 1024 / 1024} MB`,
    })
  }
  const foreign = foreignKindOf(bytes)
  if (foreign !== null && !expected.kinds.includes(foreign)) {
    return refuse({ code: 'TYPE_MISMATCH', found: foreign, expected: expected.words })
  }
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return refuse(decoded.problem)
  return decoded.text.trim() === '' ? refuse({ code: 'EMPTY' }) : decoded.text
}

/** Share of the time in which a text is scanned; the parser takes the rest, and tells nothing. */
const SCANNED = 0.5

/** The parsed text, or undefined when it is no JSON, nests too deeply, or says a field twice. */
export function parseJson(text: string, problems: ProblemList, tell?: Tell): unknown {
  const { depth, fault, repeated } = scanJson(text, LIMITS.depth, partOf(tell, 0, SCANNED))
  tell?.(SCANNED, 1)
  if (depth > LIMITS.depth) {
    problems.add({ code: 'TOO_DEEP', severity: 'error', found: `> ${LIMITS.depth}`, expected: `<= ${LIMITS.depth}` })
    return undefined
  }
  if (fault) {
    const found = fault.at < text.length ? characterAt(text, fault.at) : 'endOfFile'
    problems.add({ code: 'JSON', severity: 'error', ...placeOf(text, fault.at), found, expected: fault.expected })
    return undefined
  }
  for (const { at, field } of repeated) {
    problems.add({ code: 'DUP_FIELD', severity: 'error', ...placeOf(text, at), found: excerpt(field) })
  }
  return JSON.parse(text)
}

/** The parsed document, or undefined when it is not one JSON object. */
export function parseObject(text: string, problems: ProblemList, tell?: Tell): JsonObject | undefined {
  const document = parseJson(text, problems, tell)
  if (document === undefined || isObject(document)) return document
  problems.add({ code: 'SCHEMA', severity: 'error', path: '', found: excerpt(document), expected: 'object' })
  return undefined
}

/** As it stands, but one that is not seen, or looks like a space, as its escape. */
function characterAt(text: string, at: number): string {
  const character = String.fromCodePoint(text.codePointAt(at)!)
  if (character < ' ') return excerpt(character)
  const code = character.charCodeAt(0).toString(16).padStart(4, '0')
  return /[\s\u2800]/.test(character) ? `"\\u${code}"` : withUnseenShown(character)
}
