import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { dateOfDay } from '../../../state/selectors.ts'
import { textIn } from '../../../model/local-text.ts'
import { useWords } from '../../app-context.ts'
import { rowName } from '../../names.ts'
import type { ShownDay } from '../../shown-day.ts'
import { EvidenceForm } from './EvidenceForm.tsx'
import { ganttScale } from './gantt-scale.ts'
import { GanttAxis } from './GanttAxis.tsx'
import { GroupHead } from './GroupHead.tsx'
import type { Live } from './use-live.ts'
import type { Slacks } from './use-slack.ts'
import type { NamedGroup, NamedRow, Work } from './use-work.ts'
import type { WorkActions } from './use-work-actions.ts'
import { DEPARTMENTS_LIST, OWNERS_LIST, WorkLine } from './WorkLine.tsx'

const LINE_HEIGHT = 62
const HEAD_HEIGHT = 36
/** Columns before the days. */
const COLUMNS = 7
const LEAST_GANTT = 240

export interface WorkTableProps {
  readonly shown: ShownDay
  readonly work: Work
  readonly slacks: Slacks
  readonly live: Live
  readonly actions: WorkActions
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
  readonly onPrint: (group: string) => void
}

type Entry =
  | { readonly kind: 'group'; readonly key: string; readonly group: NamedGroup }
  | { readonly kind: 'line'; readonly key: string; readonly row: NamedRow }

/** Groups and lines; only what is in sight is drawn. */
export function WorkTable(props: WorkTableProps) {
  const { shown, work, slacks, live, actions, selected, onSelect, onPrint } = props
  const { t, language } = useWords()
  const { outcome, day } = shown
  const { scenario, chain, played } = outcome
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [closing, setClosing] = useState<string | null>(null)
  const entries = useMemo(() => entriesOf(work, folded), [work, folded])
  const { scroll, gantt, width, virtual } = useBody(entries)
  const scale = useMemo(() => ganttScale(width, scenario.days), [width, scenario.days])
  const nameOfRow = useCallback((row: number) => rowName(chain, played.index, row, language), [chain, played.index, language]) // prettier-ignore
  const select = useSelect(entries, selected, onSelect)
  const visible = virtual.getVirtualItems()
  const before = visible[0]?.start ?? 0
  const after = virtual.getTotalSize() - (visible.at(-1)?.end ?? 0)
  const isAllSelected = work.found.length > 0 && work.found.every(({ block }) => selected.has(block.id))
  return (
    <div ref={scroll} className="grid-scroll work-scroll">
      <Choices id={DEPARTMENTS_LIST} of={work.departments} />
      <Choices id={OWNERS_LIST} of={work.owners} />
      <table className="work-table" aria-label={t('work.table')} aria-rowcount={entries.length + 1}>
        <thead>
          <tr>
            <th className="work-check">
              <input
                type="checkbox"
                aria-label={t('work.selectAll')}
                checked={isAllSelected}
                onChange={() => onSelect(new Set(isAllSelected ? [] : work.found.map(({ block }) => block.id)))}
              />
            </th>
            {(['block', 'state', 'measure', 'who', 'due', 'slack'] as const).map((name) => (
              <th key={name} scope="col" className={`work-col-${name}`} title={t(`work.help.${name}`)}>
                {t(`work.column.${name}`)}
              </th>
            ))}
            <th ref={gantt} className="work-col-gantt">
              <span className="hidden-visually">{t('work.column.gantt')}</span>
              <GanttAxis scale={scale} scenario={scenario} day={day} />
            </th>
          </tr>
        </thead>
        {before > 0 && <Spacer height={before} />}
        {visible.map(({ index }) => {
          const entry = entries[index]!
          return (
            <tbody key={entry.key} data-index={index} ref={virtual.measureElement}>
              {entry.kind === 'group' ? (
                <GroupHead
                  group={entry.group}
                  view={work.look.view}
                  slacks={slacks.known}
                  isFolded={folded.has(entry.group.key)}
                  onFold={() => setFolded(toggled(folded, entry.group.key))}
                  onPrint={() => onPrint(entry.group.key)}
                />
              ) : (
                <>
                  <tr aria-selected={selected.has(entry.row.block.id)} data-closing={closing === entry.row.block.id}>
                    <WorkLine
                      row={entry.row}
                      slack={slacks.known.get(entry.row.block.id)}
                      isFresh={slacks.isFresh}
                      scale={scale}
                      scenario={scenario}
                      day={day}
                      isSelected={selected.has(entry.row.block.id)}
                      actions={actions}
                      nameOfRow={nameOfRow}
                      onSelect={select}
                      onClosing={setClosing}
                      onMove={live.look}
                    />
                  </tr>
                  {closing === entry.row.block.id && (
                    <Closing row={entry.row} shown={shown} actions={actions} onClose={() => setClosing(null)} />
                  )}
                </>
              )}
            </tbody>
          )
        })}
        {after > 0 && <Spacer height={after} />}
      </table>
    </div>
  )
}

