import type { Draft } from 'mutative'
import {
  membersByRole,
  membersOf,
  newestList,
  versionBefore,
  versionOn,
  versionsOf,
  withMember,
  withReason,
  type ListRole,
} from '../../analysis/lists/list-versions.ts'
import { importsOf } from '../../io/bring/import-record.ts'
import type { Chain, ChainList, IsoDate } from '../../model/chain.ts'
import { dayNumber, isoDate } from '../../model/dates.ts'
import { textIn, type LocalText } from '../../model/local-text.ts'
import { editDocument } from '../document.ts'
import { enterpriseById } from '../selectors.ts'
import type { Stores } from '../stores.ts'

/** What a new version begins with. */
export type ListStart = { readonly kind: 'last' | 'roles' } | { readonly kind: 'import'; readonly id: string }

/** An import that names leading or core supporting enterprises which are still there. */
export interface ListedImport extends Pick<ChainList, 'leading' | 'core'> {
  readonly id: string
  readonly file: string
}

/** Replaces the versions by others, kept by date. */
function editLists(
  { document }: Stores,
  step: { readonly name: string; readonly values: Readonly<Record<string, string>> },
  change: (lists: readonly ChainList[]) => readonly ChainList[],
): void {
  const { chain } = document.getState()
  const lists = versionsOf({ ...chain, lists: change(chain.lists ?? []) }).map(({ list }) => list)
  editDocument(document, step, (draft) => {
    if (lists.length > 0 || chain.lists) draft.lists = lists as Draft<ChainList>[]
  })
}

/** Imports from which a version can be made, as their tables gave the roles. */
export function listedImports(chain: Chain): readonly ListedImport[] {
  const known = new Set(chain.enterprises.map(({ id }) => id))
  return importsOf(chain).flatMap(({ id, file, rows }) => {
    const of = (role: ListRole): readonly string[] =>
      (rows.enterprises ?? []).flatMap((row) =>
        row.role === role && typeof row.id === 'string' && known.has(row.id) ? [row.id] : [],
      )
    const [leading, core] = [of('leading'), of('core')]
    return leading.length + core.length > 0 ? [{ id, file, leading, core }] : []
  })
}

function startOf(chain: Chain, from: ListStart): Pick<ChainList, 'leading' | 'core' | 'note'> {
  if (from.kind === 'import') {
    const found = listedImports(chain).find(({ id }) => id === from.id)
    if (!found) throw new Error(`expected an import with enterprises, got ${from.id}`)
    return { leading: found.leading, core: found.core, note: found.file }
  }
  const last = from.kind === 'last' ? newestList(chain) : null
  return last ? { leading: last.leading, core: last.core } : membersByRole(chain)
}

/** The day of a new version: `wanted`, or the first day after it on which there is none. */
export function freeDate(chain: Chain, wanted: IsoDate): IsoDate {
  let date = wanted
  while (versionOn(chain, date)) date = isoDate(dayNumber(date) + 1)
  return date
}

/** Adds a version. @returns its date */
export function addList(stores: Stores, from: ListStart, wanted: IsoDate): IsoDate {
  const { chain } = stores.document.getState()
  const date = freeDate(chain, wanted)
  const { leading, core, note } = startOf(chain, from)
  const list: ChainList = { date, ...(note !== undefined && { note }), leading: [...leading], core: [...core] }
  editLists(stores, { name: 'addList', values: { date } }, (lists) => [...lists, list])
  return date
}

/** Puts another version in the place of the one of a date. */
function changeList(
  stores: Stores,
  date: IsoDate,
  change: (list: ChainList) => ChainList,
  step: string,
  what = '',
): void {
  const { chain } = stores.document.getState()
  const version = versionOn(chain, date)
  if (!version) throw new Error(`expected a version of the list of ${date}, got none`)
  const next = change(version.list)
  if (next === version.list) return
  editLists(stores, { name: step, values: { date, what } }, (lists) => lists.with(version.position, next))
}

export function removeList(stores: Stores, date: IsoDate): void {
  const version = versionOn(stores.document.getState().chain, date)
  if (!version) return
  editLists(stores, { name: 'removeList', values: { date } }, (lists) => lists.toSpliced(version.position, 1))
}

/** Gives a version another day. @returns false, and nothing changes, where there is one of that day or it is no day */
export function moveList(stores: Stores, date: IsoDate, to: IsoDate): boolean {
  if (Number.isNaN(dayNumber(to)) || versionOn(stores.document.getState().chain, to)) return date === to
  changeList(stores, date, (list) => ({ ...list, date: to }), 'moveList', to)
  return true
}

/** Text as it stands in one language; the other language is kept. */
function changedText(before: LocalText | undefined, language: 'zh' | 'en', text: string): LocalText | null {
  if (before === undefined || typeof before === 'string') return text.trim() === '' ? null : text
  const next = { ...before, [language]: text }
  return Object.values(next).every((each) => each.trim() === '') ? null : next
}

export function noteList(stores: Stores, date: IsoDate, text: string): void {
  const { language } = stores.session.getState()
  const change = (list: ChainList): ChainList => {
    if (textIn(list.note, language) === text) return list
    const { note, ...rest } = list
    const next = changedText(note, language, text)
    return next === null ? rest : { ...rest, note: next }
  }
  changeList(stores, date, change, 'noteList')
}

/** Puts an enterprise on a version in a role, or takes it off. */
export function setMember(stores: Stores, date: IsoDate, enterprise: string, role: ListRole | null): void {
  const { chain } = stores.document.getState()
  const version = versionOn(chain, date)
  if (!version) return
  const before = versionBefore(chain, version)?.list ?? null
  const name = textIn(enterpriseById(chain, enterprise)?.name, stores.session.getState().language) || enterprise
  const was = membersOf(version.list).get(enterprise) ?? null
  if (was === role) return
  const step = role === null ? 'dropMember' : was === null ? 'addMember' : 'moveMember'
  changeList(stores, date, (list) => withMember(list, before, { enterprise, role }), step, name)
}

/** Puts several enterprises on a version, as one step. */
export function addMembers(
  stores: Stores,
  date: IsoDate,
  added: readonly { readonly enterprise: string; readonly role: ListRole }[],
): void {
  const { chain } = stores.document.getState()
  const version = versionOn(chain, date)
  const before = version && (versionBefore(chain, version)?.list ?? null)
  const change = (list: ChainList): ChainList => added.reduce((next, member) => withMember(next, before, member), list)
  changeList(stores, date, change, 'addMembers', String(added.length))
}

/** Says why an enterprise joined, left or changed its role; an empty text takes the reason away. */
export function setReason(stores: Stores, date: IsoDate, enterprise: string, text: string): void {
  const { chain } = stores.document.getState()
  const { language } = stores.session.getState()
  const name = textIn(enterpriseById(chain, enterprise)?.name, language) || enterprise
  const change = (list: ChainList): ChainList => {
    const before = list.changes?.find((each) => each.enterprise === enterprise)?.reason
    if (textIn(before, language) === text) return list
    return withReason(list, enterprise, changedText(before, language, text))
  }
  changeList(stores, date, change, 'reasonList', name)
}
