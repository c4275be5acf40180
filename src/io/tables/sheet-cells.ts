/** Cells of a workbook that its reader would fill in silence: with nothing, with another text, or with the last of two values. */
import type { Problem } from '../../model/problem.ts'
import { excerpt, type ProblemList } from '../problem-list.ts'
import { cellPlaces } from './cell-places.ts'
import { percentPlace, percentStyles, type CellsShown } from './percent-cells.ts'
import { attributeAt, attributeText, bytesText, eachTag, LESS, TAGS } from './sheet-tags.ts'
import { plainEntryName } from './zip-directory.ts'

type Parts = Readonly<Record<string, Uint8Array>>

const SHEET = /(?:^|\/)worksheets\/[^/]+\.xml$/i
const SHARED_TEXTS = /sharedstrings\.xml$/i

/**
 * Reports cells that stand twice, and cells that point to a shared text which is not there; with the sheet, row and column. Cells
 * that point to no text at all are made empty ones: the reader would give them the first text.
 * @param parts those of sheets are overwritten in such cells
 * @returns by name of the sheet, how its cells are shown
 */
export function checkCells(parts: Parts, problems: ProblemList): ReadonlyMap<string, CellsShown> {
  const texts = Object.keys(parts).find((name) => SHARED_TEXTS.test(name))
  const textCount = texts === undefined ? 0 : textsIn(parts[texts]!)
  const nameOf = sheetNames(parts)
  const percents = percentStyles(partText(parts, /^xl\/styles\.xml$/i))
  const shown = new Map<string, CellsShown>()
  for (const [name, part] of Object.entries(parts)) {
    if (!SHEET.test(name)) continue
    const sheet = nameOf.get(name.toLowerCase())
    const place = sheet === undefined ? { path: name } : { sheet }
    const cells = checkSheet(part, { textCount, percents }, { problems, place })
    if (sheet !== undefined) shown.set(sheet, cells)
  }
  return shown
}

const STYLE = 's'.charCodeAt(0)
const LONGEST_STYLE = 6

/** Texts under such a format are told apart by who reads the cells. */
function isPercent(part: Uint8Array, percents: ReadonlySet<string>, [from, end]: readonly [number, number]): boolean {
  const style = attributeAt(part, STYLE, from, end)
  if (style < 0) return false
  return percents.has(String(Number.parseInt(bytesText(part, style, style + LONGEST_STYLE), 10)))
}

function textsIn(part: Uint8Array): number {
  let count = 0
  eachTag(part, (tag) => {
    if (tag === TAGS.si) count++
  })
  return count
}

interface Where {
  readonly problems: ProblemList
  readonly place: { readonly sheet?: string; readonly path?: string }
}

const KIND = 't'.charCodeAt(0)
const PLACE = 'r'.charCodeAt(0)
const SHARED = 's'.charCodeAt(0)
const NUMBER = 'n'.charCodeAt(0)

interface OfWorkbook {
  readonly textCount: number
  /** Styles of percentages. */
  readonly percents: ReadonlySet<string>
}

function checkSheet(part: Uint8Array, { textCount, percents }: OfWorkbook, { problems, place }: Where): CellsShown {
  const cells = cellPlaces()
  const shown = { percents: new Set<number>(), sixties: new Set<number>() }
  const say = (problem: Pick<Problem, 'code' | 'found' | 'expected'>): void =>
    problems.add({ severity: 'error', ...place, row: cells.row, column: cells.column, ...problem })
  /** Where the kind of a cell stands that points to a text, until the text is seen; else -1. */
  let pointing = -1
  const emptyPointing = (): void => {
    if (pointing >= 0) part[pointing] = NUMBER
    pointing = -1
  }
  eachTag(part, (tag, from, end) => {
    if (tag === TAGS.row) cells.startRow(part, attributeAt(part, PLACE, from, end))
    else if (tag === TAGS.c) {
      emptyPointing()
      if (cells.isTaken(part, attributeAt(part, PLACE, from, end))) say({ code: 'CELL_TWICE' })
      const kind = attributeAt(part, KIND, from, end)
      if (percents.size > 0 && isPercent(part, percents, [from, end])) shown.percents.add(placeOf(cells))
      pointing = kind >= 0 && part[kind] === SHARED && part[kind + 1] === part[kind - 1] ? kind : -1
    } else if (tag === TAGS.v && isSixty(part, end + 1)) {
      if (pointing < 0) shown.sixties.add(placeOf(cells))
    }
    if (tag === TAGS.v && pointing >= 0) {
      const text = bytesText(part, end + 1, part.indexOf(LESS, end)).trim()
      if (text === '') return
      pointing = -1
      const index = Number(text)
      if (Number.isInteger(index) && index >= 0 && index < textCount) return
      say({ code: 'TEXT_MISSING', found: excerpt(text), expected: `0 … ${textCount - 1}` })
    }
  })
  emptyPointing()
  return shown
}

const placeOf = ({ row, column }: { readonly row: number; readonly column: number }): number =>
  percentPlace(row, column)

const isSixty = (part: Uint8Array, at: number): boolean =>
  part[at] === 0x36 && part[at + 1] === 0x30 && part[at + 2] === LESS

function partText(parts: Parts, pattern: RegExp): string {
  const name = Object.keys(parts).find((each) => pattern.test(each))
  return name === undefined ? '' : new TextDecoder().decode(parts[name])
}

/** Names of the sheets by their part, small letters; without what the workbook says oddly. */
function sheetNames(parts: Parts): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  for (const [tag] of partText(parts, /^xl\/_rels\/workbook\.xml\.rels$/i).matchAll(
    /<(?:\w+:)?Relationship\b[^>]*>/g,
  )) {
    const target = attributeText(tag, 'Target')
    targets.set(attributeText(tag, 'Id'), plainEntryName(target.startsWith('/') ? target.slice(1) : `xl/${target}`))
  }
  const names = new Map<string, string>()
  for (const [tag] of partText(parts, /^xl\/workbook\.xml$/i).matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)) {
    const target = targets.get(attributeText(tag, String.raw`\w+:id`))
    if (target !== undefined) names.set(target.toLowerCase(), plainText(attributeText(tag, 'name')))
  }
  return names
}

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const plainText = (text: string): string => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => SIGNS[name]!)
