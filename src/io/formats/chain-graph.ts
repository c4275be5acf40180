/** The chain as a graph with flat attributes, and back: the common half of all graph formats. */
import type { Chain } from '../../model/chain.ts'
import { textIn, type Language, type LocalText } from '../../model/local-text.ts'
import type { Problem } from '../../model/problem.ts'
import { CHAIN_SHAPE, type RecordShape } from '../chain-fields.ts'
import type { JsonObject } from '../check-shape.ts'
import { checkedChain } from '../read-chain.ts'
import type { ProblemList } from '../problem-list.ts'
import { inFileOrder } from '../write-chain.ts'
import { isExact } from './exact-text.ts'
import { EXTRA, flatRow, flatShape, rowOf, type FlatColumn, type FlatRow, type FlatShape } from './flat-fields.ts'
import { graphPositions } from './graph-positions.ts'
import type { GraphDocument, GraphEdge, GraphNode, GraphPlace, WrittenGraph } from './graph-document.ts'

function tableShape(name: 'enterprises' | 'supplies'): RecordShape {
  const field = CHAIN_SHAPE.fields.get(name)
  if (field?.kind !== 'rows') throw new Error(`expected ${name} to be a table, got ${field?.kind}`)
  return field.of
}

/** Attributes of a node, of an edge, of the graph; keys and ends stand where the format has its own place for them. */
export const NODE_SHAPE = flatShape(tableShape('enterprises'), { leave: ['id'] })
export const EDGE_SHAPE = flatShape(tableShape('supplies'), { leave: ['id', 'from', 'to'] })
const GRAPH_SHAPE = flatShape(CHAIN_SHAPE, { leave: ['enterprises', 'supplies'] })
/** Before the names of the graph's own attributes, which are the tables and texts of the chain file. */
const PREFIX = 'chain.'
const MARK = `${PREFIX}format`

/** Attributes that we write for other programs alone; read back, they are left out. */
const FOR_OTHERS: ReadonlySet<string> = new Set(['label', 'weight', 'x', 'y'])

export function graphOf(given: Chain, language: Language): WrittenGraph {
  const chain = inFileOrder(given)
  const place = {}
  const nodeKeys = keysOf(chain.enterprises, 'n:', new Set())
  const edgeKeys = keysOf(chain.supplies, 'e:', new Set(nodeKeys.values()))
  const nodes = chain.enterprises.map((row): GraphNode => {
    const key = nodeKeys.get(row.id)!
    return { key, label: shownText(row.name, language), values: withId(row, key, NODE_SHAPE), place }
  })
  const edges = chain.supplies.map((row): GraphEdge => {
    const key = edgeKeys.get(row.id)!
    const ends = { source: nodeKeys.get(row.from)!, target: nodeKeys.get(row.to)! }
    const label = isExact(row.product) ? row.product : ''
    return { key, ...ends, isDirected: true, label, values: withId(row, key, EDGE_SHAPE), place }
  })
  const values = new Map(
    [...flatRow(chain as unknown as JsonObject, GRAPH_SHAPE)].map(([name, value]) => [PREFIX + name, value] as const),
  )
  const graphColumns = GRAPH_SHAPE.columns.map((column) => ({ ...column, name: PREFIX + column.name }))
  const columns = {
    graph: used(graphColumns, [values], PREFIX + EXTRA),
    node: used(NODE_SHAPE.columns, nodes.map(valuesOf), EXTRA),
    edge: used(EDGE_SHAPE.columns, edges.map(valuesOf), EXTRA),
  }
  const positions = new Map(Array.from(graphPositions(chain), ([id, place]) => [nodeKeys.get(id)!, place] as const))
  const head = { name: shownText(chain.name, language), updated: chain.updated ?? null }
  return { ...head, positions, values, nodes, edges, columns }
}

const valuesOf = ({ values }: { readonly values: FlatRow }): FlatRow => values

