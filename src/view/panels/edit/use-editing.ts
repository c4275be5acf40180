import { notifications } from '@mantine/notifications'
import { createElement, useMemo } from 'react'
import type { Problem } from '../../../model/problem.ts'
import { problemText } from '../../../i18n/problem-text.ts'
import { undo } from '../../../state/document.ts'
import { clearingStep, type Clearance } from '../../../state/actions/clearance.ts'
import { changeTable } from '../../../state/actions/change-table.ts'
import { removeRows } from '../../../state/actions/remove-rows.ts'
import { cellText, namesOf, type CellWords } from '../../../state/edits/cell-text.ts'
import { EDIT_FIELDS, type EditField } from '../../../state/edits/field-list.ts'
import { rowsOf, withEvidence, type CellEdit, type Row, type TableChange } from '../../../state/edits/table-change.ts'
import type { TableId } from '../../../state/sheets.ts'
import type { Stores } from '../../../state/stores.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import { tooLongWord } from '../../too-long.ts'

const OWN_FIELDS: ReadonlySet<string> = new Set(['text', 'created'])
/** Fields whose help is other than in a workbook. */
const HELPED: ReadonlySet<string> = new Set([...OWN_FIELDS, 'at', 'name', 'aliases'])

/** The ranges of the file's table of fields, which are signs: what each is in words, with its ends. */
const RANGES = [
  ['above', /^> (?<low>\d+), <= 1e15$/],
  ['least', /^>= (?<low>\d+), <= 1e15$/],
  ['between', /^(?<low>\d+)\.\.(?<high>\d+)$/],
  ['whole', /^(?<low>\d+), \d+, … (?<high>\d+)$/],
] as const

/** Anything else as it stands. */
function rangeWord(range: string, t: Translate): string {
  for (const [word, pattern] of RANGES) {
    const ends = pattern.exec(range)?.groups
    if (ends) return t(`edit.expected.${word}`, { low: ends.low ?? '', high: ends.high ?? '' })
  }
  return range
}

type Translate = ReturnType<typeof useWords>['t']

/** Of a longer text its beginning tells which one it is. */
const LONGEST_SAID = 60
const shortened = (text: string): string => (text.length > LONGEST_SAID ? `${text.slice(0, LONGEST_SAID)}…` : text)

/** Words of fields, of closed sets, and of what was expected. */
function editWordsOf(t: Translate) {
  const say = t as (key: string) => string
  const expectedWord = (expected: string): string => {
    const text = say(`edit.expected.${expected}`)
    if (!text.startsWith('edit.')) return text
    const kind = say(`problems.kinds.${expected}`)
    return kind.startsWith('problems.') ? rangeWord(expected, t) : kind
  }
  return {
    expectedWord,
    /** Why a text is not taken. */
    refusedWord: (text: string, expected: string): string => {
      const found = shortened(text)
      return tooLongWord(t, text) ?? t('edit.table.expected', { found, expected: expectedWord(expected) })
    },
    wordOf: (id: string): string => {
      const text = say(`edit.word.${id}`)
      if (!text.startsWith('edit.')) return text
      const cause = say(`words.cause.${id}`)
      return cause.startsWith('words.') ? id : cause
    },
    fieldWord: ({ name }: Pick<EditField, 'name'>): string => {
      const text = say(OWN_FIELDS.has(name) ? `edit.field.${name}` : `workbook.fields.${name}`)
      return text.includes('.fields.') ? name : text
    },
    /** The workbook speaks of ids and of TRUE; here names are chosen. */
    fieldHelp: ({ name, kind, choices, range, orAll }: EditField): string => {
      if (choices.length > 0) return ''
      if (kind === 'rows') return say(`edit.expected.${name}`)
      if (kind === 'reference') return say('edit.help.oneOf')
      if (kind === 'references') return say(orAll ? 'edit.help.allOrSome' : 'edit.help.some')
      const text = say(HELPED.has(name) ? `edit.help.${name}` : `workbook.meanings.${name}`)
      const help = text.includes('.meanings.') ? '' : text.replace(/^TRUE\s*[=＝]\s*/, '')
      return range === '' || /\d/.test(help) ? help : t('edit.help.ranged', { help, range: rangeWord(range, t) })
    },
  }
}

export function useEditWords() {
  const { t, language } = useWords()
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- words change with the language
  return useMemo(() => editWordsOf(t), [t, language])
}

/** Names of everything in the chain, for cells. */
export function useCellWords(): CellWords {
  const chain = useDocument((state) => state.chain)
  const { language } = useWords()
  const { wordOf } = useEditWords()
  return useMemo(() => ({ language, names: namesOf(chain, language), wordOf }), [chain, language, wordOf])
}

const NAMED_BY: Readonly<Record<TableId, readonly string[]>> = {
  enterprises: ['name'],
  supplies: ['from', 'to', 'product'],
  inputs: ['enterprise', 'product'],
  stages: ['name'],
  blocks: ['at', 'cause'],
  scenarios: ['name'],
  observations: ['enterprise', 'date'],
  notes: ['text'],
  sources: ['title'],
}

/** What a row is called in a step of the history. */
export function rowName(table: TableId, row: Row, words: CellWords): string {
  const shown = EDIT_FIELDS[table].filter(({ name }) => NAMED_BY[table].includes(name))
  const texts = shown.map((field) => cellText(row[field.name], field, words))
  if (table === 'supplies') return `${texts[0]} → ${texts[1]} (${texts[2]})`
  return texts.join(' · ').slice(0, 60)
}

