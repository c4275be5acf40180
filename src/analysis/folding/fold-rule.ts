import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { byId } from '../../model/by-id.ts'
import type { Chain, Enterprise } from '../../model/chain.ts'
import { localPart } from '../../model/local-part.ts'
import type { LocalText } from '../../model/local-text.ts'
import { membersOf, newestList } from '../lists/list-versions.ts'
import { hasRule, ownKey, type Folds } from './folds.ts'
import { essentialAncestors } from './what-matters.ts'

/** Enterprises that automatic folding leaves out of the folds, at most. */
const KEPT_UP_TO = 300
/** Folds that automatic folding makes at most; with more, it folds by stage alone. */
const FOLDS_UP_TO = 400

export interface FoldInput {
  readonly chain: Chain
  readonly index: IndexedChain
  readonly folds: Folds
  /** Rows of the index that have a block of their own, or one on a link of theirs; the largest first. */
  readonly blocked: readonly number[]
}

/** The fold an enterprise belongs to; null = it stands by itself. */
export interface FoldMark {
  readonly key: string
  readonly name: LocalText
}

const UNKNOWN: LocalText = { zh: '地区未填', en: 'No region given' }
const NO_INDUSTRY: LocalText = { zh: '行业未填', en: 'No industry given' }
const LIST_NAMES: Readonly<Record<Enterprise['role'], LocalText>> = {
  leading: { zh: '龙头企业名单', en: 'Leading list' },
  core: { zh: '核心配套名单', en: 'Core supporting list' },
  sme: { zh: '名单外企业', en: 'On neither list' },
}

const text = (value: LocalText, language: 'zh' | 'en'): string =>
  typeof value === 'string' ? value : (value[language] ?? value.zh ?? value.en ?? '')
/** A text that carries both languages, "中文 · English", part by part; any other stands for both. */
const inBoth = (value: string): LocalText => ({ zh: localPart(value, 'zh'), en: localPart(value, 'en') })
const join = (a: LocalText, b: LocalText): LocalText => ({
  zh: `${text(a, 'zh')} · ${text(b, 'zh')}`,
  en: `${text(a, 'en')} · ${text(b, 'en')}`,
})

type Grouping = (enterprise: Enterprise) => FoldMark

function groupings(chain: Chain): Readonly<Record<'stage' | 'region' | 'stageRegion' | 'industry' | 'list', Grouping>> {
  const names = new Map(chain.stages.map(({ id, name }) => [id, name]))
  const listed = listOf(chain)
  const stage = once(
    (of) => `stage:${of.stage}`,
    (of) => names.get(of.stage) ?? of.stage,
  )
  const region = once(
    (of) => `region:${of.region ?? ''}`,
    (of) => (of.region ? inBoth(of.region) : UNKNOWN),
  )
  return {
    stage,
    region,
    stageRegion: once(
      (of) => `stage:${of.stage}|region:${of.region ?? ''}`,
      (of) => (of.region ? join(stage(of).name, inBoth(of.region)) : stage(of).name),
    ),
    industry: (of) => ({ key: `industry:${of.industry ?? ''}`, name: of.industry ? inBoth(of.industry) : NO_INDUSTRY }),
    list: (of) => {
      const on = listed(of)
      return { key: `list:${on}|${of.stage}`, name: join(LIST_NAMES[on], stage(of).name) }
    },
  }
}

/** One mark for all that belong together: a chain has thousands of enterprises and few folds. */
function once(keyOf: (enterprise: Enterprise) => string, nameOf: (enterprise: Enterprise) => LocalText): Grouping {
  const marks = new Map<string, FoldMark>()
  return (of) => {
    const key = keyOf(of)
    let mark = marks.get(key)
    if (!mark) marks.set(key, (mark = { key, name: nameOf(of) }))
    return mark
  }
}

/** Where an enterprise stands on the newest list; without any list its own role says it. */
function listOf(chain: Chain): (enterprise: Enterprise) => Enterprise['role'] {
  const newest = newestList(chain)
  if (!newest) return ({ role }) => role
  const members = membersOf(newest)
  return ({ id }) => members.get(id) ?? 'sme'
}

