/** A graph that another program made, as a chain: attributes by the mapping, the rest made up openly and said in problems. */
import type { Chain, Role } from '../../model/chain.ts'
import { tierName } from '../../model/new-chain.ts'
import type { GraphMapping, MappedAttribute } from '../../model/graph-mapping.ts'
import type { Problem, ProblemCode } from '../../model/problem.ts'
import { isObject, type JsonObject } from '../check-shape.ts'
import { middleOf } from '../middle-of.ts'
import { checkedChain } from '../read-chain.ts'
import { problemList, type ProblemList } from '../problem-list.ts'
import { EDGE_SHAPE, NODE_SHAPE } from './chain-graph.ts'
import { rowOf, type FlatValue } from './flat-fields.ts'
import type { GraphDocument, GraphEdge, GraphNode } from './graph-document.ts'
import { attributeOf } from './graph-mapping.ts'
import { inGraphFile } from './graph-places.ts'
import { tiersOf } from './graph-tiers.ts'

/** Most stages made from the links alone: about what a map shows side by side. */
const MOST_TIERS = 24

const ROLE_WORDS: Readonly<Record<Role, readonly string[]>> = {
  leading: ['leading', 'leader', 'leading enterprise', '龙头', '龙头企业', '链主', '链主企业'],
  core: ['core', 'core supplier', '核心配套', '核心配套企业', '配套', '配套企业'],
  sme: ['sme', 'small', 'supplier', '中小', '中小企业', '专精特新', '专精特新企业', '小微企业'],
}

interface Rows {
  readonly enterprises: readonly { readonly row: JsonObject; readonly node: GraphNode }[]
  readonly supplies: readonly { readonly row: JsonObject; readonly edge: GraphEdge }[]
}

/** @returns null where no row is left that could be a chain */
export function chainOfForeignGraph(
  graph: GraphDocument,
  mapping: GraphMapping,
  { problems, file }: { readonly problems: ProblemList; readonly file: string },
): Chain | null {
  if (graph.nodes.length === 0) {
    problems.add({ code: 'NO_ROWS', severity: 'error', path: 'nodes' })
    return null
  }
  const { stages, stageOf } = stagesOf(graph, mapping, problems)
  const enterprises = enterpriseRows(graph, mapping, { stageOf, problems })
  const supplies = supplyRows(graph, mapping, { enterprises, problems })
  const name = graph.name === '' ? file.replace(/\.[^.]*$/, '') : graph.name
  const head = { format: 'industrial-chain', version: 1, name, stages }
  return soundRows(head, { enterprises, supplies }, { problems, mapping })
}

/** Says once how many elements something is missing in, at the first of them. */
function sayCount(
  problems: ProblemList,
  code: ProblemCode,
  found: readonly (GraphNode | GraphEdge)[],
  of: GraphDocument['nodes'] | GraphDocument['edges'],
): void {
  if (found.length === 0) return
  problems.add({ code, severity: 'warning', ...found[0]!.place, found: `${found.length} / ${of.length}` })
}

/** The cells of an element under the names of our fields. */
function mappedCells(element: GraphNode | GraphEdge, of: readonly MappedAttribute[]): Map<string, FlatValue> {
  const cells = new Map<string, FlatValue>()
  for (const { attribute, field } of of) {
    const value = attributeOf(element, attribute)
    if (value !== undefined && value !== '') cells.set(field!, value)
  }
  return cells
}

const mappedOf = (of: 'node' | 'edge', { attributes }: GraphMapping): readonly MappedAttribute[] =>
  attributes.filter((each) => each.of === of && each.field !== null)

interface Stages {
  readonly stages: readonly JsonObject[]
  /** [nodes] */
  readonly stageOf: readonly string[]
}

function stagesOf(graph: GraphDocument, mapping: GraphMapping, problems: ProblemList): Stages {
  const rowOfKey = new Map(graph.nodes.map(({ key }, row) => [key, row]))
  const ends = graph.edges.map(({ source, target }): readonly [number, number] => {
    const [from, to] = mapping.isReversed ? [target, source] : [source, target]
    return [rowOfKey.get(from) ?? -1, rowOfKey.get(to) ?? -1]
  })
  const tiers = tiersOf(graph.nodes.length, ends, MOST_TIERS)
  const mapped = mappedOf('node', mapping)
  const named = graph.nodes.map((node) => mappedCells(node, mapped).get('stage'))
  const without = graph.nodes.filter((_, row) => named[row] === undefined)
  sayCount(problems, 'NO_STAGE', without, graph.nodes)
  const stageOf = named.map((name, row) => (name === undefined ? `tier-${tiers[row]}` : String(name)))
  const tiersOfStage = new Map<string, number[]>()
  stageOf.forEach((stage, row) => {
    const ofStage = tiersOfStage.get(stage)
    if (ofStage) ofStage.push(tiers[row]!)
    else tiersOfStage.set(stage, [tiers[row]!])
  })
  const stages = Array.from(tiersOfStage, ([id, all]) => {
    const isMade = /^tier-\d+$/.test(id) && !named.includes(id)
    return { id, name: isMade ? tierName(all[0]!) : id, tier: middleOf(all) }
  })
  return { stages: stages.toSorted((a, b) => a.tier - b.tier), stageOf }
}

interface EnterpriseContext {
  readonly stageOf: readonly string[]
  readonly problems: ProblemList
}

