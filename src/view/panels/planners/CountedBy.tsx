import { NativeSelect, NumberInput } from '@mantine/core'
import { LEVEL_STANDARD, MEASURES, type Measure } from '../../../analysis/planners/goal.ts'
import { useWords } from '../../app-context.ts'

/** What the gains count, and the level that it hangs on. */
export interface Counted {
  readonly measure: Measure
  /** Share of the baseline output. */
  readonly level: number
}

export const BY_OUTPUT: Counted = { measure: 'output', level: LEVEL_STANDARD }

interface CountedByProps {
  readonly counted: Counted
  readonly onChange: (counted: Counted) => void
}

/** Fields that say what the gains count. */
export function CountedBy({ counted, onChange }: CountedByProps) {
  const { t } = useWords()
  const { measure, level } = counted
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('analysis.measures.label')}
        value={measure}
        data={MEASURES.map((value) => ({ value, label: t(`analysis.measures.${value}`) }))}
        onChange={(event) => onChange({ level, measure: event.currentTarget.value as Measure })}
      />
      {measure !== 'output' && (
        <NumberInput
          size="xs"
          w={90}
          label={t('analysis.measures.level')}
          min={1}
          max={100}
          value={Math.round(100 * level)}
          onChange={(value) => onChange({ measure, level: Math.min(100, Math.max(1, Number(value) || 1)) / 100 })}
        />
      )}
    </>
  )
}

/** The unit of a gain, counted so. */
export function useGainUnit({ measure }: Pick<Counted, 'measure'>): string {
  const { t } = useWords()
  return measure === 'output' ? t('analysis.daysUnit') : t(`analysis.measures.${measure}Unit`)
}
