import { PLACE_NAMES } from './place-names.ts'
import { OTHER, TILES } from './province-tiles.ts'

interface Known {
  readonly id: string
  /** Small letters. */
  readonly name: string
}

const known: readonly Known[] = TILES.filter(({ id }) => id !== OTHER).flatMap(({ id, zh, en }) =>
  [zh, en, ...(PLACE_NAMES[id]?.split(' ') ?? []).map((name) => name.replace('_', ' '))].map((name) => ({
    id,
    name: name.toLowerCase(),
  })),
)

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[a-z]/.test(sign)

/** Where a name stands in the text as a word of its own; Chinese names may stand anywhere. */
function placeOf(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isCut = isLetter(name[0]) && (isLetter(text[at - 1]) || isLetter(text[at + name.length]))
    if (!isCut) return at
  }
  return -1
}

/**
 * The tile of a region as it is written: the name of a province, a city or a country that stands first in the text; of two at the same
 * place the longer one. What holds none of them is `other`, and is shown as such.
 */
export function provinceOf(region: string | undefined): string {
  const text = (region ?? '').toLowerCase()
  let best: { readonly at: number; readonly length: number; readonly id: string } | null = null
  for (const { id, name } of known) {
    const at = placeOf(text, name)
    if (at < 0) continue
    if (!best || at < best.at || (at === best.at && name.length > best.length)) best = { at, length: name.length, id }
  }
  return best?.id ?? OTHER
}
