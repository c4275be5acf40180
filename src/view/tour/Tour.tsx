import { Button, Group } from '@mantine/core'
import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties } from 'react'
import { leadingRows } from '../../analysis/figures.ts'
import { BACK_TO_FULL } from '../../analysis/played.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { placeBeside, TOUR_STEPS, type Box, type PhoneTab, type TourStep } from './tour-steps.ts'
import './tour.css'

export interface TourProps {
  readonly onTab: (tab: PhoneTab) => void
  readonly onClose: () => void
}

/** Four steps beside the things they speak of. The page stays usable all the while, and nothing is changed by walking through. */
export function Tour({ onTab, onClose }: TourProps) {
  const { t } = useWords()
  const { stores } = useApp()
  const [at, setAt] = useState(0)
  const step = TOUR_STEPS[at]!
  const card = useRef<HTMLElement>(null)
  const next = useRef<HTMLButtonElement>(null)
  const isAskedFor = useSession((state) => state.hasSeenTour)
  const { target, place } = usePlace(step, card)
  // Who asked for the tour goes on with it; who just came is not interrupted.
  useEffect(() => {
    if (isAskedFor || at > 0) next.current?.focus()
  }, [isAskedFor, at])
  useEffect(() => {
    onTab(step.tab)
    if (step.name === 'why') selectOneThatStands(stores)
  }, [step, onTab, stores])
  const end = (): void => {
    stores.session.setState({ hasSeenTour: true })
    onTab('blocks')
    onClose()
  }
  const isLast = at === TOUR_STEPS.length - 1
  return (
    <>
      {target && <div className="tour-ring" style={styleOf(target)} aria-hidden="true" />}
      <section
        className="tour"
        aria-label={t('tour.title')}
        ref={card}
        style={place ?? undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // Not the definition that a resting pointer has opened under it: whose focus is here means the tour.
          event.preventDefault()
          end()
        }}
      >
        <div aria-live="polite">
          <p className="meta">{t('tour.of', { at: at + 1, count: TOUR_STEPS.length })}</p>
          <h2>{t(`tour.steps.${step.name}.title`)}</h2>
          <p>{t(`tour.steps.${step.name}.text`)}</p>
        </div>
        <Group gap="xs" justify="flex-end">
          {!isLast && (
            <Button size="sm" variant="subtle" mr="auto" onClick={end}>
              {t('tour.skip')}
            </Button>
          )}
          {at > 0 && (
            <Button size="sm" variant="default" onClick={() => setAt(at - 1)}>
              {t('tour.back')}
            </Button>
          )}
          <Button size="sm" ref={next} onClick={() => (isLast ? end() : setAt(at + 1))}>
            {t(isLast ? 'tour.done' : 'tour.next')}
          </Button>
        </Group>
      </section>
    </>
  )
}

/** Milliseconds between two looks at where things stand: lists fill and cards open while the tour is on. */
const LOOKS = 200
/** Room around what is pointed at, pixels. */
const AROUND = 4

const styleOf = ({ left, top, width, height }: Box): CSSProperties => ({
  left: left - AROUND,
  top: top - AROUND,
  width: width + 2 * AROUND,
  height: height + 2 * AROUND,
})

/** Box of what the step points at, and the place of its card; null while it is not on screen. */
function usePlace({ at }: TourStep, card: React.RefObject<HTMLElement | null>) {
  const [target, setTarget] = useState<Box | null>(null)
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number } | null>(null)
  useLayoutEffect(() => {
    const look = () => {
      const box = at.map(boxOf).find((found) => found !== null) ?? null
      setTarget((old) => (JSON.stringify(old) === JSON.stringify(box) ? old : box))
      if (!card.current || !box) return
      const { width, height } = card.current.getBoundingClientRect()
      const found = placeBeside(box, { width, height }, { width: innerWidth, height: innerHeight })
      setPlace((old) => (JSON.stringify(old) === JSON.stringify(found) ? old : found))
    }
    look()
    const timer = setInterval(look, LOOKS)
    return () => clearInterval(timer)
  }, [at, card])
  return { target, place }
}

function boxOf(selector: string): Box | null {
  const element = document.querySelector(selector)
  if (!element) return null
  const { left, top, width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 ? { left, top, width, height } : null
}

/** So that the last step has something to say why of: the leading enterprise that others hold up most, unless something is selected. */
function selectOneThatStands({ session, computed }: ReturnType<typeof useApp>['stores']): void {
  const { outcome } = computed.getState()
  const { selection, day } = session.getState()
  if (!outcome || selection) return
  const { index, run, timeline } = outcome.played
  const blocked = new Set(timeline.blocks.filter(({ kind }) => kind !== 'link').map((block) => block.row))
  const levelOf = (row: number): number => run.level[Math.min(day, run.days - 1) * run.enterpriseCount + row]!
  const held = leadingRows(index).filter((each) => !blocked.has(each))
  const [row] = held.toSorted((a, b) => levelOf(a) - levelOf(b))
  if (row === undefined || levelOf(row) >= BACK_TO_FULL) return
  session.setState({ selection: { kind: 'enterprise', id: index.enterpriseIds[row]! } })
}
