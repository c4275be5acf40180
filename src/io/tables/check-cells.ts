import { LIMITS } from '../limits.ts'
import { excerpt, type ProblemList } from '../problem-list.ts'
import { hasUnseen } from '../unseen.ts'
import { markupOf, mojibakeOf } from './mojibake.ts'
import { plainCell } from './plain-rows.ts'

/** Begins as a spreadsheet's formula would; a signed number is none. */
const FORMULA = /^(?:[=@]|[+-](?![\d.,\s]|$))/
/** A long code that a spreadsheet has turned into a rounded number. */
const ROUNDED_CODE = /^\d(?:[.,]\d+)?E\+1\d$|^\d{15}000$/i
/** Characters that stand in texts that are not as they were meant, or are not seen; with them a cell is looked at closely. */
const SUSPECT = /[^ -~\u00b7\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]|^\?|[锟烫]/

export const isRounded = (cell: string): boolean =>
  cell.length >= SHORTEST_ROUNDED && isFirstOf('123456789', cell) && ROUNDED_CODE.test(cell)

/** Cells are many, and the patterns are tried only where the first character lets them fit. */
const isFirstOf = (characters: string, cell: string): boolean => characters.includes(cell.charAt(0))
const FORMULA_STARTS = '=@+-'
const SHORTEST_ROUNDED = 5

/** In characters, not in units of UTF-16; counted only where it matters. */
const lengthOf = (cell: string): number => (cell.length > LIMITS.textCharacters ? Array.from(cell).length : cell.length)

interface CheckedCells {
  readonly headings: readonly string[]
  /** The text had bytes that fit no character: a replaced one refuses its row. */
  readonly isDamaged: boolean
  readonly place: { readonly sheet?: string; readonly row: number }
}

/** Reports what is odd with the cells of a row. @returns whether the row can be taken */
export function checkCells(
  cells: readonly string[],
  { headings, isDamaged, place }: CheckedCells,
  problems: ProblemList,
): boolean {
  let isSound = true
  cells.forEach((written, column) => {
    const cell = plainCell(written)
    if (cell === '') return
    const at = () => ({ ...place, column: headings[column] || column + 1 })
    const characters = lengthOf(cell)
    if (characters > LIMITS.textCharacters) {
      const expected = `<= ${LIMITS.textCharacters}`
      problems.add({ code: 'LIMIT', severity: 'error', ...at(), found: String(characters), expected })
      isSound = false
    }
    const bare = written.trimStart()
    if (isFirstOf(FORMULA_STARTS, bare) && FORMULA.test(bare))
      problems.add({ code: 'FORMULA', severity: 'warning', ...at(), found: excerpt(written) })
    if (isRounded(cell)) problems.add({ code: 'ID_PRECISION', severity: 'warning', ...at(), found: excerpt(cell) })
    const isSuspect = SUSPECT.test(cell)
    const mojibake = mojibakeOf(cell, isSuspect ? 'closely' : 'quickly') ?? markupOf(cell)
    if (mojibake === null && !(isSuspect && hasUnseen(cell))) return
    const severity = isDamaged && cell.includes('\ufffd') ? 'error' : 'warning'
    const expected = mojibake === null ? 'seenText' : (mojibake.original ?? 'readableText')
    problems.add({ code: 'ENCODING', severity, ...at(), found: excerpt(cell), expected })
    if (severity === 'error') isSound = false
  })
  return isSound
}
