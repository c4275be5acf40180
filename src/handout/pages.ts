import type { Language } from '../model/local-text.ts'
import type { PaperSize } from '../model/handout-formats.ts'
import { Html, html, htmlPage } from './html.ts'
import type { Picture } from './picture/marks.ts'
import { svgOf } from './svg.ts'

/** Landscape, millimetres. */
export const SHEETS = { a4: { width: 297, height: 210 }, a3: { width: 420, height: 297 } } as const
export const MARGIN = 8

/** The picture laid out on one A4 or A3 sheet. Printed from a browser, to paper or PDF; the texts stay texts. */
export function pagesOf(
  picture: Picture,
  { paper = 'a4', language }: { readonly paper?: Exclude<PaperSize, 'poster'>; readonly language: Language },
): string {
  const sheet = paper === 'a3' ? SHEETS.a3 : SHEETS.a4
  const room = { width: sheet.width - 2 * MARGIN, height: sheet.height - 2 * MARGIN }
  return htmlPage({ language, title: picture.title, style: styleOf(sheet), body: [wholePage(picture, room)] })
}

interface Extent {
  readonly width: number
  readonly height: number
}

export const styleOf = ({ width, height }: Extent): string => `
@page { size: ${width}mm ${height}mm; margin: ${MARGIN}mm; }
body { margin: 0; }
.sheet { position: relative; overflow: hidden; width: ${width - 2 * MARGIN}mm; height: ${height - 2 * MARGIN - 0.5}mm; break-after: page; }
.sheet:last-child { break-after: auto; }
.sheet svg { position: absolute; display: block; }
@media screen { body { background: #888; } .sheet { background: #fff; margin: 6mm auto; box-shadow: 0 1mm 4mm rgb(0 0 0 / 30%); padding: 0; } }
`

function wholePage(picture: Picture, room: Extent): Html {
  const scale = Math.min(room.width / picture.width, room.height / picture.height)
  return sheetOf(picture, scale, { left: (room.width - picture.width * scale) / 2, top: 0 })
}

/** @param scale millimetres per unit of the picture */
function sheetOf(picture: Picture, scale: number, { left, top }: { left: number; top: number }): Html {
  const size = { width: `${millimetres(picture.width * scale)}mm`, height: `${millimetres(picture.height * scale)}mm` }
  const place = `<svg style="left:${millimetres(left)}mm;top:${millimetres(top)}mm" `
  return html('div', { class: 'sheet' }, new Html(svgOf(picture, size).replace('<svg ', () => place)))
}

export const millimetres = (value: number): number => Math.round(value * 1000) / 1000
