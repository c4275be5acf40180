/** A cell as text of a CSV file; what a spreadsheet would take for a formula is kept a text. */
function cell(value: string | number): string {
  const text = String(value)
  const guarded = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && typeof value === 'string' ? `'${text}` : text
  return /[",\n\r]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** Hands a table to the browser as a CSV file in UTF-8 with a mark, so that spreadsheets read Chinese. */
export function saveText(name: string, rows: readonly (readonly (string | number)[])[]): void {
  const text = rows.map((row) => row.map(cell).join(',')).join('\r\n')
  const url = URL.createObjectURL(new Blob(['\uFEFF', text, '\r\n'], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
