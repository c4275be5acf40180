import { percent } from '../../../i18n/format.ts'
import type { ObservedFigures } from '../../../analysis/observed/observed-figures.ts'
import { useSession, useWords } from '../../app-context.ts'
import type { ShownObserved } from '../../observed/shown-observed.ts'

export interface ObservedLineProps {
  readonly given: ShownObserved
  readonly day: number
  readonly figure: keyof ObservedFigures
}

/** A figure of the strip over what was observed on the shown day, and over how many. */
export function ObservedLine({ given, day, figure }: ObservedLineProps) {
  const { t, language } = useWords()
  const threshold = useSession((state) => state.threshold)
  const { count, of, observed, model } = given.figuresOn(day, threshold)[figure]
  const values = { count, of, value: percent(observed, language), model: percent(model, language) }
  return (
    <div className="figure-beside" title={t('observed.stripHelp', values)}>
      {count === 0 ? t('observed.stripNone', { of }) : t('observed.strip', values)}
    </div>
  )
}
