import { useWords } from '../../app-context.ts'

/** Where the border stands at first, percent of the width that shows A. */
export const MIDDLE = 50
const STEP = 2

/** Dragged, or moved with the arrow keys. */
export function SwipeBorder({ share, onShare }: { readonly share: number; readonly onShare: (share: number) => void }) {
  const { t } = useWords()
  const within = (value: number) => Math.round(Math.max(0, Math.min(100, value)))
  return (
    <div
      className="future-divider"
      role="slider"
      tabIndex={0}
      aria-label={t('compare.divider')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share}
      aria-valuetext={t('compare.dividerAt', { share })}
      style={{ left: `${share}%` }}
      onKeyDown={(event) => {
        const steps: Record<string, number> = { ArrowLeft: share - STEP, ArrowRight: share + STEP, Home: 0, End: 100 }
        const next = steps[event.key]
        if (next === undefined) return
        event.preventDefault()
        event.stopPropagation()
        onShare(within(next))
      }}
      // On stage a hand that moved it leaves the arrow keys to the clicker.
      onMouseDown={(event) => document.documentElement.dataset.presenting && event.preventDefault()}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        const box = event.currentTarget.parentElement!.getBoundingClientRect()
        onShare(within(((event.clientX - box.left) / box.width) * 100))
      }}
    />
  )
}
