/** The lists as dated versions: who stands on one, what has changed since the one before, and how a version is made. */
import type { Chain, ChainList, IsoDate, ListChange } from '../../model/chain.ts'
import type { LocalText } from '../../model/local-text.ts'

/** `leading`: the first list; `core`: the second one. */
export type ListRole = 'leading' | 'core'
export const LIST_ROLES = ['leading', 'core'] as const satisfies readonly ListRole[]

/** Role of each member; who stands on both lists counts as leading. */
export type Members = ReadonlyMap<string, ListRole>

export interface ListVersion {
  /** Position in `chain.lists`. */
  readonly position: number
  readonly list: ChainList
}

export type DifferenceKind = 'joined' | 'left' | 'changed'

/** How an enterprise stands otherwise than in the version before; null = not on the list. */
export interface ListDifference {
  readonly enterprise: string
  readonly kind: DifferenceKind
  readonly from: ListRole | null
  readonly to: ListRole | null
  readonly reason: LocalText | null
}

/** Versions by date, the oldest first; of one date in the order of the file. */
export const versionsOf = (chain: Chain): readonly ListVersion[] =>
  (chain.lists ?? [])
    .map((list, position) => ({ list, position }))
    .toSorted((a, b) => (a.list.date < b.list.date ? -1 : a.list.date > b.list.date ? 1 : a.position - b.position))

/** The version of the latest date; null where there is none. */
export const newestList = (chain: Chain): ChainList | null => versionsOf(chain).at(-1)?.list ?? null

/** The version of a date, of several the last one. */
export const versionOn = (chain: Chain, date: IsoDate): ListVersion | null =>
  versionsOf(chain).findLast(({ list }) => list.date === date) ?? null

/** The version before one; null for the oldest. */
export function versionBefore(chain: Chain, { position }: ListVersion): ListVersion | null {
  const versions = versionsOf(chain)
  return versions[versions.findIndex((version) => version.position === position) - 1] ?? null
}

export function membersOf(list: Pick<ChainList, 'leading' | 'core'> | null): Members {
  const members = new Map<string, ListRole>()
  for (const id of list?.core ?? []) members.set(id, 'core')
  for (const id of list?.leading ?? []) members.set(id, 'leading')
  return members
}

/**
 * What changed from one version to the next, by id within joined, left and changed; the order of ids in the file changes nothing.
 * @param before null = there was no list
 */
export function differencesOf(before: ChainList | null, after: ChainList): readonly ListDifference[] {
  const [then, now] = [membersOf(before), membersOf(after)]
  const reasons = new Map((after.changes ?? []).map(({ enterprise, reason }) => [enterprise, reason]))
  const ids = [...new Set([...then.keys(), ...now.keys()])].toSorted((a, b) => (a < b ? -1 : 1))
  const all = ids.flatMap((enterprise): ListDifference[] => {
    const [from, to] = [then.get(enterprise) ?? null, now.get(enterprise) ?? null]
    if (from === to) return []
    const kind = from === null ? 'joined' : to === null ? 'left' : 'changed'
    return [{ enterprise, kind, from, to, reason: reasons.get(enterprise) ?? null }]
  })
  return (['joined', 'left', 'changed'] as const).flatMap((kind) => all.filter((each) => each.kind === kind))
}

/** Inverse of `differencesOf`: the members of the later version. */
export function applyDifferences(before: Members, differences: readonly ListDifference[]): Members {
  const members = new Map(before)
  for (const { enterprise, to } of differences) {
    if (to === null) members.delete(enterprise)
    else members.set(enterprise, to)
  }
  return members
}

/** The first version by the written rule: who is called leading or core supporting in the table of enterprises, in its order. */
export function membersByRole({ enterprises }: Pick<Chain, 'enterprises'>): Pick<ChainList, 'leading' | 'core'> {
  const of = (role: ListRole) => enterprises.filter((each) => each.role === role).map(({ id }) => id)
  return { leading: of('leading'), core: of('core') }
}

/**
 * A version with one enterprise in another role, or off it. A reason is kept only while there is something to give a reason for.
 * @param before the version before; null = none
 */
export function withMember(
  list: ChainList,
  before: ChainList | null,
  member: { readonly enterprise: string; readonly role: ListRole | null },
): ChainList {
  const { enterprise, role } = member
  const others = (ids: readonly string[]) => ids.filter((id) => id !== enterprise)
  const place = (of: ListRole): readonly string[] => {
    if (role !== of) return others(list[of])
    return list[of].includes(enterprise) ? list[of] : [...list[of], enterprise]
  }
  const next: ChainList = { ...list, leading: place('leading'), core: place('core') }
  const isChange = (membersOf(before).get(enterprise) ?? null) !== role
  return isChange ? next : withReason(next, enterprise, null)
}

/** A version with another reason for one enterprise; null takes it away. */
export function withReason(list: ChainList, enterprise: string, reason: LocalText | null): ChainList {
  const { changes = [], ...rest } = list
  const isThere = changes.some((each) => each.enterprise === enterprise)
  const kept = changes.flatMap((each): ListChange[] => {
    if (each.enterprise !== enterprise) return [each]
    return reason === null ? [] : [{ ...each, reason }]
  })
  const next = reason !== null && !isThere ? [...kept, { enterprise, reason }] : kept
  return next.length > 0 ? { ...rest, changes: next } : rest
}
