import type { Focus } from '../../analysis/picture/focus.ts'
import type { HandoutState } from '../handout-state.ts'
import { noteLines } from '../picture/note-marks.ts'
import { linesOf } from '../picture/paper.ts'

/** Number of the pin, what it is pinned to, and the note; inches. */
export const NOTE_COLUMNS = [0.6, 3.8, 7.933] as const
/** Letters of a table, and what a cell leaves free beside them; inches. */
const LETTERS = 18 / 72
const PADDING = 0.3
/** Lines that a slide has room for under the head of its table. */
const LINES = 13

type Row = readonly [number: string, place: string, text: string]

/** What the numbered pins on the maps say, as rows of tables, a slide each. A note too long for a slide goes on on the next. */
export function notePages(state: HandoutState, focus: Focus): readonly (readonly Row[])[] {
  const pages: Row[][] = []
  let left = 0
  const put = (row: Row, lines: number): void => {
    if (lines > left || pages.length === 0) {
      pages.push([])
      left = LINES
    }
    pages.at(-1)!.push(row)
    left -= lines
  }
  for (const { number, place, text } of noteLines(state, focus)) {
    const lines = linesIn(text, NOTE_COLUMNS[2])
    for (let from = 0; from < Math.max(1, lines.length); from += LINES) {
      const some = lines.slice(from, from + LINES)
      const isFirst = from === 0
      const height = Math.max(some.length, isFirst ? linesIn(place, NOTE_COLUMNS[1]).length : 1)
      put([isFirst ? String(number) : '', isFirst ? place : '', joined(some)], Math.min(LINES, height))
    }
  }
  return pages
}

const linesIn = (text: string, column: number): readonly string[] => linesOf(text, column - PADDING, LETTERS)

/** Lines as one text again: a line break between two Latin words was a space. */
const joined = (lines: readonly string[]): string =>
  lines.reduce(
    (text, line) => (/[\x21-\x7e]$/.test(text) && /^[\x21-\x7e]/.test(line) ? `${text} ${line}` : text + line),
    '',
  )
