/** What a cell's text means: numbers as people write them, shares, days, yes and no. Null = it cannot be read, and must be said. */
import { BLOCK_CAUSE_IDS, BLOCK_CAUSES, type BlockCauseId } from '../../model/block-causes.ts'
import type { IsoDate, Role } from '../../model/chain.ts'
import { dayNumber, isoDate } from '../../model/dates.ts'

export type DecimalMark = 'point' | 'comma'

/** Words behind a number that multiply it. */
const MULTIPLES: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 }
const MONEY = /^(?:人民币|RMB|CNY|¥)?(.*?)(百万|千万|千|万|亿)?(?:元|圆)?(?:人民币|RMB|CNY)?$/i

/** `1,234.5`, `1 234,5`, `12万`, `１２`, `￥365`, `1.5亿元`; null for anything else. */
export function numberOf(cell: string, decimal: DecimalMark): number | null {
  if (cell.length > LONGEST_NUMBER) return null
  const written = cell.normalize('NFKC').trim()
  // Spaces part groups of three; elsewhere between digits they part two numbers.
  if (PARTED.test(written) && !GROUPS_OF_THREE.test(written)) return null
  const text = written.replace(/[\s'’]/g, '')
  const [, bare = '', word = ''] = MONEY.exec(text) ?? []
  const unit = MULTIPLES[word] ?? 1
  const plain = decimal === 'point' ? withoutGroups(bare, ',') : withoutGroups(bare, '.')?.replace(',', '.')
  if (plain === undefined || !/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(plain)) return null
  const value = Number(plain) * unit
  return Number.isFinite(value) ? value : null
}

/** Whether a number names its unit itself: `12万`, `1.5亿元`, `100元`. */
export const saysItsUnit = (cell: string): boolean =>
  /(?:千|万|亿|元|圆)(?:人民币|RMB|CNY)?$/i.test(cell.normalize('NFKC').replace(/\s/g, ''))

const LONGEST_NUMBER = 100
const PARTED = /\d[\s'’]+\d/
const GROUPS_OF_THREE = /^\D*\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d*)?\D*$/

/** What people write where they have no number; a spreadsheet's error is none of it. */
export const isNotGiven = (cell: string): boolean =>
  cell.length <= LONGEST_NOT_GIVEN &&
  /^(?:[-—–/\\]+|无|暂无|未知|不详|待定|未填|n\/?a|none|null|unknown)$/i.test(cell.normalize('NFKC').trim())

const LONGEST_NOT_GIVEN = 20

/** What a spreadsheet shows where it could not compute: never anybody's name. */
export const isSpreadsheetError = (cell: string): boolean =>
  cell.startsWith('#') && /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i.test(cell)

/** `同上` names what stands above, which nobody can be sure of once the table has been sorted. */
export const isDitto = (cell: string): boolean =>
  cell.length <= 5 && /^(?:[同如]上(?:行)?|同前|[〃″"”]|''|ditto)$/i.test(cell)

/** Undefined where the marks stand elsewhere than between groups of three digits. */
function withoutGroups(text: string, mark: ',' | '.'): string | undefined {
  if (!text.includes(mark)) return text
  const groups = mark === ',' ? /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/ : /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/
  return groups.test(text) ? text.replaceAll(mark, '') : undefined
}

/** Which mark the numbers of a column use, where they tell; `;` between cells speaks for a comma. */
export function decimalOf(cells: Iterable<string>, separator: string | null): DecimalMark {
  let commas = 0
  let points = 0
  for (const cell of cells) {
    const text = cell.normalize('NFKC').replace(/[\s%'’]/g, '')
    if (/^[+-]?\d*,(?:\d{1,2}|\d{4,})$|^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) commas++
    else if (/^[+-]?\d*\.(?:\d{1,2}|\d{4,})$|^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) points++
  }
  if (commas !== points) return commas > points ? 'comma' : 'point'
  return separator === ';' ? 'comma' : 'point'
}

/** How the plain numbers of a column of shares are meant. */
export interface ShareColumn {
  /** Some are too high for fractions. */
  readonly hasPercents: boolean
  /** The heading has the sign. */
  readonly saysPercent: boolean
  /** Up to which a number may be a fraction: output can recover to more than it was. */
  readonly mostFraction: number
}

export interface ReadShare {
  readonly value: number
  /** Whether nothing else could be meant. */
  readonly isSure: boolean
}

/** `35%`, `0.35` and `35` are the same. */
export function shareOf(cell: string, decimal: DecimalMark, column: ShareColumn): ReadShare | null {
  const text = cell.normalize('NFKC').trim()
  const tenths = TENTHS.exec(text)
  if (tenths) return { value: tenthsOf(tenths), isSure: true }
  const sign = /[%‰]$|^百分之/.exec(text)?.[0]
  const value = numberOf(text.replace(/[%‰]$|^百分之/, ''), decimal)
  if (value === null) return null
  if (sign !== undefined) return { value: rounded(sign === '‰' ? value / 1000 : value / 100), isSure: true }
  const { hasPercents, saysPercent, mostFraction } = column
  const mayBeFraction = value > 0 && value <= mostFraction
  const isPercent = hasPercents ? saysPercent || value >= 1 : value > mostFraction
  const isSure = !mayBeFraction || (!hasPercents && !saysPercent && value <= 1)
  return { value: isPercent ? rounded(value / 100) : value, isSure }
}

/** `八成`, `7成`, `八成五`, `七成半`. */
const TENTHS = /^([一二两三四五六七八九十]|\d)成([一二三四五六七八九半]?)$/
const DIGITS = '零一二三四五六七八九十'

function tenthsOf([, tens = '', ones = '']: RegExpExecArray): number {
  const digit = (sign: string): number =>
    sign === '' ? 0 : sign === '半' ? 5 : sign === '两' ? 2 : /\d/.test(sign) ? Number(sign) : DIGITS.indexOf(sign)
  return rounded(digit(tens) / 10 + digit(ones) / 100)
}

/** A division by a hundred adds noise in the last digit. */
const rounded = (value: number): number => Number(value.toPrecision(12))

/** Days since 1899-12-30, as spreadsheets count; years 1954 to 2119. */
const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/
const SERIAL_START = -25569

/** `2020-02-28`, `2020/2/28`, `2020年2月28日前`, `2020年2月底`, `20200228`, `43889`. */
export function dayOf(cell: string): IsoDate | null {
  const text = cell.normalize('NFKC').trim()
  if (SERIAL.test(text)) return isoDate(Math.floor(Number(text)) + SERIAL_START)
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[T\s].*)?$/.exec(text.replace(BY, '')) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (parts) return realDay(parts[1]!, parts[2]!, parts[3]!)
  const month = /^(\d{4})年(\d{1,2})月[底末]$/.exec(text.replace(BY, ''))
  return month && lastDay(Number(month[1]), Number(month[2]))
}

/** `2月28日`, `2月28日前`, `2月底`: a day whose year stands elsewhere. */
export function dayWithoutYear(cell: string, year: number): IsoDate | null {
  const text = cell.normalize('NFKC').replace(/\s/g, '').replace(BY, '')
  return /^\d{1,2}月(?:\d{1,2}[日号]|[底末])$/.test(text) ? dayOf(`${year}年${text}`) : null
}

/** The first day that a line of text names, as the titles over a table do: `填报日期：2020年3月2日`. */
export function dayIn(text: string): IsoDate | null {
  const found = /\d{4}\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号]|([-/.])\d{1,2}\1\d{1,2}(?!\d))/.exec(
    text.normalize('NFKC'),
  )
  return found && dayOf(found[0].replace(/\s/g, ''))
}

/** A day by which something is to be done is that day. */
const BY = /\s*(?:之前|以前|前)$/

/** Others are numbers that a spreadsheet shows as days: an empty cell is its first day, in 1900 or 1904. */
const FIRST_YEAR = 1950
const LAST_YEAR = 2119

const realDay = (year: string, month: string, day: string): IsoDate | null => {
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return Number.isNaN(dayNumber(date)) ? null : date
}

/** @param month 1 to 12 */
function lastDay(year: number, month: number): IsoDate | null {
  const first = realDay(String(year + (month === 12 ? 1 : 0)), String((month % 12) + 1), '1')
  return month < 1 || month > 12 || first === null ? null : isoDate(dayNumber(first) - 1)
}

/** `2019`, `2019年度`, `FY2019`, or the year of a day. */
export function yearOf(cell: string): string | null {
  const text = cell.normalize('NFKC').replace(/\s/g, '')
  const year = /^(?:FY)?((?:19|20)\d\d)(?:\.0+)?(?:年度?|财年|会计年度)?$/i.exec(text)?.[1]
  return year ?? (/^\d{5}/.test(text) ? null : (dayOf(text)?.slice(0, 4) ?? null))
}

/** Whole days: `3`, `3天`, `3 days`. */
export function daysOf(cell: string): number | null {
  const text = cell
    .normalize('NFKC')
    .trim()
    .replace(/\s*(?:天|日|个?工作日|days?|d)$/i, '')
  return /^\d+$/.test(text) ? Number(text) : null
}

export function flagOf(cell: string): boolean | null {
  if (/^(?:是|有|真|√|y|yes|true|1|外资|境外)$/i.test(cell)) return true
  return /^(?:否|无|非|假|×|n|no|false|0|内资|境内)$/i.test(cell) ? false : null
}

const ROLE_WORDS: readonly (readonly [Role, RegExp])[] = [
  ['leading', /龙头|链主|^leading|^leader|^anchor/i],
  ['core', /核心|配套|^core|^supporting/i],
  ['sme', /中小|小微|专精特新|小巨人|单项冠军|^sme|^small/i],
]

/** By the words of the lists; a plain yes answers the heading `是否龙头`. */
export function roleOf(cell: string, heading: string): Role | null {
  const isAsked = /龙头|链主|leading/i.test(heading)
  const flag = isAsked ? flagOf(cell) : null
  if (flag !== null) return flag ? 'leading' : 'sme'
  return ROLE_WORDS.find(([, words]) => words.test(cell))?.[0] ?? null
}

/** Words by which a difficulty tells its cause; what is said in a word of its own comes before what is only touched on. */
const CAUSE_WORDS: Readonly<Record<BlockCauseId, RegExp>> = {
  border: /出口|海关|口岸|通关|边境|外贸|国际物流|\bborder|customs|export/i,
  logistics: /物流|运输|交通|配送|货运|道路|运力|\blogistics|transport|shipping|road/i,
  labour: /用工|员工|工人|人员|返岗|招工|劳动力|人手|缺人|隔离|\blabou?r|staff|worker/i,
  cash: /资金|贷款|融资|现金|流动性|回款|账款|\bcash|credit|loan|liquidity/i,
  energy: /用电|电力|供电|限电|停电|限气|燃气|用气|能源|煤|\benergy|power|electricity|\bgas\b/i,
  equipment: /设备|机器|备件|维修|\bequipment|machine|spare part/i,
  permit: /审批|许可|批准|复工批|证件|环评|验收|封闭|封控|\bpermit|approval|licen[cs]e/i,
  demand: /订单|需求|市场|销售|滞销|库存积压|\bdemand|\borders?\b/i,
  cost: /成本|涨价|价格|费用|\bcost|price/i,
  material: /原料|原材料|材料|零部件|物料|配件|防护|口罩|包装|缺料|断供|芯片|\bmaterial|components?|\bparts?\b/i,
}

const NO_DIFFICULTY =
  /^(?:(?:目前|暂时)?(?:暂?无|没有|暂没有)(?:明显|其他|重大|突出)?(?:的?困难|的?问题)?|(?:生产)?(?:一切|基本)?正常|[-—–/\\.]+|none|no|n\/?a|nil)[。.]?$/i

export const isDifficulty = (cell: string): boolean => cell !== '' && !NO_DIFFICULTY.test(cell)

/** Causes named in a text, by id, by the sign on the map, or in words, in the order of the table above; none when no word is known. */
export function causesOf(text: string): readonly BlockCauseId[] {
  const word = text.trim().toLowerCase()
  const named = BLOCK_CAUSE_IDS.find((cause) => {
    const { badgeZh, badgeEn } = BLOCK_CAUSES[cause]
    return word === cause || word === badgeZh || word === badgeEn.toLowerCase()
  })
  if (named) return [named]
  return (Object.entries(CAUSE_WORDS) as [BlockCauseId, RegExp][])
    .filter(([, words]) => words.test(text))
    .map(([cause]) => cause)
}

/** The middle of each of the four steps that a severity is said in. */
const SEVERITY_STEPS: readonly (readonly [RegExp, number])[] = [
  [/^(?:轻微|轻度|轻|一般|slight|minor|low)$/i, 0.125],
  [/^(?:中等|中度|中|较重|medium|moderate)$/i, 0.375],
  [/^(?:严重|重度|重|severe|high|serious)$/i, 0.75],
  [/^(?:停产|停工|完全|特别严重|断供|全停|full stop|stopped|total)$/i, 1],
]

/** What stands in brackets behind the word says it again in another language. */
export function severityStepOf(cell: string): number | null {
  const word = cell.replace(/\s*[(（][^()（）]*[)）]$/, '')
  return SEVERITY_STEPS.find(([words]) => words.test(word))?.[1] ?? null
}
