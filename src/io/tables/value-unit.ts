/** The unit in which money is counted, as headings and titles say it: `金额（万元）`, `output (10k CNY)`, `单位：亿元`. */
import type { ValueUnit } from '../../model/bring.ts'

const MONEY = '(?:元|圆|人民币|美元|欧元|日元|港元|港币|cny|rmb|usd|eur|jpy|hkd|[¥￥$€])'
/** Behind a currency, in brackets, or at the end of a heading; without one of these a letter is a letter. */
const CHINESE: readonly (readonly [ValueUnit, string])[] = [
  ['hundredMillion', '亿'],
  ['tenMillion', '千万'],
  ['million', '百万'],
  ['tenThousand', '万'],
  ['thousand', '千'],
]
const LATIN: readonly (readonly [ValueUnit, string])[] = [
  ['hundredMillion', '100 ?(?:m|mn|mio|million)|1e8'],
  ['tenMillion', '10 ?(?:m|mn|mio|million)|1e7'],
  ['tenThousand', '10 ?k|10[ ,.]?000|ten ?thousand|1e4'],
  ['billion', 'bn|billions?|1e9'],
  ['million', 'm|mn|mio|mln|millions?|1[ ,.]?000[ ,.]?000|1e6'],
  ['thousand', "k|thousands?|000s?|'000s?|1[ ,.]?000|1e3"],
]

const inBrackets = (words: string): RegExp =>
  new RegExp(
    `[([,/:] ?(?:in )?${MONEY}? ?(?:${words})(?: ?${MONEY})?(?: ?(?:per|a|/) ?(?:year|day|annum))? ?(?:[)\\],]|$)`,
  )

const PATTERNS: readonly (readonly [ValueUnit, RegExp])[] = [
  ...CHINESE.map(([unit, word]) => [unit, new RegExp(`${word} ?${MONEY}|[([,/:_ ]${word} ?(?:[)\\]]|$)`)] as const),
  ...LATIN.map(([unit, words]) => [unit, inBrackets(words)] as const),
  // `k€ a day`, `flow in million USD`
  ...LATIN.map(([unit, words]) => [unit, new RegExp(`(?:^|[ ,(])(?:${words}) ?${MONEY}(?:[ ,)/]|$)`)] as const),
]

/** Longer ones are no headings, and would only take time. */
const LONGEST = 100

/** @returns `one` where nothing is said */
export function valueUnitOf(heading: string): ValueUnit {
  const text = heading.slice(0, LONGEST).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'one'
}

const BARE_MONEY = new RegExp(`^${MONEY}$`)

/** Whether a cell alone says how money is counted: `万元`, `元`, `万`, `USD`. */
export const isMoneyUnit = (cell: string): boolean =>
  valueUnitOf(`(${cell})`) !== 'one' || BARE_MONEY.test(cell.normalize('NFKC').toLowerCase().trim())

const TITLE = /(?:单位|货币单位|计量单位|units?)\s*[:：]\s*(.+)$/i

/** What the titles above a table say of all its money: `单位：万元`. */
export function valueUnitOfTitles(titles: readonly string[]): ValueUnit {
  for (const title of titles) {
    const said = TITLE.exec(title.slice(0, LONGEST))?.[1]?.split(/[、;；,，)）]/) ?? []
    const unit = said.map((each) => valueUnitOf(`(${each.trim()})`)).find((each) => each !== 'one')
    if (unit !== undefined) return unit
  }
  return 'one'
}