/** A text in one language, '' where a format could lose a part of it. */
export function shownText(text: LocalText, language: Language): string {
  const shown = textIn(text, language)
  return isExact(shown) ? shown : ''
}

/** Keys that every format takes, different from each other and from `taken`: the id itself wherever that is possible. */
function keysOf(
  rows: readonly { readonly id: string }[],
  prefix: string,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const all = new Set([...taken, ...rows.map(({ id }) => id)])
  return new Map(
    rows.map(({ id }, row) => {
      if (isExact(id) && !taken.has(id)) return [id, id]
      let key = `${prefix}${row}`
      while (all.has(key)) key += "'"
      all.add(key)
      return [id, key]
    }),
  )
}

/** An id that is not the key goes with what cells cannot hold. */
function withId(row: { readonly id: string }, key: string, shape: FlatShape): FlatRow {
  const fields = row as unknown as JsonObject
  return key === row.id ? flatRow(fields, shape) : flatRow(fields, { ...shape, leave: ['from', 'to'] })
}

function used(
  columns: readonly FlatColumn[],
  rows: readonly FlatRow[],
  extra: string,
): WrittenGraph['columns']['node'] {
  const names = new Set<string>()
  for (const row of rows) for (const name of row.keys()) names.add(name)
  const all = [...columns, { name: extra, kind: 'json' as const }]
  return all.filter(({ name }) => names.has(name))
}

/** Whether the graph was written by this program, with the whole chain in its attributes. */
export const isOwnGraph = ({ values }: GraphDocument): boolean => values.get(MARK) === 'industrial-chain'

/** The chain of a graph that this program has written; null with an error in `problems`. */
export function chainOfOwnGraph(graph: GraphDocument, problems: ProblemList): Chain | null {
  const own = new Map([...graph.values].map(([name, value]) => [withoutPrefix(name), value] as const))
  const enterprises = graph.nodes.map(({ key, values }) => ({ id: key, ...rowWithOthers(values, NODE_SHAPE) }))
  const idOfKey = new Map(graph.nodes.map(({ key }, row) => [key, enterprises[row]!.id as unknown]))
  const supplies = graph.edges.map(({ key, source, target, values }) => ({
    id: key,
    from: idOfKey.get(source) ?? source,
    to: idOfKey.get(target) ?? target,
    ...rowWithOthers(values, EDGE_SHAPE),
  }))
  const places = { enterprises: graph.nodes.map(placeOf), supplies: graph.edges.map(placeOf) }
  const document = { ...rowOf(own, GRAPH_SHAPE), enterprises, supplies }
  return checkedChain(document, relocating(problems, places))
}

const placeOf = ({ place }: { readonly place: GraphPlace }): GraphPlace => place
const withoutPrefix = (name: string): string => (name.startsWith(PREFIX) ? name.slice(PREFIX.length) : `other.${name}`)

/** What another program added to the file stays, as fields that we do not know. */
function rowWithOthers(values: FlatRow, shape: FlatShape): JsonObject {
  const row = rowOf(values, shape)
  const known = new Set([EXTRA, ...shape.columns.map(({ name }) => name)])
  const others = [...values].filter(([name]) => !known.has(name) && !FOR_OTHERS.has(name))
  return others.length === 0 ? row : Object.fromEntries([...others, ...Object.entries(row)])
}

/** Says the place in the graph file instead of the place in the chain document. */
function relocating(
  problems: ProblemList,
  places: Readonly<Record<'enterprises' | 'supplies', readonly GraphPlace[]>>,
): ProblemList {
  return {
    ...problems,
    add(problem: Omit<Problem, 'file'>): void {
      const parts = /^(enterprises|supplies)\[(\d+)\](.*)$/.exec(problem.path ?? '')
      const place = parts ? places[parts[1] as 'enterprises' | 'supplies'][Number(parts[2])] : undefined
      if (!parts || !place) return problems.add(problem)
      const path = place.path === undefined ? problem.path! : place.path + parts[3]!
      problems.add({ ...problem, ...place, path })
    },
  }
}
