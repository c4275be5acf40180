/** Cells that a workbook shows as percentages: their numbers stand in the file as fractions. */

import { attributeText } from './sheet-tags.ts'

/** Formats that every workbook has without saying so: `0%` and `0.00%`. */
const OF_EVERY_WORKBOOK = ['9', '10']

/** Places of the cells of a sheet whose format is one of percentages, by `percentPlace`. */
type PercentCells = ReadonlySet<number>

/** What the reader of a sheet does not tell of its cells. */
export interface CellsShown {
  readonly percents: PercentCells
  /** Places of the numbers 60, which as days are the 29th of February 1900: spreadsheets show that day, and the calendar has none. */
  readonly sixties: ReadonlySet<number>
}

/** Columns of a sheet at most. */
const MOST_COLUMNS = 16_384

/** @param row from 1 @param column from 1 */
export const percentPlace = (row: number, column: number): number => row * MOST_COLUMNS + column - 1

export function rowAndColumn(place: number): readonly [row: number, column: number] {
  return [Math.floor(place / MOST_COLUMNS), (place % MOST_COLUMNS) + 1]
}

/** The styles of cells, as cells name them, under which a number is a percentage. @param styles text of the part, or '' */
export function percentStyles(styles: string): ReadonlySet<string> {
  const formats = new Set(OF_EVERY_WORKBOOK)
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    const code = attributeText(tag, 'formatCode').replaceAll('&quot;', '"')
    if (code.replace(AS_IT_STANDS, '').includes('%')) formats.add(attributeText(tag, 'numFmtId'))
  }
  const start = styles.search(/<(?:\w+:)?cellXfs\b/)
  const found = new Set<string>()
  if (start < 0) return found
  const [ofCells = ''] = styles.slice(start).split(/<\/(?:\w+:)?cellXfs>/, 1)
  Array.from(ofCells.matchAll(/<(?:\w+:)?xf\b[^>]*>/g), ([tag]) => attributeText(tag, 'numFmtId')).forEach(
    (format, at) => {
      if (formats.has(format)) found.add(String(at))
    },
  )
  return found
}

/** What a format shows without a meaning, such as the sign in `0"%"`. */
const AS_IT_STANDS = /"[^"]*"|\\./g
