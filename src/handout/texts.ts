import { app as appEn } from '../i18n/en/app.ts'
import { map as mapEn } from '../i18n/en/map.ts'
import { print as printEn } from '../i18n/en/print.ts'
import { words as wordsEn } from '../i18n/en/words.ts'
import type { Texts } from '../i18n/texts.ts'
import { app as appZh } from '../i18n/zh/app.ts'
import { map as mapZh } from '../i18n/zh/map.ts'
import { print as printZh } from '../i18n/zh/print.ts'
import { words as wordsZh } from '../i18n/zh/words.ts'
import type { Language } from '../model/local-text.ts'

const en = { app: appEn, map: mapEn, print: printEn, words: wordsEn }
export type HandoutTexts = Texts<typeof en>

/** Words of pictures, reports and slides. */
export const TEXTS: Readonly<Record<Language, HandoutTexts>> = {
  en,
  zh: { app: appZh, map: mapZh, print: printZh, words: wordsZh },
}
