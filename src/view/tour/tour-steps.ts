/** Parts of a phone's screen, one at a time. */
export type PhoneTab = 'blocks' | 'map' | 'card'

export interface TourStep {
  readonly name: 'blocks' | 'clear' | 'days' | 'why'
  /** What it points at, the first that is on screen. */
  readonly at: readonly string[]
  readonly tab: PhoneTab
}

export const TOUR_STEPS: readonly TourStep[] = [
  { name: 'blocks', at: ['.left .block-scroll', '.left'], tab: 'blocks' },
  { name: 'clear', at: ['.block-row.first .row-actions button', '.block-row .row-actions button'], tab: 'blocks' },
  { name: 'days', at: ['.days'], tab: 'map' },
  { name: 'why', at: ['.map-overlay .card', '.map-pane'], tab: 'card' },
]

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Between the card and what it points at, pixels. */
const GAP = 12

/** Where the card of the tour lies: beside what it points at if there is room, else above or below it. */
export function placeBeside(target: Box, card: Omit<Box, 'left' | 'top'>, screen: Omit<Box, 'left' | 'top'>) {
  const within = (value: number, size: number, room: number): number =>
    Math.max(GAP, Math.min(value, room - size - GAP))
  const top = within(target.top, card.height, screen.height)
  const left = within(target.left, card.width, screen.width)
  const right = target.left + target.width
  if (right + card.width + 2 * GAP <= screen.width) return { left: right + GAP, top }
  if (target.left - card.width - 2 * GAP >= 0) return { left: target.left - card.width - GAP, top }
  if (target.top - card.height - 2 * GAP >= 0) return { left, top: target.top - card.height - GAP }
  const below = target.top + target.height + GAP
  return { left, top: within(below, card.height, screen.height) }
}
