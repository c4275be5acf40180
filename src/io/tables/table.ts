/** Tables that people bring: every cell is the text that stands there, and every row knows its line. */

import type { Separator } from '../../model/bring.ts'

/** Cells before the heading is known. */
export interface Grid {
  /** Name of the sheet in a workbook. */
  readonly sheet: string | null
  readonly rows: readonly (readonly string[])[]
  /** [rows] 1-based line of the text, or row of the sheet. */
  readonly lines: readonly number[]
  /** Rows of a text need not be equally long; those of a sheet are padded by the reader. */
  readonly mayBeRagged: boolean
  /** U+FFFD stands where bytes fit no character. */
  readonly isDamaged: boolean
}

export interface Table {
  readonly file: string
  readonly sheet: string | null
  /** Its owner has hidden the sheet. */
  readonly isHidden: boolean
  /** Headings as they stand. */
  readonly headings: readonly string[]
  /** Texts that stand above the headings. */
  readonly titles: readonly string[]
  /** [rows][columns] */
  readonly rows: readonly (readonly string[])[]
  /** [rows] 1-based line of the text, or row of the sheet. */
  readonly lines: readonly number[]
  /** Set when cells are separated by semicolons: a comma is then likely the decimal mark. */
  readonly separator: Separator | null
}
