import { LIMITS } from '../limits.ts'
import { excerpt, type ProblemList } from '../problem-list.ts'

/** Begins as a spreadsheet's formula would; a signed number is none. */
const FORMULA = /^(?:[=@]|[+-](?![\d.,\s]|$))/
/** A long code that a spreadsheet has turned into a rounded number. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+1\d$|^\d{15}000$/i
/** What is left of Chinese after it went through a wrong encoding. */
const MOJIBAKE =
  /锟斤拷|烫烫烫|ï¿½|Ã[\u0080-\u00bf]|[åäæçèé][\u0080-\u00bf\u2018-\u2026\u0152-\u017e]|(?:[\u00b0-\u00f7][\u00a1-\u00fe]){2}|浼佷笟|鏈夐檺|鍏徃|涓浗/

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
  cells.forEach((cell, column) => {
    if (cell === '') return
    const at = { ...place, column: headings[column] || column + 1 }
    if (cell.length > LIMITS.textCharacters) {
      const expected = `<= ${LIMITS.textCharacters}`
      problems.add({ code: 'LIMIT', severity: 'error', ...at, found: String(cell.length), expected })
      isSound = false
    }
    if (FORMULA.test(cell)) problems.add({ code: 'FORMULA', severity: 'warning', ...at, found: excerpt(cell) })
    if (ROUNDED.test(cell)) problems.add({ code: 'ID_PRECISION', severity: 'warning', ...at, found: excerpt(cell) })
    if (!cell.includes('\ufffd') && !MOJIBAKE.test(cell)) return
    const severity = isDamaged && cell.includes('\ufffd') ? 'error' : 'warning'
    problems.add({ code: 'ENCODING', severity, ...at, found: excerpt(cell), expected: 'readableText' })
    if (severity === 'error') isSound = false
  })
  return isSound
}
