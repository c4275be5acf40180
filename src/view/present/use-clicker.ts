import { useEffect, useRef } from 'react'
import { isSingleKey } from '../shortcuts.ts'
import { stageKey, type StageKey } from './stage-keys.ts'

export type Cover = 'none' | 'black' | 'white'

/** A step from the scene on stage, or the place of a scene, 0 = first; 'last' = the last. */
export type Going = { readonly by: number } | { readonly to: number | 'last' }

export interface ClickerActs {
  readonly go: (going: Going) => void
  readonly cover: Cover
  /** Whether keys that are pressed alone act: letters, digits, the full stop. */
  readonly hasSingleKeys: boolean
  readonly onCover: (cover: Cover) => void
  readonly onLaser: () => void
  readonly onSpeaker: () => void
  readonly onClose: () => void
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
      if (event.target instanceof Element && isOwnKey(event.target, event.key)) return
      const name = stageKey(event.key)
      if (name === null && (latest.current.cover === 'none' || SHIFTS.includes(event.key))) return
      if (!latest.current.hasSingleKeys && isSingleKey(event.key)) return
      act(name, event.key, latest.current)
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

/** Keys that do nothing but change what another one means. */
const SHIFTS: readonly string[] = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']

/** What was reached by Tab keeps its keys: a button is pressed, the border between two maps moves. */
const isOwnKey = (at: Element, key: string): boolean =>
  at.tagName === 'BUTTON'
    ? key === ' ' || key === 'Enter'
    : at.role === 'slider' && ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)

/** While the screen is covered any key but those of laser and notes only uncovers it. */
function act(name: StageKey['name'] | null, key: string, acts: ClickerActs): void {
  if (acts.cover !== 'none' && name !== 'laser' && name !== 'speaker') return acts.onCover('none')
  switch (name) {
    case 'next':
      return acts.go({ by: 1 })
    case 'back':
      return acts.go({ by: -1 })
    case 'ends':
      return acts.go({ to: key === 'Home' ? 0 : 'last' })
    case 'digits':
      return acts.go({ to: Number(key) - 1 })
    case 'black':
    case 'white':
      return acts.onCover(name)
    case 'laser':
      return acts.onLaser()
    case 'speaker':
      return acts.onSpeaker()
    case 'end':
      return acts.onClose()
    case null:
  }
}
