import type { IsoDate } from '../../model/chain.ts'
import { BLOCK_CAUSES, type BlockCauseId } from '../../model/block-causes.ts'
import type { ColumnFieldId } from '../../model/bring.ts'
import { LIMITS } from '../limits.ts'
import { excerpt } from '../problem-list.ts'
import { areAlike, identityCode, storedCode } from './enterprise-names.ts'
import { isSame } from './incoming.ts'
import { causesOf, isDifficulty, isNotGiven, roleOf, severityStepOf } from './read-cell.ts'
import { NOT_NEGATIVE, SHARE, type RowPlace, type TableRow } from './table-row.ts'
import type { Tables } from './tables.ts'

/** One row of a white list: an enterprise, and where it says so an observation and blocks. */
export function readEnterpriseRow(row: TableRow, tables: Tables): void {
  const name = row.text('name')
  const code = identityCode(row.text('code'))
  const wished = row.text('id')
  if (name === '' && code === '' && wished === '') {
    row.sayMissing('name')
    return
  }
  const fields = enterpriseFields(row)
  const observed = observationOf(row, tables.date)
  const remarks = row.all('remark').map(({ heading, text }) => `${heading}：${text}`)
  const blocks = blocksOf(row, remarks)
  checkLength(row, 'remark', remarks.join('\n'))
  if (row.isRefused) return
  const { id, isNew } = tables.names.idOf(name, code, wished)
  if (isAnotherName(row, id, tables)) return
  const before = observed && tables.observations.get(observationKey(id, observed.date))
  const tellsMore = observed !== null && !(before && isSame(before.row, { enterprise: id, ...observed }))
  const draft = { id, isNew, name: name || wished || code, fields, tellsMore }
  if (addEnterprise(row, draft, tables) === 'refused') return
  if (observed !== null) addObservation(row, { enterprise: id, ...observed }, tables)
  blocks.forEach((block) => addBlock(row, id, block, tables))
  if (blocks.length === 0 && remarks.length > 0) addNote(row, id, remarks, tables)
}

/** One code under two names in one table that do not even look alike: one of the two rows has a wrong code. */
function isAnotherName(row: TableRow, id: string, tables: Tables): boolean {
  const name = row.text('name')
  const first = tables.enterprises.get(id)
  const firstName = first?.isImplied === false ? first.tableRow.text('name') : ''
  if (name === '' || firstName === '' || areAlike(name, firstName) || tables.names.isDecided(name)) return false
  const found = `${row.text('code')}: ${excerpt(firstName)} (${first!.place.row}), ${excerpt(name)}`
  row.say('code', { code: 'DUP_ID', severity: 'error', found, expected: 'otherCode' })
  return true
}

/** Cells that are each short enough may be too long as the one text that is made of them. */
function checkLength(row: TableRow, field: ColumnFieldId, text: string): void {
  if (text.length <= LIMITS.textCharacters) return
  const characters = Array.from(text).length
  if (characters <= LIMITS.textCharacters) return
  row.say(field, {
    code: 'LIMIT',
    severity: 'error',
    found: String(characters),
    expected: `<= ${LIMITS.textCharacters}`,
  })
}

type Fields = Readonly<Record<string, unknown>>

/** What is given; a field whose cell is empty is left out, so that it changes nothing. */
function given(fields: Readonly<Record<string, unknown>>): Fields {
  const kept: Record<string, unknown> = {}
  for (const field in fields) if (fields[field] !== undefined && fields[field] !== '') kept[field] = fields[field]
  return kept
}

function enterpriseFields(row: TableRow): Fields {
  const aliases = row.text('aliases').split(/[;；、,，]/).map((each) => each.trim()).filter((each) => each !== '') // prettier-ignore
  const region = row.text('region') || [row.text('province'), row.text('city')].filter((each) => each !== '').join('')
  checkLength(row, row.text('province') === '' ? 'region' : 'province', region)
  const roleText = row.text('role')
  const role = roleText === '' ? null : roleOf(roleText, row.heading('role'))
  if (roleText !== '' && role === null) {
    row.say('role', {
      code: 'SCHEMA',
      severity: 'warning',
      found: excerpt(roleText),
      expected: 'roleWord',
    })
  }
  return given({
    code: storedCode(row.text('code')),
    aliases: aliases.length > 0 ? aliases : undefined,
    role: role ?? undefined,
    stage: row.text('stage'),
    region,
    industry: row.text('industry'),
    foreign: row.flag('foreign'),
    finalDemand: row.money('finalDemand', NOT_NEGATIVE),
    spareCapacity: row.share('spareCapacity', NOT_NEGATIVE),
  })
}

function observationOf(row: TableRow, standard: IsoDate | null): (Fields & { readonly date: IsoDate }) | null {
  const rates = given({
    operatingRate: row.share('operatingRate', SHARE),
    staffReturn: row.share('staffReturn', SHARE),
    outputRecovery: row.share('outputRecovery', NOT_NEGATIVE),
  })
  const date = row.day('date') ?? standard
  if (Object.keys(rates).length === 0) return null
  if (date !== null) return { date, ...rates }
  if (row.text('date') !== '') return null // said already
  row.say('date', { code: 'NO_DATE', severity: 'warning', found: 'nothing', expected: 'YYYY-MM-DD' })
  return null
}

interface BlockDraft {
  readonly cause: BlockCauseId
  readonly fields: Fields
}

