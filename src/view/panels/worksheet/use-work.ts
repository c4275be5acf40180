import { useMemo } from 'react'
import {
  groupRows,
  isDone,
  lacksEvidence,
  workRows,
  WORK_VIEWS,
  type WorkGroup,
  type WorkRow,
} from '../../../analysis/worksheet/work-rows.ts'
import { asSought } from '../../../model/as-sought.ts'
import type { BlockSlack } from '../../../analysis/worksheet/slack.ts'
import { localPart } from '../../../model/local-part.ts'
import { textIn } from '../../../model/local-text.ts'
import type { WorkLook } from '../../../state/session.ts'
import { useSession, useWords } from '../../app-context.ts'
import { blockName } from '../../names.ts'
import type { ShownDay } from '../../shown-day.ts'

/** A line of the sheet with what it is called. */
export interface NamedRow extends WorkRow {
  readonly name: string
}

export interface NamedGroup extends Omit<WorkGroup, 'rows'> {
  readonly rows: readonly NamedRow[]
}

export interface Work {
  readonly look: WorkLook
  readonly all: readonly NamedRow[]
  readonly found: readonly NamedRow[]
  readonly groups: readonly NamedGroup[]
  /** Names in use, for fields to choose from. */
  readonly departments: readonly string[]
  readonly owners: readonly string[]
  readonly overdue: number
  readonly withoutEvidence: number
  /** Rows whose due date is another day than the scenario clears them on. */
  readonly apart: readonly NamedRow[]
}

export const WORK_SHOWS = [
  'all',
  'open',
  'unassigned',
  'overdue',
  'critical',
] as const satisfies readonly WorkLook['show'][]

/** The look as it was remembered, as far as it is sound. */
export function useLook(): WorkLook {
  const { view, show, text } = useSession((state) => state.work)
  return {
    view: WORK_VIEWS.find((each) => each === view) ?? 'department',
    show: WORK_SHOWS.find((each) => each === show) ?? 'all',
    text: typeof text === 'string' ? text : '',
  }
}

/** Lines of the sheet, filtered and in groups. */
export function useWork({ outcome, day }: ShownDay, slacks: ReadonlyMap<string, BlockSlack>): Work {
  const { t, language } = useWords()
  const { view, show, text } = useLook()
  const { chain, scenario, played } = outcome
  const all = useMemo(
    () =>
      workRows(chain, scenario, played.timeline, day).map((row) => ({ ...row, name: blockName(chain, row.block, language) })),
    [chain, scenario, played, day, language],
  ) // prettier-ignore
  const found = useMemo(() => {
    const wanted = asSought(text.trim())
    return all.filter(
      (row) =>
        isShown(row, show, slacks) &&
        (wanted === '' || searchText(row, t(`words.cause.${row.block.cause}`)).includes(wanted)),
    )
  }, [all, show, text, slacks, t])
  const groups = useMemo(() => groupRows(found, view, language) as readonly NamedGroup[], [found, view, language])
  return useMemo(
    () => ({
      look: { view, show, text },
      all,
      found,
      groups,
      departments: namesIn(all, ({ block }) => localPart(textIn(block.department, language), language)),
      owners: namesIn(all, ({ block }) => localPart(block.owner ?? '', language)),
      overdue: all.filter((row) => row.overdue > 0).length,
      withoutEvidence: all.filter(({ block }) => lacksEvidence(block)).length,
      apart: all.filter((row) => row.due !== null && row.due !== row.planned && !isDone(row.state)),
    }),
    [all, found, groups, language, view, show, text],
  )
}

function isShown(row: NamedRow, show: WorkLook['show'], slacks: ReadonlyMap<string, BlockSlack>): boolean {
  switch (show) {
    case 'all':
      return true
    case 'open':
      return !isDone(row.state)
    case 'unassigned':
      return !isDone(row.state) && (!row.block.owner || textIn(row.block.department, 'zh') === '')
    case 'overdue':
      return row.overdue > 0
    case 'critical':
      return !isDone(row.state) && slacks.get(row.block.id)?.slack === 0
  }
}

function searchText({ block, name }: NamedRow, cause: string): string {
  const texts = [block.department, block.measure, block.note, block.evidence]
  const all = [name, cause, block.owner ?? '', ...texts.flatMap((text) => [textIn(text, 'zh'), textIn(text, 'en')])]
  return asSought(all.join(' '))
}

const namesIn = (rows: readonly NamedRow[], of: (row: NamedRow) => string): readonly string[] =>
  [...new Set(rows.map(of))].filter((name) => name !== '').toSorted()
