import type { Language } from './local-text.ts'

const HAN = /\p{Script=Han}/u

/**
 * The part in one language of a text that carries both as "中文 · English" (products, regions, people); any other text as it is.
 */
export function localPart(text: string, language: Language): string {
  const cut = text.indexOf(' · ')
  if (cut < 0) return text
  const [zh, en] = [text.slice(0, cut), text.slice(cut + 3)]
  if (!HAN.test(zh) || HAN.test(en)) return text
  return language === 'zh' ? zh : en
}
