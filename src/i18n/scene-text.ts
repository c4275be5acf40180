import { localPart } from '../model/local-part.ts'
import { textIn, type Language, type LocalText } from '../model/local-text.ts'
import { dayNumber, isoDate } from '../model/dates.ts'
import type { FieldValue, SceneAnswer } from '../model/scenes.ts'
import { decimal, longDate, percent, shortDate } from './format.ts'

const NEVER: Readonly<Record<Language, string>> = { zh: '期内不会', en: 'not within the run' }

/** A value as it stands in the words; a field that is not known keeps its braces, so that it is seen. */
export function fieldText(field: string, value: FieldValue | undefined, language: Language): string {
  if (!value || value.kind === 'unknown') return `{{${field}}}`
  switch (value.kind) {
    case 'share':
      // A figure and its sign stay on one line.
      return percent(value.value, language).replace(' ', '\u00a0')
    case 'days':
      // A gain of rounding only is none.
      return decimal(Math.abs(value.value) < 0.05 ? 0 : value.value, 1, language)
    case 'count':
      return decimal(value.value, 0, language)
    case 'date': {
      if (value.value < 0) return NEVER[language]
      const date = isoDate(dayNumber(value.start) + value.value)
      return field === 'date' || field === 'start' ? longDate(date, language) : shortDate(date, language)
    }
    case 'text':
      return localPart(textIn(value.text, language), language)
  }
}

/** Words of a scene with its fields filled in; dots while they are still computed. */
export function sceneText(text: LocalText | undefined, answer: SceneAnswer | undefined, language: Language): string {
  return textIn(text, language).replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, field: string) =>
    answer ? fieldText(field, answer.fields[field], language) : '…',
  )
}
