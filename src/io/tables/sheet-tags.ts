/** A walk over the tags of a sheet that hold its cells; sign by sign, so that half a million cells cost little. */

export const LESS = 0x3c
const MORE = 0x3e
const COLON = 0x3a

/** The tags that are visited, as the sum of their letters: row, cell, value, shared text. */
export const TAGS = { row: tagCode('row'), c: tagCode('c'), v: tagCode('v'), si: tagCode('si') } as const

const VISITED: ReadonlySet<number> = new Set(Object.values(TAGS))

function tagCode(name: string): number {
  let code = 0
  for (let at = 0; at < name.length; at++) code = (code << 8) | name.charCodeAt(at)
  return code
}

/** @param from behind the name of the tag @param end place of its `>` */
type Visit = (tag: number, from: number, end: number) => void

/** Visits the opening tags of `TAGS`, whatever prefix they have; what stands in comments is passed over. */
export function eachTag(part: Uint8Array, visit: Visit): void {
  for (let at = part.indexOf(LESS); at >= 0; at = part.indexOf(LESS, at + 1)) {
    if (part[at + 1] === 0x21) {
      at = asideEnd(part, at)
      continue
    }
    let code = 0
    let to = at + 1
    for (; isOfName(part[to]!); to++) code = part[to] === COLON ? 0 : code > 0xff_ffff ? code : (code << 8) | part[to]!
    if (!VISITED.has(code)) continue
    const end = part.indexOf(MORE, to)
    if (end < 0) return
    visit(code, to, end)
    at = end
  }
}

/** The last sign of a comment or a piece of CDATA, whose signs are no tags. */
function asideEnd(part: Uint8Array, at: number): number {
  const sign = part[at + 2] === 0x5b ? 0x5d : 0x2d
  for (let end = part.indexOf(MORE, at); end >= 0; end = part.indexOf(MORE, end + 1))
    if (part[end - 1] === sign && part[end - 2] === sign) return end
  return part.length
}

const isOfName = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= COLON) || (byte >= 0x41 && byte <= 0x5a)

/** Where the value of an attribute of one letter begins, between two places; -1 without it. */
export function attributeAt(part: Uint8Array, letter: number, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) {
    if (part[at] !== letter || part[at - 1]! > 0x20 || part[at + 1] !== 0x3d) continue
    if (part[at + 2] === 0x22 || part[at + 2] === 0x27) return at + 3
  }
  return -1
}

export function bytesText(part: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += String.fromCharCode(part[at]!)
  return text
}

/** The value of an attribute of a tag that is a text already; '' without it. */
export function attributeText(tag: string, name: string): string {
  const found = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found?.[1] ?? found?.[2] ?? ''
}