/** @returns [enterprises] the fold of each row; an opened fold, and a fold of one, is none */
export function foldMarks({ chain, index, folds, blocked }: FoldInput): (FoldMark | null)[] {
  const enterprises = byId(chain.enterprises)
  const marks = hasRule(folds, index.enterpriseCount)
    ? marksByRule({ chain, index, folds, blocked }, enterprises)
    : index.enterpriseIds.map((): FoldMark | null => null)
  const own = ownMarks(folds, enterprises)
  const alone = new Set(folds.alone)
  index.enterpriseIds.forEach((id, row) => {
    if (own.has(id)) marks[row] = own.get(id)!
    else if (alone.has(id)) marks[row] = null
  })
  const sizes = new Map<string, number>()
  for (const mark of marks) if (mark) sizes.set(mark.key, (sizes.get(mark.key) ?? 0) + 1)
  const open = new Set(folds.open)
  return marks.map((mark) => (mark && !open.has(mark.key) && sizes.get(mark.key)! > 1 ? mark : null))
}

type EnterprisesById = ReadonlyMap<string, Enterprise>

function marksByRule({ chain, index, folds, blocked }: FoldInput, enterprises: EnterprisesById): (FoldMark | null)[] {
  const group = groupings(chain)
  const marksBy = (by: Grouping): FoldMark[] => index.enterpriseIds.map((id) => by(enterprises.get(id)!))
  const marks: (FoldMark | null)[] = marksBy(
    folds.rule === 'auto'
      ? group[automaticRule(marksBy(group.stageRegion))]
      : folds.rule === 'matters'
        ? group.stage
        : group[folds.rule as 'stage'],
  )
  for (const row of keptOut({ chain, index, folds, blocked })) marks[row] = null
  return marks
}

/** Folds that a person made, named by their first enterprise. */
function ownMarks({ groups = [] }: Folds, enterprises: EnterprisesById): ReadonlyMap<string, FoldMark> {
  const marks = new Map<string, FoldMark>()
  for (const group of groups) {
    const first = group.toSorted().find((id) => enterprises.has(id))
    const name = first === undefined ? '' : enterprises.get(first)!.name
    const mark = { key: ownKey(group), name: { zh: `${text(name, 'zh')} 等`, en: `${text(name, 'en')} and others` } }
    for (const id of group) marks.set(id, mark)
  }
  return marks
}

const automaticRule = (fine: readonly FoldMark[]): 'stageRegion' | 'stage' =>
  new Set(fine.map(({ key }) => key)).size <= FOLDS_UP_TO ? 'stageRegion' : 'stage'

/** Rows that stand by themselves: under `auto` the important ones, under `matters` all that matters. */
function keptOut({ chain, index, folds, blocked }: FoldInput): ReadonlySet<number> {
  if (folds.rule === 'matters') {
    const wanted = new Set(folds.leading)
    const leading = rowsByOutput(index, (row) =>
      wanted.size > 0 ? wanted.has(index.enterpriseIds[row]!) : index.role[row] === 0,
    )
    return essentialAncestors(index, leading)
  }
  if (folds.rule !== 'auto') return new Set()
  const list = newestList(chain)
  const listed = new Set([...(list?.leading ?? []), ...(list?.core ?? [])])
  const order = [
    ...blocked.slice(0, KEPT_UP_TO / 2),
    ...rowsByOutput(index, (row) => index.role[row] === 0).slice(0, KEPT_UP_TO / 3),
    ...rowsByOutput(index, (row) => listed.has(index.enterpriseIds[row]!)),
  ]
  const kept = new Set<number>()
  for (const row of order) {
    if (kept.size >= KEPT_UP_TO) break
    kept.add(row)
  }
  return kept
}

function rowsByOutput(index: IndexedChain, isWanted: (row: number) => boolean): number[] {
  const rows = Array.from(index.enterpriseIds, (_, row) => row).filter(isWanted)
  return rows.toSorted((a, b) => index.output[b]! - index.output[a]! || a - b)
}
