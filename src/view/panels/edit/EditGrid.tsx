import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { cellText, readCell } from '../../../state/edits/cell-text.ts'
import { EDIT_FIELDS, isFixed, type EditField } from '../../../state/edits/field-list.ts'
import { cellsOfText, planPaste, textOfRows, type PastePlan } from '../../../state/edits/paste.ts'
import { rowsOf, type Row } from '../../../state/edits/table-change.ts'
import type { TableId } from '../../../state/sheets.ts'
import { useDocument, useWords } from '../../app-context.ts'
import { CellEditor } from './CellEditor.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { useCellWords, useEditing, useEditWords } from './use-editing.ts'

const ROW_HEIGHT = 31
const PAGE = 12

export interface EditGridProps {
  readonly table: TableId
  /** Rows on screen, by position in their table. */
  readonly positions: readonly number[]
  readonly selected: ReadonlySet<number>
  readonly onSelect: (selected: ReadonlySet<number>) => void
}

interface Spot {
  readonly line: number
  readonly column: number
}

interface Sort {
  readonly field: EditField
  readonly isDown: boolean
}

/** A grid of cells: one takes part in the tab order, arrows walk, Enter and F2 edit, what is copied and pasted is what a spreadsheet gives. */
export function EditGrid({ table, positions, selected, onSelect }: EditGridProps) {
  const rows = useDocument(({ chain }) => rowsOf(chain, table))
  const words = useCellWords()
  const [sort, setSort] = useState<Sort | null>(null)
  const order = useSorted(rows, positions, sort)
  const grid = useGrid({ table, positions: order, selected, onSelect }, rows)
  const { scroll, virtual, active, editing, fields } = grid
  const { fieldWord, fieldHelp } = useEditWords()
  const { t } = useWords()
  const visible = virtual.getVirtualItems()
  const before = visible[0]?.start ?? 0
  const after = virtual.getTotalSize() - (visible.at(-1)?.end ?? 0)
  const label = table === 'notes' ? t('edit.action.notes') : t(`workbook.sheets.${table}`)
  const stop = visible.some(({ index }) => index === active.line) ? active.line : (visible[0]?.index ?? 0)
  return (
    <div
      ref={scroll}
      className="grid-scroll"
      role="region"
      aria-label={label}
      onPaste={grid.paste}
      onCopy={grid.copy}
      onKeyDown={grid.hear}
      tabIndex={order.length === 0 ? 0 : -1}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table
        className="grid-table"
        role="grid"
        aria-label={label}
        aria-rowcount={order.length + 1}
        aria-multiselectable
      >
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field.name} scope="col" aria-sort={ariaSort(sort, field)}>
                <button type="button" title={fieldHelp(field)} onClick={() => setSort(nextSort(sort, field))}>
                  {fieldWord(field)}
                  {sort?.field === field && <span aria-hidden="true">{sort.isDown ? ' ▼' : ' ▲'}</span>}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr style={{ height: before }} aria-hidden="true" />}
          {visible.map(({ index: line }) => {
            const position = order[line]!
            const row = rows[position]!
            return (
              <tr
                key={position}
                aria-rowindex={line + 2}
                aria-selected={selected.has(position)}
                onMouseDown={(event) => grid.point(event, line)}
              >
                {fields.map((field, column) => (
                  <td
                    key={field.name}
                    data-cell={`${line} ${column}`}
                    tabIndex={line === stop && column === active.column ? 0 : -1}
                    onFocus={() => grid.setActive({ line, column })}
                    onDoubleClick={() => grid.edit({ line, column })}
                    className={field.kind === 'number' ? 'number' : ''}
                  >
                    {editing?.line === line && editing.column === column ? (
                      <CellEditor
                        field={field}
                        first={editing.first ?? cellText(row[field.name], field, words)}
                        onDone={grid.finish}
                      />
                    ) : (
                      cellText(row[field.name], field, words)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && <tr style={{ height: after }} aria-hidden="true" />}
        </tbody>
      </table>
      {grid.plan && <PasteDialog plan={grid.plan} onClose={grid.closePlan} />}
    </div>
  )
}

const ariaSort = (sort: Sort | null, field: EditField) =>
  sort?.field !== field ? 'none' : sort.isDown ? 'descending' : 'ascending'

function nextSort(sort: Sort | null, field: EditField): Sort | null {
  if (sort?.field !== field) return { field, isDown: false }
  return sort.isDown ? null : { field, isDown: true }
}

function useSorted(rows: readonly Row[], positions: readonly number[], sort: Sort | null): readonly number[] {
  const words = useCellWords()
  return useMemo(() => {
    if (!sort) return positions
    const { field, isDown } = sort
    const collator = new Intl.Collator(words.language, { numeric: true })
    const texts = new Map(positions.map((at) => [at, cellText(rows[at]?.[field.name], field, words)]))
    return positions.toSorted((a, b) => {
      const [x, y] = [texts.get(a)!, texts.get(b)!]
      if (x === '' || y === '') return Number(x === '') - Number(y === '')
      return (isDown ? -1 : 1) * collator.compare(x, y)
    })
  }, [rows, positions, sort, words])
}

/** What keys, pointer and clipboard do in the grid. */
function useGrid({ table, positions, selected, onSelect }: EditGridProps, rows: readonly Row[]) {
  const fields = EDIT_FIELDS[table]
  const scroll = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<Spot>({ line: 0, column: fields[0] && isFixed(fields[0]) ? 1 : 0 })
  const [editing, setEditing] = useState<(Spot & { readonly first?: string }) | null>(null)
  const anchor = useRef(0)
  const wantsFocus = useRef(false)
  const virtual = useVirtualizer({
    count: positions.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingEnd: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
  })
  const actions = useEditing()
  const clip = useClipboard(table, positions, selected, active)
  useEffect(() => {
    if (!wantsFocus.current || editing) return
    const cell = scroll.current?.querySelector<HTMLElement>(`td[data-cell="${active.line} ${active.column}"]`)
    if (!cell) return
    wantsFocus.current = false
    cell.focus()
  })
  const go = ({ line, column }: Spot) => {
    const next = { line: clamp(line, positions.length), column: clamp(column, fields.length) }
    wantsFocus.current = true
    setActive(next)
    virtual.scrollToIndex(next.line)
  }
  const edit = (spot: Spot, first?: string) => {
    if (positions[spot.line] === undefined || isFixed(fields[spot.column]!)) return
    setEditing(first === undefined ? spot : { ...spot, first })
  }
  const write = useWriteCell(table, positions, rows)
  const finish = (text: string | null, move: 'down' | 'right' | 'left' | 'stay'): string | null => {
    if (!editing) return null
    const error = text === null ? null : write(editing, text)
    if (error !== null) return error
    setEditing(null)
    go({
      line: editing.line + (move === 'down' ? 1 : 0),
      column: editing.column + (move === 'right' ? 1 : move === 'left' ? -1 : 0),
    })
    return null
  }
  const choose = (line: number, mode: 'only' | 'toggle' | 'range') => {
    const at = positions[line]
    if (at === undefined) return
    if (mode === 'range') {
      const [low, high] = [Math.min(anchor.current, line), Math.max(anchor.current, line)]
      return onSelect(new Set(positions.slice(low, high + 1)))
    }
    anchor.current = line
    const next = new Set(mode === 'toggle' ? selected : [])
    if (selected.has(at)) next.delete(at)
    else next.add(at)
    onSelect(next)
  }
  const point = (event: MouseEvent, line: number) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      event.preventDefault()
      choose(line, event.shiftKey ? 'range' : 'toggle')
    } else anchor.current = line
  }
  const hear = (event: KeyboardEvent) => {
    if (editing || !(event.target as HTMLElement).closest('td,.grid-scroll:focus')) return
    const { line } = active
    const move = moveOf(event, active, { line: positions.length - 1, column: fields.length - 1 })
    const isCommand = event.ctrlKey || event.metaKey
    if (move && event.shiftKey && move.line !== line) {
      if (!selected.has(positions[line]!)) anchor.current = line
      choose(clamp(move.line, positions.length), 'range')
      go(move)
    } else if (move) go(move)
    else if (event.key === 'Enter' || event.key === 'F2') edit(active)
    else if (event.key === ' ') choose(line, 'toggle')
    else if (isCommand && event.key.toLowerCase() === 'a') onSelect(new Set(positions))
    else if (event.key === 'Delete') {
      const gone = selected.size > 0 ? [...selected] : positions.slice(line, line + 1)
      if (actions.remove(table, gone)) onSelect(new Set())
    } else if (event.key.length === 1 && !isCommand && !event.altKey) edit(active, event.key)
    else if (event.key === 'Escape' && selected.size > 0) onSelect(new Set())
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { fields, scroll, virtual, active, setActive, editing, edit, finish, point, hear, ...clip }
}

/** Where a key leads from a cell; `last` is the cell at the end. */
function moveOf({ key, ctrlKey }: KeyboardEvent, { line, column }: Spot, last: Spot): Spot | undefined {
  const moves: Readonly<Record<string, Spot>> = {
    ArrowDown: { line: line + 1, column },
    ArrowUp: { line: line - 1, column },
    ArrowRight: { line, column: column + 1 },
    ArrowLeft: { line, column: column - 1 },
    PageDown: { line: line + PAGE, column },
    PageUp: { line: line - PAGE, column },
    Home: { line: ctrlKey ? 0 : line, column: 0 },
    End: { line: ctrlKey ? last.line : line, column: last.column },
  }
  return moves[key]
}

const clamp = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index))

/** @returns what is said where the text is not taken */
function useWriteCell(table: TableId, positions: readonly number[], rows: readonly Row[]) {
  const words = useCellWords()
  const { refusedWord } = useEditWords()
  const actions = useEditing()
  return ({ line, column }: Spot, text: string): string | null => {
    const field = EDIT_FIELDS[table][column]!
    const position = positions[line]!
    const old = rows[position]?.[field.name]
    if (text === cellText(old, field, words)) return null
    const read = readCell(text, field, words, old)
    if ('expected' in read) return refusedWord(text, read.expected)
    const isDone = actions.setCells(table, field, [{ row: position, field: field.name, value: read.value }])
    return isDone ? null : refusedWord(text, field.range)
  }
}

function useClipboard(table: TableId, positions: readonly number[], selected: ReadonlySet<number>, active: Spot) {
  const chain = useDocument((state) => state.chain)
  const words = useCellWords()
  const [plan, setPlan] = useState<PastePlan | null>(null)
  const fields = EDIT_FIELDS[table]
  const copy = (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    const rows = rowsOf(chain, table)
    const lines = positions.filter((position) => selected.has(position))
    const text =
      lines.length > 0
        ? textOfRows(lines.map((position) => rows[position]!), fields, words) // prettier-ignore
        : textOfRows(positions.slice(active.line, active.line + 1).map((at) => rows[at]!), [fields[active.column]!], words) // prettier-ignore
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
  }
  const paste = (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    event.preventDefault()
    event.stopPropagation()
    const cells = cellsOfText(event.clipboardData.getData('text/plain'))
    const place = { table, rows: positions, at: positions.length === 0 ? 0 : active.line, fields }
    const firstField = active.column
    setPlan(planPaste(chain, cells, { ...place, firstField }, words))
  }
  return { copy, paste, plan, closePlan: () => setPlan(null) }
}
