import { useEffect, useRef } from 'react'

export type Cover = 'none' | 'black' | 'white'

export interface ClickerActs {
  readonly go: (step: number | 'first' | 'last') => void
  readonly cover: Cover
  readonly onCover: (cover: Cover) => void
  readonly onLaser: () => void
  readonly onSpeaker: () => void
  readonly onClose: () => void
}

/** What clickers send, and what hands find on a keyboard. */
const STEPS: Readonly<Record<string, number | 'first' | 'last'>> = {
  PageDown: 1,
  ArrowRight: 1,
  ArrowDown: 1,
  ' ': 1,
  PageUp: -1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: 'first',
  End: 'last',
}

/** Hears the keys of a presentation, here and in the speaker's window, before anything else of the page does. */
export function useClicker(speaker: Window | null, acts: ClickerActs): void {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const isOnButton = (event.target as Element | null)?.tagName === 'BUTTON'
      if (isOnButton && (event.key === ' ' || event.key === 'Enter')) return
      if (!act(event.key, latest.current)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    addEventListener('keydown', hear, true)
    speaker?.addEventListener('keydown', hear, true)
    return () => {
      removeEventListener('keydown', hear, true)
      speaker?.removeEventListener('keydown', hear, true)
    }
  }, [speaker])
}

/** @returns whether the key means something here */
function act(key: string, { go, cover, onCover, onLaser, onSpeaker, onClose }: ClickerActs): boolean {
  const step = STEPS[key]
  const letter = key.toLowerCase()
  if (
    cover !== 'none' &&
    (step !== undefined || ['Escape', 'b', '.', 'w'].includes(letter === 'escape' ? key : letter))
  )
    onCover('none')
  else if (step !== undefined) go(step)
  else if (letter === 'b' || key === '.') onCover('black')
  else if (letter === 'w') onCover('white')
  else if (letter === 'l') onLaser()
  else if (letter === 's') onSpeaker()
  else if (key === 'Escape') onClose()
  else return false
  return true
}
