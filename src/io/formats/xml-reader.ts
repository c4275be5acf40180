import { SaxesParser } from 'saxes'
import { LIMITS } from '../limits.ts'
import { excerpt, type ProblemList } from '../problem-list.ts'
import { placeOf } from '../scan-json.ts'
import type { GraphPlace } from './graph-document.ts'

/** Where a reader of one format hears what stands in a file. Names come without their namespace prefix. */
export interface XmlListener {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>, place: GraphPlace) => void
  readonly text: (text: string) => void
  readonly close: (name: string, place: GraphPlace) => void
  readonly instruction: (target: string, body: string) => void
}

/** Ends the reading at the first thing that makes the rest meaningless; said in `problems` before. */
class StopReading extends Error {}

/**
 * Reads XML in one pass. A document type, nesting beyond the limit, another root and broken XML are refused, each with its place;
 * nothing is expanded but the five entities of XML and characters by number.
 * @param roots the outermost elements that the reader takes
 * @returns whether the text was read to its end
 */
export function readXml(text: string, roots: readonly string[], listener: XmlListener, problems: ProblemList): boolean {
  if (!startsAsXml(text, problems)) return false
  const parser = new SaxesParser({ xmlns: false, position: true })
  const place = (): GraphPlace => ({ row: parser.line, column: parser.column + 1 })
  const stop = (problem: Parameters<ProblemList['add']>[0]): never => {
    problems.add({ ...place(), ...problem })
    throw new StopReading()
  }
  let depth = 0
  parser.on('error', (error) =>
    stop({ code: 'XML', severity: 'error', ...(bareSign(text, error) ?? { found: complaintOf(error) }) }),
  )
  parser.on('doctype', () => stop({ code: 'XML_DTD', severity: 'error', found: 'DOCTYPE' }))
  parser.on('processinginstruction', ({ target, body }) => listener.instruction(target, body))
  parser.on('opentag', (tag) => {
    const name = localName(tag.name)
    const attributes = new Map<string, string>()
    for (const key of Object.keys(tag.attributes)) attributes.set(localName(key), tag.attributes[key]!)
    if (depth === 0 && !roots.includes(name)) {
      stop({ code: 'WRONG_ROOT', severity: 'error', found: excerpt(name), expected: 'gexf | graphml' })
    }
    if (++depth > LIMITS.depth) {
      stop({ code: 'TOO_DEEP', severity: 'error', found: `> ${LIMITS.depth}`, expected: `<= ${LIMITS.depth}` })
    }
    listener.open(name, attributes, place())
  })
  parser.on('closetag', (tag) => {
    depth--
    listener.close(localName(tag.name), place())
  })
  parser.on('text', listener.text)
  parser.on('cdata', listener.text)
  return parsed(parser, text)
}

/** The parser says of a text without any element only that it ends. */
function startsAsXml(text: string, problems: ProblemList): boolean {
  const start = text.search(/[^\s\ufeff]/)
  if (text[start] === '<') return true
  problems.add({ code: 'XML', severity: 'error', ...placeOf(text, start), found: excerpt(text[start]), expected: '<' })
  return false
}

/** Text of this many characters at a time: the parser keeps what it was last given. */
const PIECE = 1 << 20

function parsed(parser: SaxesParser, text: string): boolean {
  try {
    for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE))
    parser.close()
    return true
  } catch (error) {
    if (error instanceof StopReading) return false
    throw error
  }
}

/** What the parser complains of, as words of the table `problems.kinds`. */
const COMPLAINTS: readonly (readonly [RegExp, string])[] = [
  [/entity/, 'xmlEntity'],
  [/unclosed|unexpected end|must contain/, 'xmlUnclosed'],
  [/close tag|opening/, 'xmlClose'],
  [/attribute/, 'xmlAttribute'],
  [/character/, 'xmlCharacter'],
  [/outside|only one root/, 'xmlOutside'],
]

const complaintOf = (error: Error): string => COMPLAINTS.find(([words]) => words.test(error.message))?.[1] ?? 'xmlOther'

const BARE_AMPERSAND = /&(?!#\d{1,7};|#x[0-9a-f]{1,6};|[a-z_][\w.-]{0,99};)/i

/** A bare `&` swallows the file up to its end, where the parser then misses a closing tag: its own place helps more. */
function bareSign(text: string, error: Error): { row: number; column: number; found: string; expected: string } | null {
  if (!error.message.includes('unclosed tag')) return null
  const at = text.search(BARE_AMPERSAND)
  return at < 0 ? null : { ...placeOf(text, at), found: '&', expected: '&amp;' }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
