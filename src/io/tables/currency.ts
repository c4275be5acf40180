/** The currency in which money is counted, as headings, titles and cells say it: `金额（万美元）`, `value (k€)`, `币种: USD`. */

/** Words of each currency; what stands alone and could mean another comes last. */
const CURRENCIES: readonly (readonly [currency: string, words: RegExp])[] = [
  ['USD', /美元|美金|\busd\b|us ?\$|\bdollars?\b/],
  ['EUR', /欧元|\beur\b|€|\beuros?\b/],
  ['JPY', /日元|日圆|\bjpy\b|\byen\b/],
  ['HKD', /港元|港币|\bhkd\b|hk ?\$/],
  ['GBP', /英镑|\bgbp\b|£/],
  ['KRW', /韩元|\bkrw\b|₩/],
  ['TWD', /台币|\btwd\b|nt ?\$/],
  ['SGD', /新加坡元|新元|\bsgd\b|s ?\$/],
  ['AUD', /澳元|\baud\b/],
  ['CAD', /加元|\bcad\b/],
  ['RUB', /卢布|\brub\b/],
  ['CNY', /人民币|\bcny\b|\brmb\b|\byuan\b|元|圆|[¥￥]/],
  ['USD', /\$/],
]

/** Longer ones name no currency, and would only take time. */
const LONGEST = 100

/** ISO 4217; null where none is named. */
export function currencyOf(text: string): string | null {
  // `10kUSD` and `k€`: a letter before the word is a unit.
  const plain = text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(\d*[km]|mn|bn)(?=[a-z]{3}\b)/g, '$1 ')
  return CURRENCIES.find(([, words]) => words.test(plain))?.[0] ?? null
}

const TITLE = /(?:单位|币种|货币|units?|currency)[^:：]*[:：]\s*(.+)$/i

/** What the titles above a table say of all its money: `单位：万美元`, `货币：欧元`. */
export function currencyOfTitles(titles: readonly string[]): string | null {
  for (const title of titles) {
    const found = currencyOf(TITLE.exec(title.slice(0, LONGEST))?.[1] ?? '')
    if (found !== null) return found
  }
  return null
}
