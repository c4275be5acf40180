/** Cells of a workbook that its reader would fill in silence: with nothing, with another text, or with the last of two values. */
import type { Problem } from '../../model/problem.ts'
import { excerpt, type ProblemList } from '../problem-list.ts'
import { cellPlaces } from './cell-places.ts'
import { attributeAt, bytesText, eachTag, LESS, TAGS } from './sheet-tags.ts'
import { plainEntryName } from './zip-directory.ts'

type Parts = Readonly<Record<string, Uint8Array>>

const SHEET = /(?:^|\/)worksheets\/[^/]+\.xml$/i
const SHARED_TEXTS = /sharedstrings\.xml$/i

/**
 * Reports cells that stand twice, and cells that point to a shared text which is not there; with the sheet, row and column. Cells
 * that point to no text at all are made empty ones: the reader would give them the first text.
 * @param parts those of sheets are overwritten in such cells
 */
export function checkCells(parts: Parts, problems: ProblemList): void {
  const texts = Object.keys(parts).find((name) => SHARED_TEXTS.test(name))
  const textCount = texts === undefined ? 0 : textsIn(parts[texts]!)
  const nameOf = sheetNames(parts)
  for (const [name, part] of Object.entries(parts)) {
    if (!SHEET.test(name)) continue
    const sheet = nameOf.get(name.toLowerCase())
    checkSheet(part, textCount, { problems, place: sheet === undefined ? { path: name } : { sheet } })
  }
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

function checkSheet(part: Uint8Array, textCount: number, { problems, place }: Where): void {
  const cells = cellPlaces()
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
      pointing = kind >= 0 && part[kind] === SHARED && part[kind + 1] === part[kind - 1] ? kind : -1
    } else if (tag === TAGS.v && pointing >= 0) {
      const text = bytesText(part, end + 1, part.indexOf(LESS, end)).trim()
      if (text === '') return
      pointing = -1
      const index = Number(text)
      if (Number.isInteger(index) && index >= 0 && index < textCount) return
      say({ code: 'TEXT_MISSING', found: excerpt(text), expected: `0 … ${textCount - 1}` })
    }
  })
  emptyPointing()
}

/** Names of the sheets by their part, small letters; without what the workbook says oddly. */
function sheetNames(parts: Parts): ReadonlyMap<string, string> {
  const find = (pattern: RegExp): string => {
    const name = Object.keys(parts).find((each) => pattern.test(each))
    return name === undefined ? '' : new TextDecoder().decode(parts[name])
  }
  const targets = new Map<string, string>()
  for (const [tag] of find(/^xl\/_rels\/workbook\.xml\.rels$/i).matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const target = quoted(tag, 'Target')
    targets.set(quoted(tag, 'Id'), plainEntryName(target.startsWith('/') ? target.slice(1) : `xl/${target}`))
  }
  const names = new Map<string, string>()
  for (const [tag] of find(/^xl\/workbook\.xml$/i).matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)) {
    const target = targets.get(quoted(tag, String.raw`\w+:id`))
    if (target !== undefined) names.set(target.toLowerCase(), plainText(quoted(tag, 'name')))
  }
  return names
}

const quoted = (tag: string, name: string): string => {
  const found = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found?.[1] ?? found?.[2] ?? ''
}

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const plainText = (text: string): string => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => SIGNS[name]!)
