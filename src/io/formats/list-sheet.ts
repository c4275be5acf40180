import {
  differencesOf,
  membersOf,
  versionBefore,
  versionOn,
  type ListDifference,
} from '../../analysis/lists/list-versions.ts'
import { byId } from '../../model/by-id.ts'
import type { Chain, ChainList, Enterprise, IsoDate } from '../../model/chain.ts'
import { localPart } from '../../model/local-part.ts'
import { textIn, type Language } from '../../model/local-text.ts'
import type { ListColumn, SheetWords, WrittenSheet } from './sheet-types.ts'

export interface ListSheetOptions {
  readonly language: Language
  readonly words: SheetWords
  /** Date of the version. */
  readonly date: IsoDate
}

interface Shown extends ListSheetOptions {
  readonly list: ChainList
  readonly byId: ReadonlyMap<string, Enterprise>
  readonly stages: ReadonlyMap<string, string>
  readonly differences: ReadonlyMap<string, ListDifference>
}

const MEMBER_COLUMNS = [
  'id', 'name', 'code', 'role', 'stage', 'region', 'industry', 'foreign', 'listDate', 'change', 'reason',
] as const satisfies readonly ListColumn[] // prettier-ignore
const CHANGE_COLUMNS = ['change', 'id', 'name', 'before', 'after', 'reason'] as const satisfies readonly ListColumn[]

/** The members of a version, with the headings of a white list, so that it can be brought in again. @throws Error when there is no version of that date */
export function listSheet(chain: Chain, options: ListSheetOptions): WrittenSheet {
  const shown = shownList(chain, options)
  return sheetOf('list', MEMBER_COLUMNS, shown, memberRows(shown))
}

/** Members, and who joined, left or changed role since the version before. */
export function listSheets(chain: Chain, options: ListSheetOptions): readonly WrittenSheet[] {
  const shown = shownList(chain, options)
  return [
    sheetOf('list', MEMBER_COLUMNS, shown, memberRows(shown)),
    sheetOf('changes', CHANGE_COLUMNS, shown, changeRows(shown)),
  ]
}

function shownList(chain: Chain, options: ListSheetOptions): Shown {
  const version = versionOn(chain, options.date)
  if (!version) throw new Error(`expected a version of the list of ${options.date}, got none`)
  const before = versionBefore(chain, version)
  const differences = before ? differencesOf(before.list, version.list) : []
  return {
    ...options,
    list: version.list,
    byId: byId(chain.enterprises),
    stages: new Map(chain.stages.map(({ id, name }) => [id, textIn(name, options.language)])),
    differences: new Map(differences.map((each) => [each.enterprise, each])),
  }
}

function sheetOf(
  id: 'list' | 'changes',
  columns: readonly ListColumn[],
  { words, date }: Shown,
  rows: WrittenSheet['rows'],
): WrittenSheet {
  return {
    id,
    title: `${words.list.titles[id]} ${date}`,
    columns: columns.map((name) => ({ heading: words.list.columns[name], field: '', kind: 'text' })),
    rows,
  }
}

type Cells = Readonly<Partial<Record<ListColumn, string | null>>>

const rowsOf = (columns: readonly ListColumn[], cells: readonly Cells[]): WrittenSheet['rows'] =>
  cells.map((row) => columns.map((name) => row[name] ?? null))

function memberRows(shown: Shown): WrittenSheet['rows'] {
  const { list, byId, stages, language, words, date, differences } = shown
  const roles = membersOf(list)
  const ids = [...new Set([...list.leading, ...list.core])]
  const cells = ids.map((id): Cells => {
    const { name, code, stage, region, industry, foreign } = byId.get(id)!
    return {
      id,
      name: textIn(name, language),
      code: code ?? null,
      role: words.list.roles[roles.get(id)!],
      stage: stages.get(stage) ?? stage,
      region: localPart(region ?? '', language) || null,
      industry: localPart(industry ?? '', language) || null,
      foreign: foreign === undefined ? null : words.list.flags[foreign ? 'yes' : 'no'],
      listDate: date,
      ...changeCells(shown, differences.get(id)),
    }
  })
  return rowsOf(MEMBER_COLUMNS, cells)
}

function changeRows(shown: Shown): WrittenSheet['rows'] {
  const { byId, language, words, differences } = shown
  const role = (of: ListDifference['from']) => (of === null ? null : words.list.roles[of])
  const cells = [...differences.values()].map((difference): Cells => ({
    id: difference.enterprise,
    name: textIn(byId.get(difference.enterprise)?.name, language),
    before: role(difference.from),
    after: role(difference.to),
    ...changeCells(shown, difference),
  }))
  return rowsOf(CHANGE_COLUMNS, cells)
}

function changeCells({ words, language }: Shown, difference: ListDifference | undefined): Cells {
  if (!difference) return {}
  const { kind, reason } = difference
  return { change: words.list.kinds[kind], reason: reason === null ? null : textIn(reason, language) }
}
