import { leadingRows } from '../../../analysis/figures.ts'
import type { PlannerInput } from '../../../analysis/jobs.ts'
import type { Chain, Clearing } from '../../../model/chain.ts'
import { dateOfDay, enterpriseById } from '../../../state/selectors.ts'
import { textIn } from '../../../model/local-text.ts'
import { decimal, shortDate } from '../../../i18n/format.ts'
import { useDocument, useSession, useWords } from '../../app-context.ts'
import { blockNames, rowName } from '../../names.ts'
import { useShownDay, type ShownDay } from '../../shown-day.ts'

/** The state of the page that a question is asked in. */
interface Asking {
  readonly chain: Chain
  readonly shown: ShownDay
  /** Null = the leading enterprises. */
  readonly goalId: string | null
}

/** What every planner panel needs of the shown run: names, dates, and the question's input. */
export interface PlannerTools {
  readonly asking: Asking
  readonly shown: ShownDay
  readonly input: PlannerInput
  readonly goalName: string
  /** The goal's enterprises, where something else than their output counts. */
  readonly goalWho: string
  readonly nameOfBlock: (position: number) => string
  readonly idOfBlock: (position: number) => string
  readonly nameOfRow: (row: number) => string
  readonly date: (day: number) => string
  readonly isoDate: (day: number) => string
  /** A block, by its position, cleared on a day of the run. */
  readonly clearing: (position: number, day: number) => Clearing
  readonly days: (value: number) => string
  readonly join: (names: readonly string[]) => string
}

/** Null while nothing is played. The goal is the selected enterprise where one is selected, else all leading ones. */
export function usePlannerTools(): PlannerTools | null {
  const words = useWords()
  const shown = useShownDay()
  const chain = useDocument((state) => state.chain)
  const selection = useSession((state) => state.selection)
  if (!shown) return null
  const goalId = selection?.kind === 'enterprise' && enterpriseById(chain, selection.id) ? selection.id : null
  return toolsIn(words, { chain, shown, goalId })
}

/** The tools of a state of the page, also of one that is over: a position in an answer means a block of that state. */
export function toolsIn({ t, language }: ReturnType<typeof useWords>, asking: Asking): PlannerTools {
  const { chain, shown, goalId } = asking
  const { played, scenario } = shown.outcome
  const { index, timeline } = played
  const goalRow = goalId === null ? -1 : index.enterpriseIds.indexOf(goalId)
  const goal = goalRow < 0 ? undefined : enterpriseById(chain, goalId!)
  const idOfBlock = (position: number): string => timeline.blocks[position]!.id
  const isoDate = (day: number): string => dateOfDay(scenario, day)
  const names = blockNames(chain, timeline.blocks, language)
  return {
    asking,
    shown,
    input: { index, timeline, goal: goal ? [goalRow] : leadingRows(index) },
    goalName: goal ? t('analysis.goalSelected', { name: textIn(goal.name, language) }) : t('analysis.goalLeading'),
    goalWho: goal ? textIn(goal.name, language) : t('analysis.goalWho'),
    nameOfBlock: (position) => names[position] ?? '',
    idOfBlock,
    nameOfRow: (row) => rowName(chain, index, row, language),
    date: (day) => shortDate(dateOfDay(scenario, day), language),
    isoDate,
    clearing: (position, day) => ({ block: idOfBlock(position), on: isoDate(day) }),
    days: (value) => decimal(value, 2, language),
    join: (names) => names.join(language === 'zh' ? '、' : ', '),
  }
}
