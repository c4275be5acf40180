import type { Band, StageHeading } from '../../analysis/layout/tier-layout.ts'
import { GRID } from '../../analysis/layout/grid.ts'
import { textIn } from '../../model/local-text.ts'
import { LABELS_FROM_ZOOM, fontOf } from './card-style.ts'
import type { MeasureText } from '../../analysis/picture/card-label.ts'
import type { MapLabels, MapScene } from './map-props.ts'
import type { Palette } from './palette.ts'

/** Headings of columns stay readable from afar: never smaller than this on the screen, pixels. */
const SMALLEST = 11
const HEADING = 13
const COUNT = 11
/** Stage names: letters in map units, on the screen, and the most that their line has room for. */
const STAGE = { least: 9.5, screen: 9, most: 13 } as const
const TOP = 8

export interface BandTools {
  readonly context: CanvasRenderingContext2D
  readonly scene: MapScene
  readonly labels: MapLabels
  readonly palette: Palette
  readonly measure: MeasureText
  /** Screen pixels per map unit. */
  readonly zoom: number
  /** Upper edge of the screen, map units. */
  readonly screenTop: number
}

/** The faint band of each tier; from near also the headings of the stages inside. */
export function drawBands(tools: BandTools): void {
  const { context, scene, palette, zoom } = tools
  const names = new Map(scene.chain.stages.map((stage) => [stage.id, textIn(stage.name, scene.language)]))
  for (const band of scene.layout.bands) {
    context.fillStyle = palette.band
    context.beginPath()
    context.roundRect(band.x, TOP, band.width, scene.layout.bottom - TOP, 10)
    context.fill()
    if (zoom >= LABELS_FROM_ZOOM) for (const heading of band.headings) drawStage(tools, heading, names)
  }
}

/** Heading of each tier and how many enterprises stand in it; it stays at the upper edge when the map is moved up. */
export function drawHeadings(tools: BandTools): void {
  const { context, scene, palette, screenTop } = tools
  const names = new Map(scene.chain.stages.map((stage) => [stage.id, textIn(stage.name, scene.language)]))
  scene.layout.bands.forEach((band, at) => {
    const top = Math.max(TOP, Math.min(screenTop, scene.layout.bottom - GRID.heading))
    if (top > TOP) {
      context.globalAlpha = 0.92
      context.fillStyle = palette.band
      context.fillRect(band.x, top, band.width, GRID.heading - TOP)
      context.globalAlpha = 1
    }
    drawHeading(tools, band, at, { names, top })
  })
}

interface HeadingPlace {
  /** [stages] names by id. */
  readonly names: ReadonlyMap<string, string>
  readonly top: number
}

function drawHeading(tools: BandTools, band: Band, at: number, { names, top }: HeadingPlace): void {
  const { context, labels, palette, measure, zoom } = tools
  const y = top + (GRID.heading - TOP) / 2 + 1
  const right = band.x + band.width - GRID.bandPadding
  const left = band.x + GRID.bandPadding
  const title =
    band.stageIds.length === 1 ? (names.get(band.stageIds[0]!) ?? band.stageIds[0]!) : labels.tier(band.tier)
  context.textBaseline = 'middle'
  const largest = Math.max(HEADING, Math.min(SMALLEST / zoom, 28))
  const wanted = measure(title, largest, true) + measure(labels.count(band.count), largest, false) + 8
  const size = Math.max(largest * 0.78, Math.min(largest, (largest * (right - left)) / wanted))
  const countSize = (COUNT / HEADING) * size
  const titleWidth = measure(title, size, true)
  const side = sideOf(tools, at)
  const count = labels.count(band.count)
  const long = side === '' ? count : `${side} · ${count}`
  const room = right - left - titleWidth - 10
  const label = measure(long, countSize, false) <= room ? long : count
  context.textAlign = 'right'
  context.font = fontOf(countSize, false)
  context.fillStyle = palette.ink2
  const labelWidth = measure(label, countSize, false)
  // Where both do not fit, the whole name comes before the count.
  const isNameCut = titleWidth > right - left - labelWidth - 8
  const hasRoom = labelWidth <= right - left - 40 && !(isNameCut && titleWidth <= right - left)
  if (hasRoom) context.fillText(label, right, y + 0.5)
  context.textAlign = 'left'
  context.font = fontOf(size, true)
  context.fillStyle = palette.ink
  context.fillText(shortened(title, right - left - (hasRoom ? labelWidth + 8 : 0), size, measure), left, y)
}

/** Upstream over the first column, downstream over the last. */
function sideOf({ scene: { layout }, labels }: BandTools, at: number): string {
  if (layout.bands.length < 2) return ''
  return at === 0 ? labels.upstream : at === layout.bands.length - 1 ? labels.downstream : ''
}

function drawStage(tools: BandTools, heading: StageHeading, names: ReadonlyMap<string, string>): void {
  const { context, palette, measure, zoom } = tools
  const size = Math.max(STAGE.least, Math.min(STAGE.most, STAGE.screen / zoom))
  context.font = fontOf(size, false)
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.fillStyle = palette.ink2
  const name = names.get(heading.stageId) ?? heading.stageId
  context.fillText(shortened(name, heading.width, size, measure), heading.x + 1, heading.y + GRID.stage / 2 + 1)
}

function shortened(text: string, width: number, size: number, measure: MeasureText): string {
  if (measure(text, size, true) <= width) return text
  let cut = Array.from(text)
  while (cut.length > 1 && measure(`${cut.join('')}…`, size, true) > width) cut = cut.slice(0, -1)
  return `${cut.join('').trimEnd()}…`
}
