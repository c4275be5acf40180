import type { TFunction } from 'i18next'

/** Texts by language and key. */
const kept = new Map<string, Map<string, string>>()

/**
 * The same words, looked up once: i18next takes 20 µs for each, and a day that is shown asks for a thousand. Texts with figures
 * are put together each time.
 */
export function keptWords(words: TFunction): TFunction {
  const language = (words as { readonly lng?: string }).lng
  if (typeof language !== 'string') return words
  const t = words as (key: string, options?: object) => string
  const texts = kept.get(language) ?? new Map<string, string>()
  kept.set(language, texts)
  const find = (key: string, options?: object): string => {
    if (options !== undefined) return t(key, options)
    const known = texts.get(key)
    if (known !== undefined) return known
    const text = t(key)
    // Words of a part that is not loaded yet come later.
    if (text !== key) texts.set(key, text)
    return text
  }
  return find as TFunction
}
