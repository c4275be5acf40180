/** The part of Markdown that docs/model.md is written in, as a list of blocks; nothing in it can become markup of the page. */
export type TextPart = { readonly kind: 'plain' | 'strong' | 'emphasis' | 'code'; readonly text: string }

export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly parts: readonly TextPart[] }
  | { readonly kind: 'paragraph'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'list'; /** Number of the first item; null = bullets. */ readonly start: number | null; readonly items: readonly (readonly TextPart[])[] }
  | { readonly kind: 'table'; readonly head: readonly (readonly TextPart[])[]; readonly rows: readonly (readonly (readonly TextPart[])[])[] } // prettier-ignore

const PARTS = /`([^`]+)`|\*\*([^*]+)\*\*|(?<![\w\\])_([^_]+)_(?!\w)|\[([^\]]+)\]\([^)]*\)/g

/** A line of text in its parts; of a link only its words are left. */
export function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  const plain = (to: number): void => {
    if (to > from) parts.push({ kind: 'plain', text: text.slice(from, to).replaceAll(/\\([*_`])/g, '$1') })
  }
  for (const match of text.matchAll(PARTS)) {
    const [whole, code, strong, emphasis, link] = match
    plain(match.index)
    if (code !== undefined) parts.push({ kind: 'code', text: code })
    else if (strong !== undefined) parts.push({ kind: 'strong', text: strong })
    else if (emphasis !== undefined) parts.push({ kind: 'emphasis', text: emphasis })
    else parts.push({ kind: 'plain', text: link! })
    from = match.index + whole.length
  }
  plain(text.length)
  return parts
}

const ITEM = /^(?:[-*]|(\d+)\.)\s+/
const cellsOf = (line: string): readonly (readonly TextPart[])[] =>
  line
    .trim()
    .replaceAll(/^\||\|$/g, '')
    .split('|')
    .map((cell) => textParts(cell.trim()))

/** Blocks of a text; paragraphs and items go on over several lines until a blank one. */
export function readMarkdown(text: string): readonly MarkdownBlock[] {
  const groups = text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((group) => group.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
  return joinLists(groups.map(blockOf))
}

function blockOf(lines: readonly string[]): MarkdownBlock {
  const first = lines[0]!
  const heading = /^(#+)\s+(.*)$/.exec(first)
  if (heading) return { kind: 'heading', level: heading[1]!.length, parts: textParts(heading[2]!) }
  if (first.startsWith('|')) {
    return { kind: 'table', head: cellsOf(first), rows: lines.slice(2).map(cellsOf) }
  }
  const item = ITEM.exec(first)
  if (!item) return { kind: 'paragraph', parts: textParts(lines.map((line) => line.trim()).join(' ')) }
  const items: string[] = []
  for (const line of lines) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''))
    else items.push(`${items.pop()!} ${line.trim()}`)
  }
  return { kind: 'list', start: item[1] === undefined ? null : Number(item[1]), items: items.map(textParts) }
}

/** Items with blank lines between them are one list; what is indented under an item belongs to it. */
function joinLists(blocks: readonly MarkdownBlock[]): readonly MarkdownBlock[] {
  const joined: MarkdownBlock[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.kind === 'list' && last?.kind === 'list' && (last.start === null) === (block.start === null))
      joined[joined.length - 1] = { ...last, items: [...last.items, ...block.items] }
    else joined.push(block)
  }
  return joined
}
