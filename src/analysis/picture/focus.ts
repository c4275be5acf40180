/** What a filter leaves of a map. */
export interface Cover {
  /** [enterprises], [links]: 1 = in the filter. */
  readonly cards: Uint8Array
  readonly links: Uint8Array
  /** What becomes of the other cards; their links are never drawn. */
  readonly way: 'hide' | 'fade'
  /** Nothing is left: all stays in sight, pale. */
  readonly isEmpty: boolean
}

/** What of a map is drawn, and what stands out: the same on the screen and in what is handed out. */
export interface Focus {
  readonly selected: { readonly kind: 'enterprise' | 'supply'; readonly row: number } | null
  /** Rows that stand out; null = all. */
  readonly lit: ReadonlySet<number> | null
  /** Links that stand out; null = all between two rows that do. */
  readonly litLinks: ReadonlySet<number> | null
  /** Null where nothing is filtered. */
  readonly cover: Cover | null
}

/** Everything is drawn, nothing stands out. */
export const NO_FOCUS: Focus = { selected: null, lit: null, litLinks: null, cover: null }

/** Opacity of what is out of focus; it never means anything else. */
export const OUT_OF_FOCUS = 0.26

/** Whether a card is drawn at all; the selected one always is. */
export const isCardDrawn = ({ cover, selected }: Pick<Focus, 'cover' | 'selected'>, row: number): boolean =>
  cover === null ||
  cover.way === 'fade' ||
  cover.cards[row] === 1 ||
  (selected?.kind === 'enterprise' && selected.row === row)

/** Whether a card stands back: others are lit, or the filter leaves it pale; the selected one never does. */
export const isCardPale = ({ cover, lit, selected }: Omit<Focus, 'litLinks'>, row: number): boolean =>
  !(selected?.kind === 'enterprise' && selected.row === row) &&
  ((lit !== null && !lit.has(row)) || (cover !== null && cover.cards[row] === 0))

export const isLinkDrawn = ({ cover }: Pick<Focus, 'cover'>, link: number): boolean =>
  cover === null || cover.links[link] === 1

/** Whether other links stand back because of some that are lit. */
export const isAnyLit = ({ lit, litLinks, selected }: Omit<Focus, 'cover'>): boolean =>
  (lit !== null && litLinks?.size !== 0) || selected?.kind === 'supply'

/** @param from supplier's row; @param to customer's row */
export function isLinkLit(
  { selected, lit, litLinks }: Omit<Focus, 'cover'>,
  { link, from, to }: { readonly link: number; readonly from: number; readonly to: number },
): boolean {
  if (selected?.kind === 'supply') return selected.row === link
  if (lit === null) return false
  return litLinks === null ? lit.has(from) && lit.has(to) : litLinks.has(link)
}
