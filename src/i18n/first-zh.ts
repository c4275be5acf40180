import { app } from './zh/app.ts'
import { map } from './zh/map.ts'
import { panels } from './zh/panels.ts'
import { words } from './zh/words.ts'
import type { EnglishWords } from './first-en.ts'
import type { Texts } from './texts.ts'

/** Words of the first screen in Chinese. */
export const first: Texts<EnglishWords> = { app, map, panels, words }
