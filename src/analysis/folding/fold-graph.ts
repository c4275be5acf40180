import { NEED_KIND, type IndexedChain } from '../../engine/indexed-chain.ts'
import { byId } from '../../model/by-id.ts'
import type { Chain, Enterprise } from '../../model/chain.ts'
import type { LocalText } from '../../model/local-text.ts'
import { soleSources } from '../sole-sources.ts'
import { foldMarks, type FoldInput, type FoldMark } from './fold-rule.ts'

/** Begins the id of a fold and of a merged link; no row of a file can be taken for one, the map looks them up here first. */
const FOLD_ID = 'fold:'
/** A fold is drawn as a core supplier is, with a stack behind it; as a role it counts for nothing. */
const FOLD_ROLE = 1

/**
 * The chain as the map draws it when parts are folded: a chain of its own, whose enterprises are those that stand by themselves and
 * one for each fold, and whose links are those between them. It is drawn like any other, never played.
 */
export interface FoldGraph {
  readonly chain: Chain
  readonly index: IndexedChain
  /** [rows here] rows of the whole chain, ascending; more than one = a fold. */
  readonly members: readonly Int32Array[]
  /** [links here] links of the whole chain, ascending. */
  readonly links: readonly Int32Array[]
  /** [rows here] key of the fold, null = an enterprise by itself. */
  readonly keys: readonly (string | null)[]
  /** [rows here] links of the whole chain that run inside the fold. */
  readonly inside: Int32Array
  /** [enterprises of the whole chain] row here. */
  readonly rowOf: Int32Array
  /** [links of the whole chain] link here, -1 = inside a fold. */
  readonly linkOf: Int32Array
}

/** Folds a chain; null where nothing is folded. */
export function foldGraph(input: FoldInput): FoldGraph | null {
  const marks = foldMarks(input)
  return marks.every((mark) => mark === null) ? null : graphOf(input, marks)
}

function graphOf({ chain, index }: FoldInput, marks: readonly (FoldMark | null)[]): FoldGraph {
  const rows = foldRows(marks)
  const links = mergedLinks(index, rows)
  const view = foldedIndex(index, rows, links)
  return {
    chain: foldedChain(chain, index, rows, view.enterpriseIds),
    index: view,
    members: rows.members.map((members) => Int32Array.from(members)),
    links: links.members.map((members) => Int32Array.from(members)),
    keys: rows.keys,
    inside: links.inside,
    rowOf: rows.rowOf,
    linkOf: links.linkOf,
  }
}

interface Rows {
  readonly members: readonly (readonly number[])[]
  readonly keys: readonly (string | null)[]
  readonly marks: readonly (FoldMark | null)[]
  readonly rowOf: Int32Array
}

/** In order of the first member. */
function foldRows(marks: readonly (FoldMark | null)[]): Rows {
  const members: number[][] = []
  const keys: (string | null)[] = []
  const found: (FoldMark | null)[] = []
  const rowOf = new Int32Array(marks.length)
  const rowOfKey = new Map<string, number>()
  marks.forEach((mark, row) => {
    const known = mark ? rowOfKey.get(mark.key) : undefined
    rowOf[row] = known ?? members.length
    if (known !== undefined) return members[known]!.push(row)
    if (mark) rowOfKey.set(mark.key, members.length)
    found.push(mark)
    keys.push(mark?.key ?? null)
    return members.push([row])
  })
  return { members, keys, marks: found, rowOf }
}

interface Merged {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly members: readonly (readonly number[])[]
  readonly linkOf: Int32Array
  readonly inside: Int32Array
}

/** One link for each pair that has a fold at either end; links between two enterprises stay as they are. Sorted by customer. */
function mergedLinks(index: IndexedChain, { members, keys, rowOf }: Rows): Merged {
  const count = members.length
  const inside = new Int32Array(count)
  const found: { from: number; to: number; links: number[] }[] = []
  const byEnds = new Map<number, number[]>()
  for (let link = 0; link < index.linkCount; link++) {
    const from = rowOf[index.linkFrom[link]!]!
    const to = rowOf[index.groupEnterprise[index.linkGroup[link]!]!]!
    const isMerged = keys[from] !== null || keys[to] !== null
    if (from === to && isMerged) {
      inside[from]!++
      continue
    }
    const known = isMerged ? byEnds.get(from * count + to) : undefined
    if (known) {
      known.push(link)
      continue
    }
    const links = [link]
    if (isMerged) byEnds.set(from * count + to, links)
    found.push({ from, to, links })
  }
  const sorted = found.toSorted((a, b) => a.to - b.to || a.links[0]! - b.links[0]!)
  const linkOf = new Int32Array(index.linkCount).fill(-1)
  sorted.forEach(({ links }, at) => links.forEach((link) => (linkOf[link] = at)))
  return {
    from: sorted.map(({ from }) => from),
    to: sorted.map(({ to }) => to),
    members: sorted.map(({ links }) => links),
    linkOf,
    inside,
  }
}

type EnterpriseRows = 'enterpriseCount' | 'enterpriseIds' | 'output' | 'finalDemand' | 'spare' | 'role'