/** @param remarks what the table says and no field of the chain holds: it stays with the block */
function blocksOf(row: TableRow, remarks: readonly string[]): readonly BlockDraft[] {
  const kind = row.text('cause')
  const difficulty = row.text('difficulty')
  if (!isDifficulty(kind) && !isDifficulty(difficulty)) return []
  const causes = isDifficulty(kind) ? causesOf(kind) : causesOf(difficulty)
  const named = causes.length > 0 ? causes : causesOf(difficulty)
  if (named.length === 0) {
    const found = excerpt(isDifficulty(kind) ? kind : difficulty)
    row.say(isDifficulty(kind) ? 'cause' : 'difficulty', { code: 'NO_CAUSE', severity: 'warning', found })
    return []
  }
  const due = row.dayIfOne('due')
  const note = [...(isDifficulty(difficulty) ? [difficulty] : []), ...remarks, ...(due ? [] : dueInWords(row))].join(
    '\n',
  )
  checkLength(row, 'difficulty', note)
  const fields = given({
    severity: severityOf(row),
    since: row.day('since'),
    note,
    measure: row.text('measure'),
    owner: row.text('owner'),
    department: row.text('department'),
    due,
  })
  return named.map((cause) => ({ cause, fields }))
}

/** A due date is often no date, such as `尽快`: it stays with the block in words, and is said. */
function dueInWords(row: TableRow): readonly string[] {
  const text = row.text('due')
  if (text === '' || isNotGiven(text)) return []
  row.say('due', { code: 'DUE_WORDS', severity: 'warning', found: excerpt(text) })
  return [`${row.heading('due')}：${text}`]
}

/** As it is said; else what is missing of the operating rate; else unknown, and said. */
function severityOf(row: TableRow): unknown {
  const text = row.text('severity')
  if (text !== '') return severityStepOf(text) ?? row.share('severity', SHARE)
  const rate = row.text('operatingRate') === '' ? undefined : row.share('operatingRate', SHARE)
  if (rate !== undefined) return Number((1 - rate).toPrecision(12))
  row.say('severity', { code: 'NO_SEVERITY', severity: 'warning', found: 'nothing', expected: SHARE.text })
  return { low: 0, high: 1 }
}

interface EnterpriseDraft {
  readonly id: string
  readonly isNew: boolean
  readonly name: string
  readonly fields: Fields
  /** Of a day of which something else or nothing was told: so do all rows of a table of days. */
  readonly tellsMore: boolean
}

/** The row alone in the same table; else with the sheet or the file in which it stands. */
function placeSeenFrom(here: RowPlace, { file, sheet, row }: RowPlace): string {
  const other = file === here.file ? (sheet === here.sheet ? undefined : sheet) : file
  return other === undefined ? String(row) : `${other}!${row}`
}

const observationKey = (enterprise: string, date: string): string => JSON.stringify([enterprise, date])

/** A second row of an enterprise may add blocks and days; one that says something else of the enterprise is refused. */
function addEnterprise(
  row: TableRow,
  { id, isNew, name, fields, tellsMore }: EnterpriseDraft,
  tables: Tables,
): 'added' | 'refused' {
  const known = tables.enterprises.get(id)
  const incoming = isNew ? { id, name, ...fields } : { id, ...fields }
  if (!known || known.isImplied) {
    tables.enterprises.set(id, { row: incoming, place: row.place, isNew, isImplied: false, tableRow: row })
    return 'added'
  }
  const names = Object.keys(fields)
  const isEqual = names.every((field) => isSame(known.row[field], fields[field]) || !(field in known.row))
  const found = `${excerpt(name)} (${placeSeenFrom(row.place, known.place)})`
  if (!isEqual || !tellsMore)
    row.say('name', { code: 'DUP_ID', severity: isEqual ? 'warning' : 'error', found, expected: 'otherName' })
  if (!isEqual) return 'refused'
  const isMore = names.some((field) => !(field in known.row))
  if (isMore) tables.enterprises.set(id, { ...known, row: { ...known.row, ...fields } })
  return 'added'
}

function addObservation(
  row: TableRow,
  observation: Fields & { readonly enterprise: string; readonly date: string },
  tables: Tables,
): void {
  const key = observationKey(observation.enterprise, observation.date)
  const known = tables.observations.get(key)
  if (known && !isSame(known.row, observation)) {
    row.say('date', {
      code: 'DUP_ID',
      severity: 'error',
      found: `${observation.enterprise}: ${observation.date}`,
      expected: 'otherDay',
    })
    return
  }
  tables.observations.set(key, { row: observation, place: row.place, tableRow: row })
}

function addBlock(row: TableRow, enterprise: string, { cause, fields }: BlockDraft, tables: Tables): void {
  const at = (BLOCK_CAUSES[cause].actsOn as readonly string[]).includes('enterprise')
    ? { enterprise }
    : { market: enterprise }
  const content = JSON.stringify([at, cause, fields])
  if (tables.blockRows.has(content)) return
  tables.blockRows.add(content)
  const id = tables.blockId(`${enterprise}:${cause}`)
  tables.blocks.set(id, { row: { id, at, cause, ...fields }, place: row.place, tableRow: row })
}

/** What is said of an enterprise without a difficulty is pinned to it. */
function addNote(row: TableRow, enterprise: string, remarks: readonly string[], tables: Tables): void {
  const text = remarks.join('\n')
  const created = row.day('date') ?? tables.date
  const content = JSON.stringify([enterprise, text])
  if (tables.blockRows.has(content)) return
  tables.blockRows.add(content)
  const id = tables.noteId(`${enterprise}:note`)
  const note = { id, at: { enterprise }, text, ...(created === null ? {} : { created }) }
  tables.notes.set(id, { row: note, place: row.place, tableRow: row })
}
