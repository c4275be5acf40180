/** Tables for a terminal: columns line up also where Chinese characters, two cells wide, stand among Latin ones. */
export interface TextColumn {
  readonly heading: string
  readonly align: 'left' | 'right'
}

export function textTable(columns: readonly TextColumn[], given: readonly (readonly string[])[]): string {
  const rows = given.map((row) => row.map(onOneLine))
  const widths = columns.map(({ heading }) => cellsOf(heading))
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column]!, cellsOf(cell))))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => padded(cell, widths[column]!, columns[column]!.align))
      .join('  ')
      .trimEnd()
  return [line(columns.map(({ heading }) => heading)), ...rows.map(line)].join('\n') + '\n'
}

/** A name may have line breaks in it, which would break the row. */
const onOneLine = (cell: string): string => (/[\r\n]/.test(cell) ? cell.replace(/\s*[\r\n]\s*/g, ' ') : cell)

function padded(text: string, width: number, align: TextColumn['align']): string {
  const space = ' '.repeat(Math.max(0, width - cellsOf(text)))
  return align === 'left' ? text + space : space + text
}

/** East Asian wide and fullwidth characters, and emoji: the ranges a terminal draws two cells wide. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

function cellsOf(text: string): number {
  let cells = 0
  for (const character of text) cells += WIDE.test(character) ? 2 : 1
  return cells
}

export const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)}%`)

/** Four significant digits, without an exponent where it can be avoided. */
export const amount = (value: number): string => String(Number(value.toPrecision(4)))
