import i18next, { type FormatterModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../model/local-text.ts'
import { decimal } from './format.ts'
import type { LateWords } from './areas.ts'
import type { EnglishWords } from './first-en.ts'
import type { Texts } from './texts.ts'
import { wordFor } from './word-for.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: EnglishWords & LateWords }
    returnNull: false
    interpolationFormatTypeMap: { readonly [words: `${string}|${string}`]: string | number }
  }
}

/** Words of the first screen; only the shown language is loaded. */
const FIRST: Readonly<Record<Language, () => Promise<Texts<EnglishWords>>>> = {
  en: async () => (await import('./first-en.ts')).first,
  zh: async () => (await import('./first-zh.ts')).first,
}

const loaded = new Map<Language, Promise<void>>()

/** Shows the page in `language`, and fetches its words where they are not there yet. React escapes, so the tables are used as they are. */
export async function showLanguage(language: Language): Promise<void> {
  if (!i18next.isInitialized) await start(language)
  let words = loaded.get(language)
  if (!words) loaded.set(language, (words = load(language)))
  await words
  await i18next.changeLanguage(language)
}

/** From here on a number needs its digits grouped to be read; below it may be a year. */
const GROUPED_FROM = 10_000

/** `{{count}}` as it is read, and `{{count, block|blocks}}` as the word that goes with it. */
const FIGURES: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format: (value: unknown, words, language) => {
    if (words) return wordFor(value, words)
    return typeof value === 'number' && Math.abs(value) >= GROUPED_FROM
      ? decimal(value, 2, language as Language)
      : (value as string)
  },
}

const start = (language: Language): Promise<unknown> =>
  i18next
    .use(FIGURES)
    .use(initReactI18next)
    .init({
      resources: {},
      lng: language,
      fallbackLng: false,
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { bindI18nStore: 'added' },
      initAsync: false,
    })

async function load(language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await FIRST[language](), true, true)
}
