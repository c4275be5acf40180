/** Codes of a masked copy, and the key that they are written to. */
import { byText } from '../../engine/canonical-rows.ts'
import type { IdTable } from '../chain-fields.ts'

/** One line of the key. */
export interface KeyEntry {
  /** `enterprises.id`, `enterprises.name`, `text`, `product` … */
  readonly kind: string
  /** What stands in the masked copy; for a field that is left out there, the code of its row. */
  readonly code: string
  /** As it was: a text, a text per language, a list. */
  readonly original: unknown
}

/** First letter of the codes of a table's rows. */
export const ID_LETTERS: Readonly<Record<IdTable, string>> = {
  enterprises: 'E',
  supplies: 'S',
  blocks: 'B',
  scenarios: 'C',
  stages: 'G',
  sources: 'Q',
}

const FEWEST_DIGITS = 3

/** Codes in the order of what they stand for, so that the engine walks its rows in the same order as before. */
export function codesInOrder(letter: string, originals: Iterable<string>): ReadonlyMap<string, string> {
  const sorted = [...new Set(originals)].toSorted(byText)
  const digits = Math.max(FEWEST_DIGITS, String(sorted.length).length)
  return new Map(sorted.map((original, at) => [original, letter + String(at + 1).padStart(digits, '0')]))
}

/** Codes given one after the other; what is the same has the same code. */
export class RunningCodes {
  readonly #codes = new Map<string, string>()
  readonly #letter: string
  readonly #kind: string
  readonly #entries: KeyEntry[]

  constructor(letter: string, kind: string, entries: KeyEntry[]) {
    this.#letter = letter
    this.#kind = kind
    this.#entries = entries
  }

  get count(): number {
    return this.#codes.size
  }

  codeOf(original: unknown): string {
    const key = JSON.stringify(original)
    const known = this.#codes.get(key)
    if (known) return known
    const code = this.#letter + String(this.#codes.size + 1).padStart(FEWEST_DIGITS, '0')
    this.#codes.set(key, code)
    this.#entries.push({ kind: this.#kind, code, original })
    return code
  }
}
