import { leadingRows } from '../../../analysis/figures.ts'
import type { PlannerInput } from '../../../analysis/jobs.ts'
import { dateOfDay, enterpriseById } from '../../../state/selectors.ts'
import { textIn } from '../../../model/local-text.ts'
import { decimal, shortDate } from '../../../i18n/format.ts'
import { useDocument, useSession, useWords } from '../../app-context.ts'
import { blockNames, rowName } from '../../names.ts'
import { useShownDay, type ShownDay } from '../../shown-day.ts'

/** What every planner panel needs of the shown run: names, dates, and the question's input. */
export interface PlannerTools {
  readonly shown: ShownDay
  readonly input: PlannerInput
  readonly goalName: string
  readonly nameOfBlock: (position: number) => string
  readonly idOfBlock: (position: number) => string
  readonly nameOfRow: (row: number) => string
  readonly date: (day: number) => string
  readonly isoDate: (day: number) => string
  readonly days: (value: number) => string
  readonly join: (names: readonly string[]) => string
}

/** Null while nothing is played. The goal is the selected enterprise where one is selected, else all leading ones. */
export function usePlannerTools(): PlannerTools | null {
  const { t, language } = useWords()
  const shown = useShownDay()
  const chain = useDocument((state) => state.chain)
  const selection = useSession((state) => state.selection)
  if (!shown) return null
  const { played, scenario } = shown.outcome
  const { index, timeline } = played
  const selectedRow = selection?.kind === 'enterprise' ? index.enterpriseIds.indexOf(selection.id) : -1
  const selected = selectedRow >= 0 && selection ? enterpriseById(chain, selection.id) : undefined
  const names = blockNames(chain, timeline.blocks, language)
  return {
    shown,
    input: { index, timeline, goal: selected ? [selectedRow] : leadingRows(index) },
    goalName: selected
      ? t('analysis.goalSelected', { name: textIn(selected.name, language) })
      : t('analysis.goalLeading'),
    nameOfBlock: (position) => names[position] ?? '',
    idOfBlock: (position) => timeline.blocks[position]!.id,
    nameOfRow: (row) => rowName(chain, index, row, language),
    date: (day) => shortDate(dateOfDay(scenario, day), language),
    isoDate: (day) => dateOfDay(scenario, day),
    days: (value) => decimal(value, 2, language),
    join: (names) => names.join(language === 'zh' ? '、' : ', '),
  }
}
