import { analysis as enAnalysis } from './en/analysis.ts'
import { app as enApp } from './en/app.ts'
import { map as enMap } from './en/map.ts'
import { panels as enPanels } from './en/panels.ts'
import { words as enWords } from './en/words.ts'
import { analysis as zhAnalysis } from './zh/analysis.ts'
import { app as zhApp } from './zh/app.ts'
import { map as zhMap } from './zh/map.ts'
import { panels as zhPanels } from './zh/panels.ts'
import { words as zhWords } from './zh/words.ts'

const en = { analysis: enAnalysis, app: enApp, map: enMap, panels: enPanels, words: enWords } as const

/** Words of the page by language; English is the source of the keys. */
export const resources = {
  en: { translation: en },
  zh: { translation: { analysis: zhAnalysis, app: zhApp, map: zhMap, panels: zhPanels, words: zhWords } },
} as const

export type EnglishWords = typeof en
