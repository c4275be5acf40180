/** Rows of a comma-separated table as records by heading. Quotes may hold commas and doubled quotes. */
export function parseCsv(text: string): Record<string, string>[] {
  const [heading, ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(cellsOf)
  if (!heading) throw new Error('expected a heading, got an empty table')
  return rows.map((row) => {
    if (row.length !== heading.length) {
      throw new Error(`expected ${heading.length} cells, got ${row.length}: ${row.join(' | ')}`)
    }
    return Object.fromEntries(heading.map((name, column) => [name, row[column]!]))
  })
}

function cellsOf(line: string): string[] {
  const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []
  // The pattern also finds the empty end of a line that does not end in a comma.
  const kept = line.endsWith(',') ? cells : cells.slice(0, -1)
  return kept.map((cell) =>
    cell
      .replace(/,$/, '')
      .replace(/^"([\s\S]*)"$/, '$1')
      .replaceAll('""', '"'),
  )
}
