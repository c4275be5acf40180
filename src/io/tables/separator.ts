import { SEPARATORS, type Separator } from '../../model/bring.ts'

/** Lines at the start that tell the separator. */
const LINES_LOOKED_AT = 30
/** Characters at the start that tell the separator, so that one endless line costs nothing. */
const CHARACTERS_LOOKED_AT = 200_000
const DECLARED = /^sep=(.)\r?(?:\n|\r|$)/i

/** What Excel's first line `sep=;` says; null without one. @returns the separator and the text behind that line */
export function declaredSeparator(text: string): { readonly separator: Separator; readonly length: number } | null {
  const found = DECLARED.exec(text)
  if (!found) return null
  const separator = SEPARATORS.find((candidate) => candidate === found[1])
  return separator ? { separator, length: found[0].length } : null
}

/** The separator by which the first lines have the same number of cells, the more the better. @param text with `\n` as line end */
export function likelySeparator(text: string): Separator {
  const counts = countsByLine(text.slice(0, CHARACTERS_LOOKED_AT))
  let best: { separator: Separator; score: number } = { separator: ',', score: 0 }
  for (const separator of SEPARATORS) {
    const score = scoreOf(counts.map((line) => line.get(separator) ?? 0))
    if (score > best.score) best = { separator, score }
  }
  return wideSeparator(counts) ?? best.separator
}

const WIDE = ['，', '；', '、', '｜'] as const satisfies readonly Separator[]
const NARROW = SEPARATORS.filter((separator) => !(WIDE as readonly string[]).includes(separator))
/** Rows that may stand above the heading, and share of those from it on that must agree: these signs stand in texts too. */
const TITLES = 3
const AGREEING = 0.8

/** A sign of the Chinese keyboard that parts the heading, in which no other does, and nearly all rows under it the same way. */
function wideSeparator(counts: readonly ReadonlyMap<string, number>[]): Separator | null {
  let best: { readonly separator: Separator; readonly count: number } | null = null
  for (const separator of WIDE) {
    const head = counts.slice(0, TITLES + 1).findIndex((line) => line.has(separator))
    if (head < 0 || NARROW.some((each) => counts[head]!.has(each))) continue
    const count = counts[head]!.get(separator)!
    const rows = counts.slice(head)
    const agreeing = rows.filter((line) => line.get(separator) === count).length
    if (agreeing >= rows.length * AGREEING && count > (best?.count ?? 0)) best = { separator, count }
  }
  return best?.separator ?? null
}

/** Lines that agree on the number of separators weigh; what stands in fewer than half of the lines separates nothing. */
function scoreOf(counts: readonly number[]): number {
  if (counts.filter((count) => count > 0).length * 2 < counts.length) return 0
  const tally = new Map<number, number>()
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1)
  let score = 0
  for (const [count, lines] of tally) score = Math.max(score, lines * (1 + Math.min(count, 50) / 100))
  return (counts[0] ?? 0) > 0 ? score + counts.length / 4 : score
}

function countsByLine(text: string): readonly ReadonlyMap<string, number>[] {
  const lines: Map<string, number>[] = []
  let line = new Map<string, number>()
  let isQuoted = false
  let isBlank = true
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === '\n' && !isQuoted) {
      if (!isBlank) lines.push(line)
      if (lines.length === LINES_LOOKED_AT) return lines
      line = new Map()
      isBlank = true
      continue
    } else if (!isQuoted && (SEPARATORS as readonly string[]).includes(character)) {
      line.set(character, (line.get(character) ?? 0) + 1)
    }
    isBlank = false
  }
  if (!isBlank) lines.push(line)
  return lines
}
