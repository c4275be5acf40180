import { GRID } from '../../analysis/layout/tier-layout.ts'
import { textIn } from '../../model/local-text.ts'
import { fontOf } from './draw-cards.ts'
import type { MapScene } from './map-props.ts'
import type { Palette } from './palette.ts'

/** Headings stay readable from afar: never smaller than this on the screen, pixels. */
const SMALLEST = 11
const HEADING = 13
const COUNT = 11

/** The faint band of each tier, its heading and how many enterprises stand in it. */
export function drawBands(context: CanvasRenderingContext2D, scene: MapScene, palette: Palette, zoom: number): void {
  const { layout, chain, language } = scene
  const names = new Map(chain.stages.map((stage) => [stage.id, textIn(stage.name, language)]))
  const size = Math.max(HEADING, Math.min(SMALLEST / zoom, 40))
  for (const band of layout.bands) {
    context.fillStyle = palette.band
    context.beginPath()
    context.roundRect(band.x, 4, band.width, layout.height - 8, 8)
    context.fill()
    const count = language === 'zh' ? `${band.count} 家` : String(band.count)
    context.textBaseline = 'middle'
    context.textAlign = 'right'
    context.font = fontOf((COUNT / HEADING) * size, false)
    context.fillStyle = palette.ink2
    const y = 4 + GRID.heading / 2 - 2
    const countWidth = context.measureText(count).width
    context.fillText(count, band.x + band.width - 10, y)
    context.textAlign = 'left'
    context.font = fontOf(size, true)
    context.fillStyle = palette.ink
    context.fillText(
      shortened(context, headingOf(band.stageIds, names, language), band.width - countWidth - 26),
      band.x + 10,
      y,
    )
  }
}

/** Names of the tier's stages, joined; shortened to what fits. */
function headingOf(stageIds: readonly string[], names: ReadonlyMap<string, string>, language: string): string {
  return stageIds.map((id) => names.get(id) ?? id).join(language === 'zh' ? '、' : ', ')
}

function shortened(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text
  let cut = [...text]
  while (cut.length > 1 && context.measureText(`${cut.join('')}…`).width > width) cut = cut.slice(0, -1)
  return `${cut.join('')}…`
}
