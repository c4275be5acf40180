import type { Language } from '../model/local-text.ts'
import type { IsoDate } from '../model/chain.ts'

const LOCALE: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.NumberFormat(LOCALE[language], options)))
  return format as Intl.NumberFormat
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${language}${JSON.stringify(options)}`
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: 'UTC' })))
  return format as Intl.DateTimeFormat
}

/** A share as whole percent, e.g. "75 %"; a dash where there is none. What is not quite all, or hardly anything, gets a decimal: "99.5 %". */
export function percent(share: number, language: Language): string {
  if (Number.isNaN(share)) return '–'
  const points = share * 100
  const isNearEnd = (points >= 99.5 && points < 99.95) || (points >= 0.05 && points < 0.5)
  return `${numberFormat(language, { maximumFractionDigits: isNearEnd ? 1 : 0 }).format(points)} %`
}

/** A number with at most `digits` decimals; below 0 with the sign that is as wide as a plus. */
export const decimal = (value: number, digits: number, language: Language): string =>
  numberFormat(language, { maximumFractionDigits: digits }).format(value).replace('-', '−')

/** A share as percent with two decimals, so that those of a column stand under each other, e.g. "3.40 %". */
export const percentFully = (share: number, language: Language): string =>
  `${numberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(share * 100)} %`

/** A number with its sign and all of its decimals, so that those of a column stand under each other, e.g. "+3.40"; "0" for none. */
export function signedFully(value: number, digits: number, language: Language): string {
  const text = signed(value, digits, language)
  const format = numberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return text === '0' ? text : text.charAt(0) + format.format(Math.abs(value))
}

/** A number with its sign, e.g. "+12.5", "−3", "0". */
export function signed(value: number, digits: number, language: Language): string {
  const text = decimal(Math.abs(value), digits, language)
  if (Number(Math.abs(value).toFixed(digits)) === 0) return decimal(0, 0, language)
  return value > 0 ? `+${text}` : `−${text}`
}

const asDate = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`)

/** 2020年3月1日 · 1 Mar 2020 */
export const longDate = (date: IsoDate, language: Language): string =>
  dateFormat(language, { year: 'numeric', month: language === 'zh' ? 'long' : 'short', day: 'numeric' }).format(
    asDate(date),
  )

/** 3月1日 · 1 Mar */
export const shortDate = (date: IsoDate, language: Language): string =>
  dateFormat(language, { month: language === 'zh' ? 'long' : 'short', day: 'numeric' }).format(asDate(date))

/** A day as short as a card has room for: 3/1 · 1 Mar. In English 3/1 would be read as the third of January. */
export const cardDate = (date: IsoDate, language: Language): string =>
  language === 'zh' ? date.slice(5).replace(/^0/, '').replace('-0', '/').replace('-', '/') : shortDate(date, language)

const DIGITS = '零一二三四五六七八九十'

/** Number of a tier: in Chinese 1 to 10 in its own signs; tiers beyond are rare and stay figures. */
export const tierNumber = (tier: number, language: string): string =>
  (language === 'zh' && DIGITS[tier]) || String(tier)
