import type { GridRow } from './grid.ts'

export interface GridSort {
  /** Column. */
  readonly id: string
  readonly direction: 'up' | 'down'
}

/** A first click sorts numbers from the largest, words from the first; a second one turns it round; a third one ends it. */
export function nextSort(sort: GridSort | null, column: { readonly id: string; readonly isNumber?: boolean }) {
  const first: GridSort = { id: column.id, direction: column.isNumber ? 'down' : 'up' }
  if (sort?.id !== column.id) return first
  return sort.direction === first.direction
    ? { id: column.id, direction: first.direction === 'up' ? ('down' as const) : ('up' as const) }
    : null
}

const isEmpty = (value: string | number): boolean => value === '' || (typeof value === 'number' && Number.isNaN(value))

/** Rows by one column; empty cells last whichever way, equal ones as they came. */
export function sortRows(rows: readonly GridRow[], sort: GridSort | null, words: Intl.Collator): readonly GridRow[] {
  if (!sort) return rows
  const sign = sort.direction === 'down' ? -1 : 1
  return rows.toSorted((a, b) => {
    const [x, y] = [a.values[sort.id] ?? '', b.values[sort.id] ?? '']
    if (isEmpty(x) || isEmpty(y)) return Number(isEmpty(x)) - Number(isEmpty(y))
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y)
    return sign * words.compare(String(x), String(y))
  })
}
