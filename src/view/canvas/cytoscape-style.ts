import type { StylesheetJson } from 'cytoscape'
import { CARD } from '../../analysis/layout/grid.ts'

/** Cards are drawn on our own canvas; Cytoscape only knows where they can be hit. */
export const STYLE = [
  {
    selector: 'node',
    style: {
      shape: 'rectangle',
      width: CARD.width,
      height: CARD.height,
      'background-opacity': 0,
      'overlay-opacity': 0,
      'active-bg-opacity': 0,
    },
  },
  { selector: 'core', style: { 'active-bg-opacity': 0 } },
] as unknown as StylesheetJson
