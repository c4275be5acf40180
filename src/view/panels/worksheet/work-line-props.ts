import type { BlockSlack } from '../../../analysis/worksheet/slack.ts'
import type { Scenario } from '../../../model/chain.ts'
import type { GanttScale } from './gantt-scale.ts'
import type { Moving } from './use-live.ts'
import type { NamedRow } from './use-work.ts'
import type { WorkActions } from './use-work-actions.ts'

/** What a line of the sheet is made of; its cells take the same. */
export interface WorkLineProps {
  readonly row: NamedRow
  readonly slack: BlockSlack | undefined
  readonly isFresh: boolean
  readonly scale: GanttScale
  readonly scenario: Scenario
  readonly day: number
  readonly isSelected: boolean
  readonly actions: WorkActions
  readonly nameOfRow: (row: number) => string
  readonly onSelect: (id: string, mode: 'toggle' | 'range') => void
  readonly onClosing: (id: string) => void
  readonly onMove: (moving: Moving | null) => void
}
