import { FELT, isFeltLater, lastDayOf } from '../../analysis/picture/card-figure.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import { dateAt } from '../handout-state.ts'
import { TEXTS } from '../texts.ts'
import type { Mark } from './marks.ts'
import { PAPER } from './paper.ts'
import { rectangle } from './pen.ts'
import type { LensState } from './under-lens.ts'

export interface LegendEntry {
  readonly sign: readonly Mark[]
  readonly text: string
  readonly isBold: boolean
}

/** What the colours of the cards mean where they are not those of the states: better and worse, or the days of a wave. */
export function lensLegend(state: LensState): readonly LegendEntry[] {
  const { lens: texts } = TEXTS[state.language].print
  if (state.lens === 'difference') {
    const name = state.against?.name ?? texts.nothingCleared
    return [entry([PAPER.better], `▲ ${fillIn(texts.better, { name })}`), entry([PAPER.worse], `▼ ${texts.worse}`)]
  }
  if (state.lens !== 'wave' || !state.wave) return []
  const { wave } = state
  const days = wave.full.filter((day) => day >= 0)
  const isFelt = wave.feels.some((_, row) => isFeltLater(wave, row, state.view.day))
  const felt = isFelt ? [entry([], FELT + TEXTS[state.language].map.felt)] : []
  if (days.length === 0) return felt
  const first = dateAt(
    state,
    days.reduce((least, day) => Math.min(least, day)),
  )
  const last = dateAt(state, lastDayOf(state.wave))
  return [entry([PAPER.wave0, PAPER.wave1], fillIn(texts.backToFull, { first, last })), ...felt]
}

/** Colours side by side in one sign. */
function entry(colors: readonly string[], text: string): LegendEntry {
  const width = 28 / colors.length
  const sign = colors.map((fill, at): Mark => ({ kind: 'shape', path: rectangle(1 + at * width, 1, width, 12), fill }))
  return { sign, text, isBold: false }
}
