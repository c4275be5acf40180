/** Colours and letters on paper: the light theme of the page, because paper is white. */
export const PAPER = {
  ground: '#ffffff',
  line: '#d9dde3',
  ink: '#17202b',
  ink2: '#4c5866',
  ink3: '#66717f',
  accent: '#0a5fb8',
  run: '#a8d6ca',
  card: '#ffffff',
  warm: '#a8440a',
  warmGround: '#fdf1e7',
  warmFill: '#f9d3b4',
  hatch: '#7c8794',
  band: '#eceff3',
  link: '#c3cbd5',
  linkCore: '#8d99a8',
  better: '#0072b2',
  worse: '#d55e00',
  wave0: '#dbeafb',
  wave1: '#1d6fc4',
} as const

export const FONTS = "Inter, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u
const NARROW = /[ .,:;'|!()[\]ijlIft\-·]/
const BROAD = /[MWmw@%—…→←]/

/**
 * Width of a text in picture units, on the safe side, with no canvas at hand: Chinese signs take the whole letter height, Latin ones
 * about a half.
 */
export function widthOf(text: string, size: number, isBold: boolean): number {
  let em = 0
  for (const sign of text) {
    if (WIDE.test(sign)) em += 1
    else if (NARROW.test(sign)) em += 0.33
    else if (BROAD.test(sign)) em += 0.9
    else if (/[A-Z]/.test(sign)) em += 0.68
    else em += 0.57
  }
  return em * size * (isBold ? 1.05 : 1)
}

/** The text cut to a width, with an ellipsis where it was too long. */
export function cutTo(text: string, width: number, size: number, isBold = false): string {
  if (widthOf(text, size, isBold) <= width) return text
  let signs = Array.from(text)
  while (signs.length > 1 && widthOf(`${signs.join('')}…`, size, isBold) > width) signs = signs.slice(0, -1)
  return `${signs.join('').trimEnd()}…`
}

/** A text in lines of at most `width`; Latin words stay whole, Chinese breaks anywhere. */
export function linesOf(text: string, width: number, size: number, isBold = false): string[] {
  const parts = text.match(/[\x21-\x7e]+\s?|[^\x21-\x7e]/gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const part of parts) {
    if (line !== '' && widthOf(line + part.trimEnd(), size, isBold) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += part
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}
