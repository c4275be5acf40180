import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../model/local-text.ts'
import type { LateWords } from './areas.ts'
import { resources, type EnglishWords } from './resources.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: EnglishWords & LateWords }
    returnNull: false
  }
}

/** The page's words, in `language` first; switching needs no reload. React escapes, so the tables are used as they are. */
export function startWords(language: Language): i18n {
  void i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return i18next
}
