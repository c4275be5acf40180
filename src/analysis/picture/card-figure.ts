/** What a card says at its right and how it is coloured; the same on the screen, in a printed picture and on a slide. */
import type { DayView, EnterpriseState } from '../day-view.ts'
import { BACK_TO_FULL, SAME_LEVEL, STANDS_STILL } from '../played.ts'
import type { Wave } from '../wave.ts'
import type { CardFacts } from './card-facts.ts'

/** What the cards show: states, days of the release wave, the difference to nothing cleared, or what was observed. */
export const LENSES = ['state', 'wave', 'difference', 'observed'] as const
export type Lens = (typeof LENSES)[number]

/** Whether a card fills from the left to its level. */
export const fillsToLevel = (lens: Lens): boolean => lens === 'state' || lens === 'observed'

/** A second level on each card: the observed one beside the model's, or the other way round. */
export interface LevelMarks {
  readonly kind: 'observed' | 'model'
  /** [enterprises] share; NaN = no mark. */
  readonly level: Float64Array
}

/** How many of a fold's enterprises a level is known of. */
export interface KnownInside {
  /** [enterprises] */
  readonly members: Int32Array
  /** [enterprises] 0..members */
  readonly known: Int32Array
}

/** Colours by what they mean; each picture has its own for them. */
export type Tone = 'ink' | 'ink2' | 'accent' | 'warm'

export interface CardFigure {
  readonly text: string
  readonly tone: Tone
}

export interface FigureInput {
  readonly view: DayView
  readonly wave: Wave | null
  readonly lens: Lens
  /** [enterprises] level on the same day with nothing cleared. */
  readonly levelUncleared: Float64Array
  readonly facts: readonly CardFacts[]
  /** [enterprises] who holds each of them today, -1 = nobody; null outside the lens of the wave. */
  readonly holders: Int32Array | null
  readonly dayLabel: (day: number) => string
  readonly daysLeft: (days: number) => string
  /** Absent or null where nothing is folded. */
  readonly folds?: KnownInside | null
}

/** Stands before the name of who still holds a card that does not come back. */
export const HELD_BY = '← '

/** Where a figure would stand that nobody knows. */
const NOT_KNOWN = '–'

/** The number at the right of a card. */
export function cardFigure(input: FigureInput, row: number, state: EnterpriseState): CardFigure {
  const { view, wave, lens, levelUncleared } = input
  const level = view.level[row]!
  if (lens === 'wave') return waveFigure(input, row)
  if (lens === 'difference') {
    const points = Math.round(100 * (level - levelUncleared[row]!))
    if (Number.isNaN(points)) return { text: NOT_KNOWN, tone: 'ink2' }
    return { text: points > 0 ? `▲ +${points}` : points < 0 ? `▼ −${-points}` : '', tone: 'ink' }
  }
  // An observed 0 or 100 % is a finding, so it is written out.
  if (lens === 'observed') return observedFigure(input, row)
  if (state === 'recovering') {
    const back = wave && wave.full[row]! > view.day ? input.dayLabel(wave.full[row]!) : Math.round(level * 100)
    return { text: `↗ ${back}`, tone: 'accent' }
  }
  if (state === 'running' && view.daysLeft[row]! >= 0) {
    return { text: input.daysLeft(view.daysLeft[row]!), tone: 'warm' }
  }
  const isPart = level >= STANDS_STILL && Math.round(level * 100) !== 100
  return { text: isPart ? String(Math.round(level * 100)) : '', tone: 'ink2' }
}

/** The level, and of how many enterprises where a fold was observed in part. */
function observedFigure({ view, folds }: FigureInput, row: number): CardFigure {
  const level = view.level[row]!
  if (Number.isNaN(level)) return { text: NOT_KNOWN, tone: 'ink2' }
  const [known, members] = folds ? [folds.known[row]!, folds.members[row]!] : [1, 1]
  const share = String(Math.round(level * 100))
  return { text: known < members ? `${share} · ${known}/${members}` : share, tone: 'ink2' }
}

/** Stands before the day on which a card that does not come back for good first makes more. */
export const FELT = '↗ '

/** Whether a card shows the day on which it will feel the release: one that comes back for good shows that day instead. */
export const isFeltLater = ({ feels, full }: Wave, row: number, day: number): boolean =>
  full[row]! < 0 && feels[row]! > day

/** Day of the release; of what does not come back for good, the day on which it is felt, and from then on who still holds it. */
function waveFigure({ view, wave, facts, holders, dayLabel }: FigureInput, row: number): CardFigure {
  const full = wave?.full[row] ?? -1
  if (full >= 0) return { text: dayLabel(full), tone: 'ink' }
  if (wave && isFeltLater(wave, row, view.day)) return { text: FELT + dayLabel(wave.feels[row]!), tone: 'accent' }
  const holder = holders?.[row] ?? -1
  if (holder < 0 || view.level[row]! >= BACK_TO_FULL) return { text: '', tone: 'ink' }
  return { text: HELD_BY + facts[holder]!.shortName, tone: 'warm' }
}

/** Last day of the release wave, for its ramp; 1 when there is none. */
export const lastDayOf = (wave: Wave | null): number => wave?.full.reduce((last, day) => Math.max(last, day), 1) ?? 1

/** Colours of a card's fill, as `#rrggbb`. */
export interface FillColors {
  readonly run: string
  readonly card: string
  readonly band: string
  readonly warmFill: string
  readonly better: string
  readonly worse: string
  readonly wave0: string
  readonly wave1: string
}

/** Fill of a card: its state, one hue light to dark by the day of the release, or better and worse; '' = none. */
export function cardFill(
  { view, wave, lens, levelUncleared }: Pick<FigureInput, 'view' | 'wave' | 'lens' | 'levelUncleared'>,
  { row, state, waveEnd }: { readonly row: number; readonly state: EnterpriseState; readonly waveEnd: number },
  colors: FillColors,
): string {
  if (lens === 'wave') {
    const day = wave ? wave.full[row]! : -1
    return day < 0 ? '' : between(colors.wave0, colors.wave1, day / Math.max(1, waveEnd))
  }
  if (lens === 'difference') {
    const change = view.level[row]! - levelUncleared[row]!
    if (Number.isNaN(change)) return ''
    if (Math.abs(change) <= SAME_LEVEL) return colors.band
    return between(colors.card, change > 0 ? colors.better : colors.worse, 0.2 + 0.6 * Math.min(1, Math.abs(change)))
  }
  if (state === 'noData') return ''
  return state === 'blocked' ? colors.warmFill : colors.run
}

/** Point between two `#rrggbb` colours, 0 = a, 1 = b; again `#rrggbb`. */
export function between(a: string, b: string, share: number): string {
  const part = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) => Math.round(part(a, at) + (part(b, at) - part(a, at)) * share))
  return `#${mixed.map((each) => each.toString(16).padStart(2, '0')).join('')}`
}

/**
 * Whether white is read better than black on a `#rrggbb` colour: relative luminance below 0.179 (WCAG 2.2), with squares in place
 * of the power 2.4, which differs between machines; the two part only within a step of a channel of the limit.
 */
export function isDark(color: string): boolean {
  const [red = 1, green = 1, blue = 1] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
  return 0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue < 0.19
}
