/** Cells as their writer meant them, and rows below the heading that hold no data. */
import { headingKey } from './headings.ts'

/** Without spaces, seen or not, at both ends, and without what keeps a spreadsheet from changing a code: `'001`, `="001"`. */
export function plainCell(cell: string): string {
  const text = withoutUnseenEnds(cell.trim())
  if (text.startsWith("'")) return /^'[\d=+\-@]/.test(text) ? text.slice(1) : text
  return text.startsWith('="') ? text.replace(/^="([^"]*)"$/, '$1') : text
}

function withoutUnseenEnds(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isUnseenSpace(text.charCodeAt(start))) start++
  while (start < end && isUnseenSpace(text.charCodeAt(end - 1))) end--
  return start === 0 && end === text.length ? text : text.slice(start, end).trim()
}

const isUnseenSpace = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff

const TOTAL =
  /^(?:(?:(?:[本全][省市区县国]|总)?(?:合计|总计|小计|共计|累计|总和|平均值?|均值)|(?:sub|grand)?total|average|mean)s?)(?:[(（][^()（）]*[)）])?:?$/i
const NOTE =
  /^(?:注|备注|说明|填表说明|填报说明|填表人|填报人|填报单位|填报日期|填报时间|填表日期|制表人|制表日期|制表|审核人|负责人签字|单位负责人|联系电话|数据来源|notes?|remarks?)\d*[:.、]/i
/** Where people sign and stamp, and the row that shows how to fill the table. */
const SIGNED = /^[(（]?(?:单位|企业)?(?:盖章|公章|签章|签字)/
const EXAMPLE = /^[(（]?(?:填写|填报)?(?:示例|样例|范例|举例|例如?|example|e\.g\.)[)）:.、]/i
const RULE = /^[-—–=_*.:|]+$/
/** Longer cells are no totals and no rules. */
const LONGEST_NOTE = 1000

/** A row of totals, a note below the table, a rule, or the heading once more. */
export function isNoData(cells: readonly string[], headings: readonly string[]): boolean {
  const at = cells.findIndex((cell) => cell.trim() !== '')
  if (at < 0 || !mayBeNoData(cells[at]!.trim(), headings[at])) return false
  const first = bare(cells[at]!)
  if (first === '') return false
  if (TOTAL.test(first) || EXAMPLE.test(first)) return true
  if (SIGNED.test(first)) return others(cells, at).length === 0
  if (NOTE.test(first)) return others(cells, at).every((cell) => NOTE.test(bare(cell)))
  if (RULE.test(first)) return others(cells, at).length > 0 && others(cells, at).every((cell) => RULE.test(bare(cell)))
  if (!isHeading(cells[at]!, headings[at])) return false
  return (
    others(cells, at).length > 0 &&
    cells.every((cell, column) => cell.trim() === '' || isHeading(cell, headings[column]))
  )
}

/** First characters of what is looked for; most rows have another. */
const STARTS = /^[合总小共累平均全本注备说填制审负单企盖公签示样范举例联数(（stgnrame\-—–=_*.:|－＝]/i

const mayBeNoData = (first: string, heading: string | undefined): boolean =>
  STARTS.test(first) || (heading !== undefined && first.charAt(0) === heading.charAt(0))

const bare = (cell: string): string => (cell.length > LONGEST_NOTE ? '' : cell.normalize('NFKC').replace(/\s/g, ''))

const others = (cells: readonly string[], first: number): readonly string[] =>
  cells.slice(first + 1).filter((cell) => cell.trim() !== '')

const isHeading = (cell: string, heading: string | undefined): boolean =>
  heading !== undefined && heading !== '' && headingKey(cell) === headingKey(heading)
