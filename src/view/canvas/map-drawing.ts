import { CARD, GRID } from '../../analysis/layout/grid.ts'
import { labelSizes, type MeasureText } from '../../analysis/picture/card-label.ts'
import { lastDayOf } from '../../analysis/picture/card-figure.ts'
import type { CardFacts } from '../../analysis/picture/card-facts.ts'
import { holdersOf } from '../../analysis/picture/holders.ts'
import { LABELS_FROM_ZOOM } from './card-style.ts'
import type { CardTools } from './card-tools.ts'
import { drawBands, drawHeadings } from './draw-bands.ts'
import { drawCard, drawRing } from './draw-cards.ts'
import { drawFarCards } from './draw-far-cards.ts'
import { drawGhosts } from './draw-ghosts.ts'
import type { Steps } from './drawing-steps.ts'
import { drawBlockedLinks, drawFaintLinks, drawLitLinks } from './draw-links.ts'
import { isCardDrawn } from '../../analysis/picture/focus.ts'
import { drawFarLabels } from './far-labels.ts'
import { linksOn, type Box } from './link-picture.ts'
import type { MapPlaces } from './map-places.ts'
import type { MapLabels, MapScene } from './map-props.ts'
import type { Palette } from './palette.ts'

/** All that is drawn. */
export interface MapSubject {
  readonly scene: MapScene
  readonly labels: MapLabels
  readonly places: MapPlaces
}

/** What it is drawn with. */
export interface Brushes {
  readonly context: CanvasRenderingContext2D
  readonly palette: Palette
  readonly measure: MeasureText
  readonly hatch: CanvasPattern | null
  readonly gaps: CanvasPattern | null
  /** [enterprises] */
  readonly facts: readonly CardFacts[]
}

/** Below this zoom, and with more cards than this on screen, cards are plain rectangles. */
const FAR_ZOOM = 0.45
const FAR_CARDS = 400
/** Cards of one step. */
const CARDS = 24
const FAR_CARDS_PER_STEP = 300

/** Draws a part of the map on a context that stands in map units. */
export function* drawMap(subject: MapSubject, brushes: Brushes, screen: Box, zoom: number): Steps {
  const { context, palette, measure } = brushes
  const { scene, labels, places } = subject
  const bandTools = { context, scene, labels, palette, measure, zoom, screenTop: screen.top }
  drawBands(bandTools)
  const linkTools = { context, scene, picture: places.picture, palette, zoom }
  const { faint, lit } = linksOn(scene, places.picture, screen)
  yield
  yield* drawFaintLinks(linkTools, faint)
  yield* drawLitLinks(linkTools, lit)
  yield* drawCards(subject, brushes, rowsIn(scene, screen, places), zoom)
  drawBlockedLinks(linkTools)
  drawGhosts(linkTools, places)
  drawHeadings(bandTools)
}

function* drawCards(
  { scene, labels, places: { x, y } }: MapSubject,
  brushes: Brushes,
  rows: readonly number[],
  zoom: number,
): Steps {
  const { context, palette, facts } = brushes
  const waveEnd = lastDayOf(scene.wave)
  const holders = scene.lens === 'wave' ? holdersOf(scene) : null
  const tools: CardTools = { ...brushes, scene, labels, sizes: labelSizes(zoom), holders, waveEnd, zoom }
  const selected = scene.selected?.kind === 'enterprise' ? scene.selected.row : -1
  const isFar = zoom < FAR_ZOOM && rows.length > FAR_CARDS
  const perStep = isFar ? FAR_CARDS_PER_STEP : CARDS
  const order = upperLast(rows, scene, selected)
  for (let from = 0; from < order.length; from += perStep) {
    const some = order.slice(from, from + perStep)
    for (const row of some) {
      if (row === selected || scene.picked.has(row))
        drawRing(context, palette, facts[row]!.role, { x: x[row]!, y: y[row]! })
      if (!isFar) drawCard(tools, row, x[row]!, y[row]!)
    }
    if (isFar) drawFarCards(tools, some, x, y)
    yield
  }
  if (zoom < LABELS_FROM_ZOOM) drawFarLabels(tools, rows, x, y)
}

function rowsIn(scene: MapScene, screen: Box, { x, y }: MapPlaces): number[] {
  const rows: number[] = []
  for (let row = 0; row < x.length; row++) {
    const isInside =
      x[row]! > screen.left - CARD.width &&
      x[row]! < screen.right + CARD.width &&
      y[row]! > screen.top - GRID.row &&
      y[row]! < screen.bottom + GRID.row
    if (isInside && isCardDrawn(scene, row)) rows.push(row)
  }
  return rows
}

/** Cards that were dragged, and the selected one, over the others. */
function upperLast(rows: readonly number[], { index, moved }: MapScene, selected: number): readonly number[] {
  if (selected < 0 && Object.keys(moved).length === 0) return rows
  const isUpper = (row: number): boolean => row === selected || moved[index.enterpriseIds[row]!] !== undefined
  return [...rows.filter((row) => !isUpper(row)), ...rows.filter(isUpper)]
}
