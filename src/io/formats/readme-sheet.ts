import type { Chain } from '../../model/chain.ts'
import { shownText } from './chain-graph.ts'
import type { SheetOptions, WrittenSheet } from './sheet-types.ts'

/** What the workbook holds, what each field means and in which unit, how it is read back. */
export function readmeSheet(
  chain: Chain,
  sheets: readonly WrittenSheet[],
  { language, words }: SheetOptions,
): WrittenSheet {
  const { readme } = words
  const blank = [null, null, null, null]
  const hasOnlyDays = sheets.some(({ id }) => id === 'days') && !sheets.some(({ id }) => id === 'results')
  const notes = hasOnlyDays ? [readme.levelsLeftOut] : []
  const title = shownText(chain.name, language)
  const fields = sheets.flatMap(({ title, columns }) =>
    columns
      .filter(({ field }) => field !== '' && !/^#(?!results|days)/.test(field) && !/^#results\.\d/.test(field))
      .map(({ field, heading }) => [title, field.replace('#', ''), heading, meaningOf(field, words.meanings)]),
  )
  return {
    id: 'readme',
    title: words.sheets.readme,
    columns: ['sheet', 'field', 'heading', 'meaning'].map((name) => {
      return { heading: readme[name as 'sheet'], field: '', kind: 'text' }
    }),
    rows: [
      [title, null, chain.updated ?? null, null],
      ...[...readme.lines, ...notes].map((line) => [line, null, null, null]),
      blank,
      ...sheets.map(({ title, rows }) => [title, null, `${readme.rows} ${rows.length}`, null]),
      blank,
      ...fields,
    ],
  }
}

/** `enterprises.name.zh` means what `name` means. */
function meaningOf(field: string, meanings: Readonly<Record<string, string>>): string | null {
  const [, name = ''] = field.split('.')
  return meanings[name] ?? null
}
