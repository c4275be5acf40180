import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useApp, useWords } from '../app-context.ts'
import { isSingleKey } from '../shortcuts.ts'
import { Defined } from './Defined.tsx'
import { nextSort, sortRows, type GridSort } from './grid-order.ts'
import type { Grid, GridColumn, GridRow } from './grid.ts'

const ROW_HEIGHT = 31
/** Rows that Page Up and Page Down jump. */
const PAGE = 12

/** A sortable table that draws only the rows on screen; one row takes part in the tab order, arrows walk, Enter picks. */
export function DataGrid({
  label,
  columns,
  rows,
  isSelected,
  onSelect,
  cellOf,
  keys,
}: Grid & { readonly label: string }) {
  const { language } = useWords()
  const [sort, setSort] = useState<GridSort | null>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const sorted = useMemo(() => sortRows(rows, sort, new Intl.Collator(language)), [rows, sort, language])
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingEnd: ROW_HEIGHT,
  })
  const selected = useMemo(() => sorted.findIndex(({ id }) => isSelected(id)), [sorted, isSelected])
  const { active, hear } = useRowFocus({ scroll, virtual, sorted, selected, onSelect, keys })
  const visible = virtual.getVirtualItems()
  const tabStop = visible.some(({ index }) => index === active) ? active : (visible[0]?.index ?? 0)
  const before = visible[0]?.start ?? 0
  const after = virtual.getTotalSize() - (visible.at(-1)?.end ?? 0)
  return (
    <div ref={scroll} className="grid-scroll" role="region" aria-label={label}>
      {/* A table whose rows are walked by key is what ARIA calls a grid. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table className="grid-table" role="grid" aria-label={label} aria-rowcount={sorted.length + 1}>
        <GridHead columns={columns} sort={sort} onSort={(column) => setSort(nextSort(sort, column))} />
        <tbody onKeyDown={hear}>
          {before > 0 && <tr style={{ height: before }} aria-hidden="true" />}
          {visible.map(({ index }) => {
            const row = sorted[index]!
            return (
              <tr
                key={row.id}
                data-index={index}
                tabIndex={index === tabStop ? 0 : -1}
                aria-rowindex={index + 2}
                aria-selected={index === selected}
                onClick={() => onSelect(row.id)}
              >
                {columns.map((column) => (
                  <td
                    key={column.id}
                    className={classOf(column)}
                    // A long name is cut: the whole of it on hover.
                    title={column.id === 'name' ? shownValue(column, row.values.name) : undefined}
                  >
                    {cellOf?.(row, column.id) ?? row.cells?.[column.id] ?? shownValue(column, row.values[column.id])}
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

interface GridHeadProps {
  readonly columns: readonly GridColumn[]
  readonly sort: GridSort | null
  readonly onSort: (column: GridColumn) => void
}

function GridHead({ columns, sort, onSort }: GridHeadProps) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const direction = sort?.id === column.id ? sort.direction : null
          return (
            <th
              key={column.id}
              scope="col"
              aria-label={column.title}
              className={classOf(column)}
              aria-sort={direction === null ? 'none' : direction === 'up' ? 'ascending' : 'descending'}
            >
              <Defined definition={column.definition}>
                <button type="button" onClick={() => onSort(column)}>
                  {column.title}
                  {direction !== null && <span aria-hidden="true">{direction === 'up' ? ' ▲' : ' ▼'}</span>}
                </button>
              </Defined>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

interface RowFocusInput extends Pick<Grid, 'onSelect'> {
  readonly keys: Grid['keys'] | undefined
  readonly scroll: React.RefObject<HTMLDivElement | null>
  readonly virtual: { readonly scrollToIndex: (index: number) => void }
  readonly sorted: readonly GridRow[]
  /** Row of the selection, or -1; it is brought into view when it changes. */
  readonly selected: number
}

/** Which row the keys act on; the row is focused once it is drawn. */
function useRowFocus({ scroll, virtual, sorted, selected, onSelect, keys }: RowFocusInput) {
  const { stores } = useApp()
  const [active, setActive] = useState(Math.max(0, selected))
  const wantsFocus = useRef(false)
  const lastSelected = useRef(-1)
  useEffect(() => {
    if (selected >= 0 && selected !== lastSelected.current) virtual.scrollToIndex(selected)
    lastSelected.current = selected
  }, [selected, virtual])
  useEffect(() => {
    if (!wantsFocus.current) return
    const row = scroll.current?.querySelector<HTMLElement>(`tr[data-index="${active}"]`)
    if (!row) return
    wantsFocus.current = false
    row.focus()
  })
  const go = (index: number) => {
    const next = Math.max(0, Math.min(sorted.length - 1, index))
    wantsFocus.current = true
    setActive(next)
    virtual.scrollToIndex(next)
  }
  const hear = (event: KeyboardEvent<HTMLElement>) => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('tr[data-index]')?.dataset.index
    if (at === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const index = Number(at)
    const id = sorted[index]?.id
    const isOnRow = event.target instanceof HTMLTableRowElement
    const steps: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + PAGE,
      PageUp: index - PAGE,
      Home: 0,
      End: sorted.length - 1,
    }
    const isOff = isSingleKey(event.key) && !stores.session.getState().hasSingleKeys
    const act = isOff ? undefined : keys?.[event.key.toLowerCase()]
    if (steps[event.key] !== undefined) go(steps[event.key]!)
    else if (isOnRow && id !== undefined && (event.key === 'Enter' || event.key === ' ')) onSelect(id)
    else if (act && id !== undefined) act(id)
    else return
    event.preventDefault()
  }
  return { active, hear }
}

/** What can be done with a row stays in sight, however many columns there are. */
const classOf = ({ id, isNumber }: GridColumn): string => (id === 'action' ? 'action' : isNumber ? 'number' : '')

function shownValue({ format }: GridColumn, value: string | number | undefined): string {
  if (value === undefined || (typeof value === 'number' && Number.isNaN(value))) return ''
  return typeof value === 'number' && format ? format(value) : String(value)
}
