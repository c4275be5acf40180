import { foldObserved } from '../../analysis/folding/fold-day.ts'
import type { FoldGraph } from '../../analysis/folding/fold-graph.ts'
import { percent, signed } from '../../i18n/format.ts'
import { useSession, useWords } from '../app-context.ts'
import type { ShownDay } from '../shown-day.ts'
import { useObserved } from './use-observed.ts'

/** What was observed of an enterprise on the shown day, against the model; under the lens of what was observed also that nothing was. */
export function useObservedLines({ day, view }: ShownDay, row: number): readonly string[] {
  const { t, language } = useWords()
  const lens = useSession((state) => state.lens)
  const observed = useObserved()
  if (!observed || row < 0) return []
  const { level, staffReturn } = observed.seenOn(day)
  const lines: string[] = []
  if (!Number.isNaN(level[row]!)) {
    lines.push(
      t(observed.isOperatingRate(day, row) ? 'map.observedFrom' : 'map.observedAgainst', {
        observed: percent(level[row]!, language),
        model: percent(view.level[row]!, language),
        difference: signed(100 * (view.level[row]! - level[row]!), 0, language),
      }),
    )
  } else if (lens === 'observed') lines.push(t('map.notObserved'))
  if (!Number.isNaN(staffReturn[row]!)) {
    const shares = { observed: percent(staffReturn[row]!, language), model: percent(view.staffReturn[row]!, language) }
    lines.push(t('map.observedStaff', shares))
  }
  return lines
}

/** How many inside a fold were observed on the shown day, and their level; only under the lens that asks for it, or where any was. */
export function useFoldObserved({ day, outcome }: ShownDay, fold: FoldGraph | null, at: number): readonly string[] {
  const { t, language } = useWords()
  const lens = useSession((state) => state.lens)
  const observed = useObserved()
  if (!observed || !fold || at < 0 || fold.keys[at] === null) return []
  const { count, of, level } = foldObserved(fold, outcome.played.index, observed.seenOn(day).level, at)
  if (count > 0) return [t('map.fold.observed', { count, of, level: percent(level, language) })]
  return lens === 'observed' ? [t('map.fold.noneObserved', { of })] : []
}
