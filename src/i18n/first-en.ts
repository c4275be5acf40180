import { app } from './en/app.ts'
import { map } from './en/map.ts'
import { panels } from './en/panels.ts'
import { words } from './en/words.ts'

/** Words of the first screen in English, the source of the keys. */
export const first = { app, map, panels, words }

export type EnglishWords = typeof first