function enterpriseRows(graph: GraphDocument, mapping: GraphMapping, { stageOf, problems }: EnterpriseContext) {
  const nameless: GraphNode[] = []
  const roleless: GraphNode[] = []
  const mapped = mappedOf('node', mapping)
  const rows = graph.nodes.map((node, at) => {
    const cells = mappedCells(node, mapped)
    cells.delete('stage')
    const role = cells.has('role') ? roleOf(String(cells.get('role'))) : null
    if (role === null) cells.delete('role')
    else cells.set('role', role)
    const { id, ...fields } = { ...rowOf(cells, NODE_SHAPE), id: node.key, stage: stageOf[at]! } as Record<
      string,
      unknown
    >
    if (fields.name === undefined) nameless.push(node)
    if (fields.role === undefined) roleless.push(node)
    return { row: { id, name: node.key, role: 'sme', ...fields }, node }
  })
  sayCount(problems, 'NO_NAME', nameless, graph.nodes)
  sayCount(problems, 'NO_ROLE', roleless, graph.nodes)
  return rows
}

/** Null for a word that is none of ours: another program's column of types may say anything. */
function roleOf(word: string): string | null {
  const lower = word.trim().toLowerCase()
  return Object.entries(ROLE_WORDS).find(([, words]) => words.includes(lower))?.[0] ?? null
}

interface SupplyContext {
  readonly enterprises: Rows['enterprises']
  readonly problems: ProblemList
}

function supplyRows(graph: GraphDocument, mapping: GraphMapping, { enterprises, problems }: SupplyContext) {
  const byKey = new Map(enterprises.map(({ row, node }) => [node.key, row]))
  const hasStages = mapping.attributes.some(({ of, field }) => of === 'node' && field === 'stage')
  const productless: GraphEdge[] = []
  const arePercent = isPercentColumn(graph, mapping)
  const ids = new Set(graph.edges.map(({ key }) => key))
  const mapped = mappedOf('edge', mapping)
  const rows = graph.edges.map((edge, at) => {
    const cells = mappedCells(edge, mapped)
    const share = cells.get('share')
    if (share !== undefined) cells.set('share', shareOf(share, arePercent))
    const [from, to] = mapping.isReversed ? [edge.target, edge.source] : [edge.source, edge.target]
    const fields = rowOf(cells, EDGE_SHAPE)
    if (fields.product === undefined) productless.push(edge)
    const supplier = byKey.get(from)
    const standIn = supplier ? (hasStages ? supplier.stage : plainName(supplier.name)) : from
    return { row: { id: edge.key || freeId(ids, at), from, to, product: standIn, ...fields }, edge }
  })
  sayCount(problems, 'NO_PRODUCT', productless, graph.edges)
  sayCount(
    problems,
    'UNDIRECTED',
    graph.edges.filter(({ isDirected }) => !isDirected),
    graph.edges,
  )
  return rows
}

function freeId(ids: Set<string>, row: number): string {
  let id = `e${row + 1}`
  while (ids.has(id)) id += "'"
  ids.add(id)
  return id
}

const plainName = (name: unknown): unknown => (isObject(name) ? (name.zh ?? name.en) : name)

/** "35%" and 0.35 are the same; a column with a value above 1 holds percentages. */
function isPercentColumn({ edges }: GraphDocument, mapping: GraphMapping): boolean {
  const column = mapping.attributes.find(({ of, field }) => of === 'edge' && field === 'share')
  if (!column || column.attribute === 'share') return false
  return edges.some((edge) => Number(attributeOf(edge, column.attribute)) > 1)
}

function shareOf(value: FlatValue, isPercent: boolean): FlatValue {
  const percent = typeof value === 'string' ? /^\s*([\d.]+)\s*[%％]\s*$/.exec(value) : null
  if (percent) return Number(percent[1]) / 100
  return isPercent && Number.isFinite(Number(value)) ? Number(value) / 100 : value
}

/** A row that falls makes links dangle, whose fall makes nothing else fall; shares may need one more look. */
const MOST_ROUNDS = 5

interface Said {
  readonly problems: ProblemList
  readonly mapping: GraphMapping
}

/** The chain of the rows without an error; each error is said, and its row left out. */
function soundRows(head: JsonObject, all: Rows, { problems, mapping }: Said): Chain | null {
  let { enterprises, supplies }: Rows = all
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const document = {
      ...head,
      enterprises: enterprises.map(({ row }) => row),
      supplies: supplies.map(({ row }) => row),
    }
    const places = {
      enterprises: enterprises.map(({ node }) => node.place),
      supplies: supplies.map(({ edge }) => edge.place),
    }
    const placed = inGraphFile(problems, places, mapping)
    const found = checked(document, placed, round === 0 ? ['error', 'warning'] : ['error'])
    if (found.chain) return enterprises.length > 0 ? found.chain : null
    if (found.hasOther) return null
    enterprises = enterprises.filter((_, row) => !found.unsound.has(`enterprises[${row}]`))
    supplies = supplies.filter((_, row) => !found.unsound.has(`supplies[${row}]`))
  }
  return null
}

function checked(document: JsonObject, placed: ProblemList, severities: readonly Problem['severity'][]) {
  const unsound = new Set<string>()
  let hasOther = false
  const own = problemList('')
  const chain = checkedChain(document, {
    ...own,
    add(problem) {
      own.add(problem)
      if (severities.includes(problem.severity)) placed.add(problem)
      if (problem.severity !== 'error') return
      const row = /^(?:enterprises|supplies)\[\d+\]/.exec(problem.path ?? '')
      if (row) unsound.add(row[0])
      else hasOther = true
    },
  })
  return { chain, unsound, hasOther }
}
