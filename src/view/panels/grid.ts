import type { ReactNode } from 'react'

export interface GridRow {
  readonly id: string
  /** Lower-case text that the filter looks in. */
  readonly search: string
  /** Value to sort by and to show, per column. */
  readonly values: Readonly<Record<string, string | number>>
  /** What a cell shows in place of its value. */
  readonly cells?: Readonly<Record<string, ReactNode>>
}

export interface GridColumn {
  readonly id: string
  readonly title: string
  /** What the figure means; shown on hover. */
  readonly definition?: string
  readonly isNumber?: boolean
  readonly format?: (value: number) => string
}

export interface Grid {
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  readonly isSelected: (id: string) => boolean
  readonly onSelect: (id: string) => void
  /** What a cell shows in place of its value; asked only for rows on screen. */
  readonly cellOf?: (row: GridRow, column: string) => ReactNode
  /** Keys (lower case) that act on the row with the focus. */
  readonly keys?: Readonly<Record<string, (id: string) => void>>
}
