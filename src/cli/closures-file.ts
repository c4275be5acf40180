import type { Closure } from '../engine/criticality.ts'
import { fillIn } from '../i18n/problem-text.ts'
import type { CommandContext } from './command.ts'
import { WrongUse } from './exit-codes.ts'

/**
 * Closed shares from a file `{"closures": [[0, 1, ...], ...], "upstream": null | [[...], ...]}`, one vector a closure, enterprises in the order of
 * the document.
 * @param rows [enterprises of the document] their rows
 * @throws WrongUse when there is no such file or it holds anything else
 */
export async function readClosures(
  { terminal, texts }: CommandContext,
  path: string,
  rows: Int32Array,
): Promise<readonly Closure[]> {
  const refuse = (reason: string): never => {
    throw new WrongUse(fillIn(texts.usage.unreadableFile, { what: path, reason }))
  }
  const bytes = await terminal.read(path).catch((error: unknown) => refuse(codeOf(error)))
  const content = parsed(bytes)
  const { closures, upstream = null } = content ?? {}
  if (!isVectors(closures, rows.length)) return refuse(fillIn(texts.closuresShape, { count: String(rows.length) }))
  if (upstream !== null && (!isVectors(upstream, rows.length) || upstream.length !== closures.length)) {
    return refuse(fillIn(texts.closuresShape, { count: String(rows.length) }))
  }
  return closures.map((vector, place) => {
    const down = inRows(vector, rows)
    return { down, up: upstream === null ? down : inRows(upstream[place]!, rows) }
  })
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

function parsed(bytes: Uint8Array): { readonly closures?: unknown; readonly upstream?: unknown } | null {
  try {
    const content: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof content === 'object' ? content : null
  } catch {
    return null
  }
}

const isVectors = (value: unknown, length: number): value is readonly (readonly number[])[] =>
  Array.isArray(value) &&
  value.every((vector) => Array.isArray(vector) && vector.length === length && vector.every(isShare))

const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1

function inRows(vector: readonly number[], rows: Int32Array): Float64Array {
  const shares = new Float64Array(rows.length)
  vector.forEach((share, position) => (shares[rows[position]!] = share))
  return shares
}
