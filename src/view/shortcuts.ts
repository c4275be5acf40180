import type { help } from '../i18n/en/help.ts'

export interface Shortcut {
  /** As it is written on the keys. */
  readonly label: string
  /** Its line in the language tables. */
  readonly name: keyof typeof help.keys
  /** `KeyboardEvent.key`, letters in lower case. */
  readonly hears: readonly string[]
}

/** Every shortcut of the page: what the map hears while it has the focus, and what holds everywhere. */
export const SHORTCUTS = {
  onMap: [
    { label: '← → ↑ ↓', name: 'arrows', hears: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
    { label: 'Enter', name: 'enter', hears: ['Enter'] },
    { label: 'U', name: 'u', hears: ['u'] },
    { label: 'D', name: 'd', hears: ['d'] },
    { label: 'N', name: 'n', hears: ['n'] },
    { label: 'X', name: 'x', hears: ['x'] },
    { label: 'B', name: 'b', hears: ['b'] },
    { label: 'C', name: 'c', hears: ['c'] },
    { label: 'F', name: 'f', hears: ['f'] },
    { label: 'Space', name: 'space', hears: [' '] },
    { label: '[ ]', name: 'brackets', hears: ['[', ']'] },
    { label: 'T', name: 't', hears: ['t'] },
    { label: 'P', name: 'p', hears: ['p'] },
    { label: 'L', name: 'l', hears: ['l'] },
    { label: '?', name: 'help', hears: ['?'] },
  ],
  always: [
    { label: '/', name: 'search', hears: ['/'] },
    { label: 'Ctrl K', name: 'palette', hears: ['ctrl+k'] },
    { label: 'Alt ←  Alt →', name: 'alongTrail', hears: ['alt+ArrowLeft', 'alt+ArrowRight'] },
    { label: 'Ctrl Z', name: 'undo', hears: ['ctrl+z'] },
    { label: 'Ctrl Shift Z', name: 'redo', hears: ['ctrl+shift+z'] },
    { label: 'Esc', name: 'esc', hears: ['Escape'] },
  ],
} as const satisfies Record<string, readonly Shortcut[]>

/** A key that the map hears. */
export type MapKey = (typeof SHORTCUTS.onMap)[number]['hears'][number]

/** Whether a key is pressed alone and types a sign: what voice input and a slip of the hand press too. A space is none. */
export const isSingleKey = (key: string): boolean => key.length === 1 && key !== ' '
