/** A text a person wrote: one plain string, or one string per language. */
export type LocalText = string | { readonly zh?: string; readonly en?: string }

export type Language = 'zh' | 'en'

/** The text in `language`, else in the other language, else ''. */
export function textIn(text: LocalText | undefined, language: Language): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  return text[language] ?? text[language === 'zh' ? 'en' : 'zh'] ?? ''
}