interface ClosingProps {
  readonly row: NamedRow
  readonly shown: ShownDay
  readonly actions: WorkActions
  readonly onClose: () => void
}

/** The question for the evidence, under the block that is to count as cleared. */
function Closing({ row, shown: { outcome, day }, actions, onClose }: ClosingProps) {
  const { language } = useWords()
  return (
    <tr className="work-closing">
      <td colSpan={COLUMNS + 1}>
        <EvidenceForm
          name={row.name}
          since={row.block.since}
          on={dateOfDay(outcome.scenario, row.planned <= day ? row.planned : day)}
          evidence={textIn(row.block.evidence, language)}
          onCancel={onClose}
          onDone={(clearance) => {
            actions.close([row], clearance)
            onClose()
          }}
        />
      </td>
    </tr>
  )
}

const Spacer = ({ height }: { readonly height: number }) => (
  <tbody aria-hidden="true">
    <tr style={{ height }} />
  </tbody>
)

function Choices({ id, of }: { readonly id: string; readonly of: readonly string[] }) {
  return (
    <datalist id={id}>
      {of.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </datalist>
  )
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}

function entriesOf({ groups, look }: Work, folded: ReadonlySet<string>): readonly Entry[] {
  return groups.flatMap((group): readonly Entry[] => {
    const lines = group.rows.map((row): Entry => ({ kind: 'line', key: row.block.id, row }))
    if (look.view === 'none') return lines
    const head: Entry = { kind: 'group', key: `group ${group.key}`, group }
    return folded.has(group.key) ? [head] : [head, ...lines]
  })
}

/** The scrolling body, and the width that is left for the days. */
function useBody(entries: readonly Entry[]) {
  const scroll = useRef<HTMLDivElement>(null)
  const gantt = useRef<HTMLTableCellElement>(null)
  const [width, setWidth] = useState(LEAST_GANTT)
  useEffect(() => {
    const seen = new ResizeObserver(([entry]) => setWidth(Math.max(LEAST_GANTT, Math.floor(entry!.contentRect.width))))
    if (gantt.current) seen.observe(gantt.current)
    return () => seen.disconnect()
  }, [])
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: (at) => (entries[at]!.kind === 'group' ? HEAD_HEIGHT : LINE_HEIGHT),
    getItemKey: (at) => entries[at]!.key,
    overscan: 8,
    scrollPaddingStart: 40,
  })
  return { scroll, gantt, width, virtual }
}

/** A click selects one more; with Shift all from the last one on. */
function useSelect(
  entries: readonly Entry[],
  selected: ReadonlySet<string>,
  onSelect: (selected: ReadonlySet<string>) => void,
) {
  const last = useRef<string | null>(null)
  const now = useRef({ entries, selected, onSelect })
  useEffect(() => {
    now.current = { entries, selected, onSelect }
  })
  return useCallback((id: string, mode: 'toggle' | 'range') => {
    const { entries: all, selected: chosen, onSelect: tell } = now.current
    const ids = all.flatMap((entry) => (entry.kind === 'line' ? [entry.key] : []))
    const [from, to] = [ids.indexOf(last.current ?? id), ids.indexOf(id)]
    last.current = id
    if (mode === 'range' && from >= 0)
      return tell(new Set([...chosen, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]))
    tell(toggled(chosen, id))
  }, [])
}
