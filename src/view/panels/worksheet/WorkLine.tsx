import { memo } from 'react'
import { isDone, lacksEvidence } from '../../../analysis/worksheet/work-rows.ts'
import { percent, shortDate } from '../../../i18n/format.ts'
import { localPart } from '../../../model/local-part.ts'
import { textIn } from '../../../model/local-text.ts'
import { centralOf } from '../../../model/uncertain.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import { useWords } from '../../app-context.ts'
import { CauseBadge, SeverityBars } from '../BlockSigns.tsx'
import { GanttBar } from './GanttBar.tsx'
import { SlackCell } from './SlackCell.tsx'
import type { WorkLineProps } from './work-line-props.ts'
import { CheckedCell, LongTextCell, StateSelect, TextCell, useDateCheck, useEffortCheck } from './WorkCells.tsx'

export const OWNERS_LIST = 'work-owners'
export const DEPARTMENTS_LIST = 'work-departments'

/** The cells of one block. */
export const WorkLine = memo(function WorkLine(props: WorkLineProps) {
  const { row, slack, scale, scenario, day, isSelected, actions, onSelect, onMove } = props
  const { t } = useWords()
  return (
    <>
      <td className="work-check">
        <input
          type="checkbox"
          aria-label={t('work.select', { name: row.name })}
          checked={isSelected}
          onChange={() => {}}
          onClick={(event) => onSelect(row.block.id, event.shiftKey ? 'range' : 'toggle')}
        />
      </td>
      <th scope="row" className="work-name">
        <BlockCell {...props} />
      </th>
      <td>
        <StateCell {...props} />
      </td>
      <td>
        <MeasureCell {...props} />
      </td>
      <td>
        <WhoCells {...props} />
      </td>
      <td>
        <DueCells {...props} />
      </td>
      <td>
        <SlackCell {...props} />
      </td>
      <td className="work-gantt">
        <GanttBar
          row={row}
          scale={scale}
          scenario={scenario}
          rampDays={row.block.rampDays ?? 0}
          day={day}
          slack={slack}
          onMove={onMove}
          onDue={actions.due}
        />
      </td>
    </>
  )
})

function BlockCell({ row, actions, scenario }: WorkLineProps) {
  const { t, language } = useWords()
  const severity = centralOf(row.block.severity)
  const since =
    row.since === -Infinity
      ? t('panels.blocks.alwaysOpen')
      : t('work.since', { date: shortDate(dateOfDay(scenario, row.since), language) })
  return (
    <>
      <span className="work-head">
        <CauseBadge cause={row.block.cause} />
        <button type="button" className="link-button" title={t('work.showOnMap', { name: row.name })} onClick={() => actions.showOnMap(row)}>
          {row.name}
        </button>
      </span>
      <small>
        <SeverityBars severity={severity} /> {percent(severity, language)} · {t(`words.cause.${row.block.cause}`)} · {since}
      </small>
    </>
  )
} // prettier-ignore

function StateCell({ row, actions, onClosing }: WorkLineProps) {
  const { t, language } = useWords()
  const evidence = textIn(row.block.evidence, language)
  return (
    <>
      <StateSelect
        label={t('work.cell.state', { name: row.name })}
        value={row.state}
        onState={(state) => (state === 'cleared' ? onClosing(row.block.id) : actions.state([row], state))}
      />
      {lacksEvidence(row.block) && (
        <button type="button" className="tag warm" title={t('work.evidence.add')} onClick={() => onClosing(row.block.id)}>
          {t('work.evidence.none')}
        </button>
      )}
      {row.state === 'cleared' && evidence !== '' && (
        <button type="button" className="work-proof" title={evidence} onClick={() => onClosing(row.block.id)}>
          ✓ {evidence}
        </button>
      )}
      {row.overdue > 0 && <span className="tag warm">{t('work.overdue', { count: row.overdue })}</span>}
    </>
  )
} // prettier-ignore

function MeasureCell({ row, actions }: WorkLineProps) {
  const { t, language } = useWords()
  return (
    <LongTextCell
      label={t('work.cell.measure', { name: row.name })}
      placeholder={t('work.placeholder.measure')}
      value={textIn(row.block.measure, language)}
      onDone={(measure) => actions.assign([row], { measure })}
    />
  )
}

function WhoCells({ row, actions }: WorkLineProps) {
  const { t, language } = useWords()
  return (
    <>
      <TextCell
        label={t('work.cell.department', { name: row.name })}
        placeholder={t('work.placeholder.department')}
        list={DEPARTMENTS_LIST}
        value={localPart(textIn(row.block.department, language), language)}
        onDone={(department) => actions.assign([row], { department })}
      />
      <TextCell
        label={t('work.cell.owner', { name: row.name })}
        placeholder={t('work.placeholder.owner')}
        list={OWNERS_LIST}
        value={localPart(row.block.owner ?? '', language)}
        onDone={(owner) => actions.assign([row], { owner })}
      />
    </>
  )
}

function DueCells({ row, actions, scenario }: WorkLineProps) {
  const { t, language } = useWords()
  const { block } = row
  const checkDate = useDateCheck(block.since)
  const checkEffort = useEffortCheck()
  const isApart = row.due !== null && row.due !== row.planned && !isDone(row.state)
  return (
    <>
      <CheckedCell
        key={`due ${block.due ?? ''}`}
        type="date"
        label={t('work.cell.due', { name: row.name })}
        value={block.due ?? ''}
        check={checkDate}
        onDone={(due) => actions.assign([row], { due })}
      />
      <span className="work-under">
        <CheckedCell
          key={`effort ${block.effort ?? 1}`}
          type="number"
          label={t('work.cell.effort', { name: row.name })}
          value={String(block.effort ?? 1)}
          unit={t('work.crewDays')}
          check={checkEffort}
          onDone={(effort) => actions.assign([row], { effort: Number(effort) })}
        />
        {isApart && (
          <button type="button" className="tag" title={t('work.apartHelp')} aria-label={t('work.playDueOf', { name: row.name })} onClick={() => actions.playDue([row])}>
            {row.planned === Infinity ? t('work.notPlanned') : t('work.plannedOn', { date: shortDate(dateOfDay(scenario, row.planned), language) })} ⇢
          </button>
        )}
      </span>
    </>
  )
} // prettier-ignore