/** Sums of what is inside; a group for each link. */
function foldedIndex(index: IndexedChain, rows: Rows, links: Merged): IndexedChain {
  const enterprises = foldedEnterprises(index, rows)
  return { ...enterprises, ...foldedLinks(index, links, enterprises), restock: index.restock }
}

const sumOf = (of: Float64Array, members: readonly number[]): number =>
  members.reduce((total, member) => total + of[member]!, 0)

function foldedEnterprises(index: IndexedChain, { members, keys }: Rows): Pick<IndexedChain, EnterpriseRows> {
  return {
    enterpriseCount: members.length,
    enterpriseIds: members.map((inside, row) =>
      keys[row] === null ? index.enterpriseIds[inside[0]!]! : FOLD_ID + keys[row],
    ),
    output: Float64Array.from(members, (inside) => sumOf(index.output, inside)),
    finalDemand: Float64Array.from(members, (inside) => sumOf(index.finalDemand, inside)),
    spare: new Float64Array(members.length),
    role: Uint8Array.from(members, (inside) => (inside.length > 1 ? FOLD_ROLE : index.role[inside[0]!]!)),
  }
}

function foldedLinks(
  index: IndexedChain,
  { from, to, members }: Merged,
  { enterpriseCount, enterpriseIds }: Pick<IndexedChain, EnterpriseRows>,
): Omit<IndexedChain, EnterpriseRows | 'restock'> {
  const count = members.length
  const flow = Float64Array.from(members, (inside) => sumOf(index.flow, inside))
  const need = flow.map((each) => Math.max(each, Number.MIN_VALUE))
  const sole = soleSources(index)
  const all = Int32Array.from({ length: count + 1 }, (_, at) => at)
  return {
    groupCount: count,
    linkCount: count,
    groupProducts: members.map((inside) => index.groupProducts[index.linkGroup[inside[0]!]!]!),
    linkIds: members.map((inside, at) =>
      inside.length === 1
        ? index.linkIds[inside[0]!]!
        : `${FOLD_ID}${enterpriseIds[from[at]!]}>${enterpriseIds[to[at]!]}`,
    ),
    groupStart: startsOf(enterpriseCount, to),
    groupEnterprise: Int32Array.from(to),
    need,
    outside: need.map((each, at) => (members[at]!.every((link) => sole[link] === 1) ? 0 : each)),
    cover: new Float64Array(count),
    needKind: Uint8Array.from(members, (inside) =>
      inside.reduce((least, link) => Math.min(least, index.needKind[index.linkGroup[link]!]!), NEED_KIND.negligible),
    ),
    theta: new Float64Array(count),
    linkStart: all,
    linkFrom: Int32Array.from(from),
    linkGroup: all.slice(0, count),
    flow,
    lead: Int32Array.from(members, (inside) => index.lead[inside[0]!]!),
    ...outLinksOf(enterpriseCount, from),
    linkProduct: Int32Array.from(members, (inside) => index.linkProduct[inside[0]!]!),
    productCount: index.productCount,
  }
}

/** @param owners ascending */
function startsOf(count: number, owners: readonly number[]): Int32Array {
  const starts = new Int32Array(count + 1)
  for (const owner of owners) starts[owner + 1]!++
  for (let row = 0; row < count; row++) starts[row + 1]! += starts[row]!
  return starts
}

function outLinksOf(count: number, from: readonly number[]) {
  const outStart = startsOf(count, from)
  const next = outStart.slice()
  const outLinks = new Int32Array(from.length)
  from.forEach((row, link) => (outLinks[next[row]!++] = link))
  return { outStart, outLinks }
}

/** A fold stands in the stage in which most of its output is made. */
function foldedChain(chain: Chain, index: IndexedChain, rows: Rows, ids: readonly string[]): Chain {
  const known = byId(chain.enterprises)
  const of = (row: number): Enterprise => known.get(index.enterpriseIds[row]!)!
  const enterprises = rows.members.map((members, row): Enterprise => {
    const mark = rows.marks[row]
    return mark
      ? {
          id: ids[row]!,
          name: withCount(mark.name, members.length),
          role: 'core',
          stage: mainStage(members, of, index.output),
        }
      : of(members[0]!)
  })
  return {
    format: chain.format,
    version: chain.version,
    name: chain.name,
    stages: chain.stages,
    enterprises,
    supplies: [],
  }
}

function withCount(name: LocalText, count: number): LocalText {
  const [zh, en] = typeof name === 'string' ? [name, name] : [name.zh ?? name.en, name.en ?? name.zh]
  return { zh: `${zh} ${count} 家`, en: `${en} × ${count}` }
}

function mainStage(members: readonly number[], of: (row: number) => Enterprise, output: Float64Array): string {
  const made = new Map<string, number>()
  for (const row of members) made.set(of(row).stage, (made.get(of(row).stage) ?? 0) + output[row]!)
  let best = of(members[0]!).stage
  for (const [stage, sum] of made) if (sum > made.get(best)!) best = stage
  return best
}
