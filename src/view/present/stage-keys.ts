export interface StageKey {
  /** As it is written on the keys. */
  readonly label: string
  readonly name: 'next' | 'back' | 'ends' | 'digits' | 'black' | 'white' | 'laser' | 'speaker' | 'end'
  /** `KeyboardEvent.key`, letters in lower case. */
  readonly hears: readonly string[]
}

/** Every key of a presentation: what clickers send, and what hands find on a keyboard. */
export const STAGE_KEYS: readonly StageKey[] = [
  { label: '→ ↓ PageDown Space', name: 'next', hears: ['ArrowRight', 'ArrowDown', 'PageDown', ' '] },
  { label: '← ↑ PageUp', name: 'back', hears: ['ArrowLeft', 'ArrowUp', 'PageUp'] },
  { label: 'Home End', name: 'ends', hears: ['Home', 'End'] },
  { label: '1 … 9', name: 'digits', hears: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
  { label: 'B .', name: 'black', hears: ['b', '.'] },
  { label: 'W', name: 'white', hears: ['w'] },
  { label: 'L', name: 'laser', hears: ['l'] },
  { label: 'S', name: 'speaker', hears: ['s'] },
  { label: 'Esc', name: 'end', hears: ['Escape'] },
]

/** What a key is called in the list; null = it means nothing on stage. @param key of the event */
export function stageKey(key: string): StageKey['name'] | null {
  const heard = key.length === 1 ? key.toLowerCase() : key
  return STAGE_KEYS.find(({ hears }) => hears.includes(heard))?.name ?? null
}
