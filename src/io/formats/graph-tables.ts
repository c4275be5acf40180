/** A graph that another program made as two tables, so that it is mapped, compared and brought in like any other table. */
import type { FlatValue } from './flat-fields.ts'
import type { GraphDocument, GraphEdge, GraphNode } from './graph-document.ts'

export interface GraphTable {
  readonly sheet: 'nodes' | 'edges'
  readonly headings: readonly string[]
  /** [rows][columns] */
  readonly rows: readonly (readonly string[])[]
  /** [rows] line in an XML file, else place among the nodes or edges, from 1. */
  readonly lines: readonly number[]
}

/**
 * Nodes with `id` and `name`, edges with `source` and `target`, each with the attributes that stand in the file. Ends are named as the
 * nodes are; of nodes with one name each has its key behind it.
 */
export function graphTables(graph: GraphDocument): readonly GraphTable[] {
  const names = namesOf(graph)
  const nodes = tableOf('nodes', graph.nodes, ['id', 'name'], ({ key }) => [key, names.get(key)!])
  const edges = tableOf('edges', graph.edges, ['source', 'target'], ({ source, target }) => [
    names.get(source) ?? source,
    names.get(target) ?? target,
  ])
  return [nodes, edges]
}

function namesOf({ nodes }: GraphDocument): ReadonlyMap<string, string> {
  const shown = nodes.map((node) => [node.key, nameOf(node)] as const)
  const times = new Map<string, number>()
  for (const [, name] of shown) times.set(name, (times.get(name) ?? 0) + 1)
  return new Map(shown.map(([key, name]) => [key, times.get(name)! > 1 ? `${name} (${key})` : name]))
}

const NAMES = ['name', 'name.zh', '名称', '企业名称', 'Label', 'title', 'shared name', 'name.en']

function nameOf({ key, label, values }: GraphNode): string {
  const found = [label, ...NAMES.map((name) => values.get(name))].find((name) => name !== undefined && name !== '')
  return String(found ?? key)
}

function tableOf<Row extends GraphNode | GraphEdge>(
  sheet: GraphTable['sheet'],
  elements: readonly Row[],
  first: readonly [string, string],
  cellsOf: (row: Row) => readonly [string, string],
): GraphTable {
  const attributes = new Set(elements.flatMap(({ values }) => [...values.keys()]))
  for (const name of first) attributes.delete(name)
  if (sheet === 'edges' && elements.some(({ label }) => label !== '') && !attributes.has('product'))
    attributes.add(LABEL)
  const names = [...attributes]
  return {
    sheet,
    headings: [...first, ...names.map((name) => (name === LABEL ? 'product' : name))],
    rows: elements.map((row) => [
      ...cellsOf(row),
      ...names.map((name) => cellText(name === LABEL ? row.label : row.values.get(name))),
    ]),
    lines: elements.map(({ place }, at) => place.row ?? at + 1),
  }
}

/** Stands for the label of a link, which mostly names what goes over it; no attribute has this name. */
const LABEL = '\0label'

const cellText = (value: FlatValue | undefined): string => (value === undefined ? '' : String(value))
