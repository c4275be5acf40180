import type { MapScene } from './map-props.ts'

/** Whether a card is drawn at all; the selected one always is. */
export const isCardDrawn = ({ cover, selected }: MapScene, row: number): boolean =>
  cover === null ||
  cover.way === 'fade' ||
  cover.cards[row] === 1 ||
  (selected?.kind === 'enterprise' && selected.row === row)

/** Whether a card stands back: others are lit, or the filter leaves it pale. */
export const isCardPale = ({ cover, lit }: MapScene, row: number): boolean =>
  (lit !== null && !lit.has(row)) || (cover !== null && cover.cards[row] === 0)

export const isLinkDrawn = ({ cover }: MapScene, link: number): boolean => cover === null || cover.links[link] === 1
