import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState, type ReactNode } from 'react'

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
  readonly isNumber?: boolean
  readonly format?: (value: number) => string
}

export interface Grid {
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  readonly isSelected: (id: string) => boolean
  readonly onSelect: (id: string) => void
}

const ROW_HEIGHT = 31

/** A sortable table that draws only the rows on screen; arrow keys and Enter walk and pick rows. */
export function DataGrid({ label, columns, rows, isSelected, onSelect }: Grid & { readonly label: string }) {
  const [sort, setSort] = useState<{ readonly id: string; readonly down: boolean } | null>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const sorted = useMemo(() => sortRows(rows, sort), [rows, sort])
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  })
  const visible = virtual.getVirtualItems()
  const before = visible[0]?.start ?? 0
  const after = virtual.getTotalSize() - (visible.at(-1)?.end ?? 0)
  return (
    <div ref={scroll} className="grid-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="grid-table" aria-rowcount={sorted.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={column.isNumber ? 'number' : ''}
                aria-sort={sort?.id === column.id ? (sort.down ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" onClick={() => setSort(nextSort(sort, column))}>
                  {column.title}
                  {sort?.id === column.id ? (sort.down ? ' ▼' : ' ▲') : ''}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr style={{ height: before }} aria-hidden="true" />}
          {visible.map(({ index }) => {
            const row = sorted[index]!
            return (
              <tr
                key={row.id}
                aria-rowindex={index + 2}
                aria-selected={isSelected(row.id)}
                onClick={() => onSelect(row.id)}
              >
                {columns.map((column) => (
                  <td key={column.id} className={column.isNumber ? 'number' : ''}>
                    {row.cells?.[column.id] ?? shownValue(column, row.values[column.id])}
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && <tr style={{ height: after }} aria-hidden="true" />}
        </tbody>
      </table>
    </div>
  )
}

function shownValue({ format }: GridColumn, value: string | number | undefined): string {
  if (value === undefined || (typeof value === 'number' && Number.isNaN(value))) return ''
  return typeof value === 'number' && format ? format(value) : String(value)
}

function nextSort(sort: { id: string; down: boolean } | null, column: GridColumn) {
  if (sort?.id !== column.id) return { id: column.id, down: column.isNumber === true }
  return { id: column.id, down: !sort.down }
}

function sortRows(rows: readonly GridRow[], sort: { id: string; down: boolean } | null): readonly GridRow[] {
  if (!sort) return rows
  const sign = sort.down ? -1 : 1
  const key = (row: GridRow) => row.values[sort.id] ?? ''
  return rows.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)]
    if (typeof x === 'number' && typeof y === 'number') {
      if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y))
      return sign * (x - y)
    }
    return x === y ? 0 : sign * (String(x) < String(y) ? -1 : 1)
  })
}
