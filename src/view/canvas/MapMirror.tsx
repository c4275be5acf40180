import type { KeyboardEvent } from 'react'
import { ENTERPRISE_STATES } from '../../analysis/day-view.ts'
import { percent } from '../../i18n/format.ts'
import { enterpriseById } from '../../state/selectors.ts'
import { textIn } from '../../model/local-text.ts'
import { useWords } from '../app-context.ts'
import type { ShownDay } from '../shown-day.ts'
import { severityWord } from './severity.ts'
import { customersOf, suppliersOf, traceRows } from './walk.ts'

export interface MapMirrorProps {
  readonly shown: ShownDay
  /** Row that has the roving focus. */
  readonly row: number
  readonly onKey: (event: KeyboardEvent) => void
  readonly onFocus: (isFocused: boolean) => void
}

/** The map for keyboard and screen reader: one tab stop, the enterprise at hand as its one option, spoken as it changes. */
export function MapMirror({ shown, row, onKey, onFocus }: MapMirrorProps) {
  const { t } = useWords()
  const spoken = useSpoken(shown, row)
  return (
    <>
      <div
        id="map-mirror"
        className="hidden-visually"
        role="listbox"
        tabIndex={0}
        aria-label={t('map.label')}
        aria-describedby="map-help"
        aria-activedescendant={`map-option-${row}`}
        onKeyDown={(event) => {
          onFocus(true)
          onKey(event)
        }}
        onFocus={(event) => onFocus(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => onFocus(false)}
      >
        <div id={`map-option-${row}`} role="option" aria-selected="true">
          {spoken}
        </div>
      </div>
      <p id="map-help" className="hidden-visually">
        {t('map.help')}
      </p>
      <div className="hidden-visually" aria-live="polite">
        {spoken}
      </div>
    </>
  )
}

function useSpoken({ outcome, view }: ShownDay, row: number): string {
  const { t, language } = useWords()
  const { index, causes } = outcome.played
  const enterprise = enterpriseById(outcome.chain, index.enterpriseIds[row]!)
  if (!enterprise) return ''
  const parts: string[] = [
    t('map.spoken', {
      name: textIn(enterprise.name, language),
      role: t(`words.role.${enterprise.role}`),
      state: t(`words.state.${ENTERPRISE_STATES[view.state[row]!]!}`),
      level: percent(view.level[row]!, language),
      suppliers: suppliersOf(index, row).length,
      customers: customersOf(index, row).length,
    }),
  ]
  if (view.block[row]! >= 0) {
    parts.push(
      t('map.blockOn', {
        cause: t(`words.cause.${causes[view.block[row]!]!}`),
        severity: t(`words.severityStep.${severityWord(view.severity[row]!)}`),
      }),
    )
    const held = [...traceRows(index, row, 'downstream')].filter(
      (other) => index.role[other] === 0 && view.level[other]! < 0.995,
    )
    parts.push(t('map.holdsUp', { count: held.filter((other) => other !== row).length }))
  }
  return parts.join(language === 'zh' ? '，' : ', ')
}
