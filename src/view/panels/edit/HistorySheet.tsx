import { CloseButton } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { goToStep } from '../../../state/actions/go-to-step.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import { useStepName } from '../../presentation/step-name.ts'
import './history.css'

const ROW_HEIGHT = 34

/** All steps in words, the newest first; choosing one goes there and back. */
export function HistorySheet() {
  const { t } = useWords()
  const { stores } = useApp()
  const past = useDocument((state) => state.past)
  const future = useDocument((state) => state.future)
  const nameOf = useStepName()
  const steps = [...past, ...future]
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: steps.length + 1,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  })
  const wantsFocus = useRef(false)
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    scroll.current?.querySelector<HTMLElement>('[aria-current="step"]')?.focus()
  })
  const go = (count: number) => {
    wantsFocus.current = true
    goToStep(stores, count)
    virtual.scrollToIndex(steps.length - count)
  }
  const hear = (event: KeyboardEvent) => {
    const change = { ArrowDown: -1, ArrowUp: 1 }[event.key]
    if (change === undefined) return
    event.preventDefault()
    go(Math.max(0, Math.min(steps.length, past.length + change)))
  }
  return (
    <section className="sheet" aria-label={t('edit.history.title')}>
      <div className="sheet-head">
        <strong>{t('edit.history.title')}</strong>
        <span className="sheet-keys">{t('edit.history.help')}</span>
        <div className="spacer" />
        <CloseButton aria-label={t('edit.history.close')} onClick={() => stores.session.setState({ table: 'none' })} />
      </div>
      {steps.length === 0 && <p style={{ padding: '0 16px' }}>{t('edit.history.none')}</p>}
      <div ref={scroll} className="grid-scroll">
        <ol
          aria-label={t('edit.history.steps')}
          onKeyDown={hear}
          style={{ position: 'relative', height: virtual.getTotalSize(), margin: 0, padding: 0, listStyle: 'none' }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const count = steps.length - index
            const isNow = count === past.length
            const name = count === 0 ? t('edit.history.start') : nameOf(steps[count - 1])
            return (
              <li key={index} style={{ position: 'absolute', top: start, left: 0, right: 0, height: ROW_HEIGHT }}>
                <button
                  type="button"
                  className="history-step"
                  aria-current={isNow ? 'step' : undefined}
                  onClick={() => go(count)}
                >
                  {count}. {name}
                  {isNow && ` · ${t('edit.history.now')}`}
                </button>
              </li>
            )
          })}
        </ol>
      </div>
    </section>
  )
}
