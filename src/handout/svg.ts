import { xmlText } from '../io/formats/xml-writer.ts'
import type { Mark, PathStep, Picture } from './picture/marks.ts'
import { FONTS, PAPER } from './picture/paper.ts'

/** What XML cannot hold, not even as a number: control signs and halves of a sign. */
const NOT_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

/** A text without what no XML file can hold. */
export const cleanText = (text: string): string => text.replace(NOT_XML, '\ufffd')

/** A text as it may stand in XML and HTML. */
export const escapeXml = (text: string): string => xmlText(cleanText(text))

/** Two decimals are a hundredth of a pixel. */
const number = (value: number): string => String(Math.round(value * 100) / 100)

const pathData = (path: readonly PathStep[]): string =>
  path.map(([command, ...numbers]) => command + numbers.map(number).join(' ')).join('')

/**
 * A picture as an SVG file: real text, no outside reference, no script, no raster.
 * @param size width on paper or screen, e.g. `297mm`; absent = the picture's own units as pixels
 */
export function svgOf(picture: Picture, size?: { readonly width: string; readonly height: string }): string {
  const { width, height, title, description, window } = picture
  const { x, y, ...part } = window ?? { x: 0, y: 0, width, height }
  const place = [x, y, part.width, part.height].map(number).join(' ')
  const box = `viewBox="${place}"${window ? ' preserveAspectRatio="xMidYMin meet"' : ''}`
  const extent = size ?? { width: number(width), height: number(height) }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${box} width="${extent.width}" height="${extent.height}" role="img" font-family="${escapeXml(FONTS)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    `<rect width="${number(width)}" height="${number(height)}" fill="${PAPER.ground}"/>`,
    ...picture.marks.map(markText),
    '</svg>\n',
  ].join('\n')
}

function markText(mark: Mark): string {
  if (mark.kind === 'text') {
    const { x, y, size, color, anchor, isBold, text, opacity } = mark
    const weight = isBold ? ' font-weight="600"' : ''
    const start = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
    const pale = opacity === undefined ? '' : ` opacity="${number(opacity)}"`
    return `<text x="${number(x)}" y="${number(y)}" font-size="${number(size)}" fill="${color}"${weight}${start}${pale}>${escapeXml(text)}</text>`
  }
  const { path, fill = 'none', stroke, width, dash, opacity } = mark
  const line = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${number(width ?? 1)}"`
  const dashes = dash ? ` stroke-dasharray="${dash.map(number).join(' ')}"` : ''
  const faint = opacity === undefined ? '' : ` opacity="${number(opacity)}"`
  return `<path d="${pathData(path)}" fill="${fill}"${line}${dashes}${faint}/>`
}