interface Editor {
  readonly stores: Stores
  readonly words: CellWords
  readonly t: Translate
  readonly fieldWord: (field: EditField) => string
}

/** Edits with their names in words and what is said of them. */
export function useEditing() {
  const { t } = useWords()
  const { stores } = useApp()
  const words = useCellWords()
  const { fieldWord } = useEditWords()
  return useMemo(() => editsBy({ stores, words, t, fieldWord }), [stores, words, t, fieldWord])
}

/** The same outside of any part of the page. */
export function editingOf(stores: Stores, t: Translate) {
  const { language } = stores.session.getState()
  const { wordOf, fieldWord } = editWordsOf(t)
  const names = namesOf(stores.document.getState().chain, language)
  return editsBy({ stores, words: { language, names, wordOf }, t, fieldWord })
}

function editsBy(editor: Editor) {
  const { stores } = editor
  return {
    setCells: (table: TableId, field: EditField, cells: readonly CellEdit[]) =>
      setCells(editor, { table, field, cells }),
    saveRow: (change: TableChange, clearing?: Clearing) => saveRow(editor, change, clearing),
    paste: (change: TableChange, clearing?: Clearing) => {
      const values = { cells: String(change.cells.length), rows: String(change.rows.length) }
      const { change: whole, days } = cleared(editor, change, clearing)
      return isTaken(editor, changeTable(stores, { name: 'pasteRows', values }, whole, days))
    },
    remove: (table: TableId, positions: readonly number[]) => remove(editor, table, positions),
  }
}

const rowNow = ({ stores }: Editor, table: TableId, row: number): Row =>
  rowsOf(stores.document.getState().chain, table)[row]!

/** Says why an edit was refused. */
function isTaken({ t, words }: Editor, problems: readonly Problem[]): boolean {
  const first = problems[0]
  if (!first) return true
  const { what, place, detail, mend } = problemText(first, words.language)
  const reason = [what, place, detail, mend].filter(Boolean).join(' · ')
  notifications.show({
    color: 'orange',
    closeButtonProps: { 'aria-label': t('app.close') },
    message: t('edit.table.refused', { reason }),
  })
  return false
}

interface CellsOfField {
  readonly table: TableId
  readonly field: EditField
  readonly cells: readonly CellEdit[]
}

function setCells(editor: Editor, { table, field, cells }: CellsOfField): boolean {
  const [first] = cells
  if (!first) return true
  const { stores, words, fieldWord } = editor
  if (table === 'blocks' && field.name === 'state' && first.value === 'cleared') return askForEvidence(stores, cells)
  const shown = (value: unknown) => cellText(value, field, words) || '–'
  const row = rowNow(editor, table, first.row)
  const values = { field: fieldWord(field), count: String(cells.length), after: shown(first.value) }
  const step =
    cells.length === 1
      ? {
          name: 'changeCell',
          values: { ...values, thing: rowName(table, row, words), before: shown(row[field.name]) },
        }
      : { name: 'changeCells', values }
  return isTaken(editor, changeTable(stores, step, { table, cells, rows: [] }))
}

/** A block does not become cleared in passing: the work sheet's question comes first, and does the step. */
function askForEvidence(stores: Stores, cells: readonly CellEdit[]): true {
  const rows = stores.document.getState().chain.blocks ?? []
  stores.session.setState({ clearing: cells.flatMap(({ row }) => rows[row]?.id ?? []) })
  return true
}

/** Blocks that a change makes cleared, once their evidence has been asked for. */
export interface Clearing {
  readonly ids: readonly string[]
  readonly clearance: Clearance
  /** What they are called in the history. */
  readonly thing: string
}

function cleared({ stores, words }: Editor, change: TableChange, clearing: Clearing | undefined) {
  if (!clearing) return { change, days: undefined }
  const { ids, clearance } = clearing
  const typed = { text: clearance.evidence, language: words.language }
  return {
    change: withEvidence(stores.document.getState().chain, change, new Set(ids), typed),
    days: new Map(ids.map((id) => [id, clearance.on])),
  }
}

/** A form's fields, or a new row. */
function saveRow(editor: Editor, change: TableChange, clearing?: Clearing): readonly Problem[] {
  const [added] = change.rows
  const thing = rowName(change.table, added ?? rowNow(editor, change.table, change.cells[0]!.row), editor.words)
  const { change: whole, days } = cleared(editor, change, clearing)
  const step =
    clearing && !added
      ? clearingStep(clearing.clearance, clearing.thing)
      : { name: added ? 'addRow' : 'changeRow', values: { thing } }
  return changeTable(editor.stores, step, whole, days)
}

function remove(editor: Editor, table: TableId, positions: readonly number[]): boolean {
  const [first] = positions
  if (first === undefined) return false
  const { stores, words, t } = editor
  const rest = positions.length > 1 ? ` + ${positions.length - 1}` : ''
  const thing = `${rowName(table, rowNow(editor, table, first), words)}${rest}`
  const step = { name: 'removeRows', values: { thing } }
  if (!isTaken(editor, removeRows(stores, step, { table, positions: new Set(positions) }))) return false
  stores.session.setState({ selection: null })
  const takeBack = () => {
    undo(stores.document)
    notifications.hide(id)
  }
  const button = createElement('button', { key: 'undo', type: 'button', onClick: takeBack }, t('edit.table.undo'))
  const id = notifications.show({
    closeButtonProps: { 'aria-label': t('app.close') },
    message: createElement('span', null, t('edit.table.removed', { thing }), ' · ', button),
  })
  return true
}
