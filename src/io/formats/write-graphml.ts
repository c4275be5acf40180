import type { FlatKind, FlatRow } from './flat-fields.ts'
import type { GraphEdge, GraphNode, WrittenGraph } from './graph-document.ts'
import { xmlAttributes, xmlText } from './xml-writer.ts'

const TYPE: Record<FlatKind, string> = {
  text: 'string',
  day: 'string',
  list: 'string',
  json: 'string',
  number: 'double',
  whole: 'int',
  flag: 'boolean',
}
type Owner = 'graph' | 'node' | 'edge'

/** GraphML (graphml.graphdrawing.org), with typed keys; keys of nodes, edges and the graph have ids of their own. */
export function writeGraphml(graph: WrittenGraph): string {
  const label = { name: 'label', kind: 'text' } as const
  const pieces = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    keys('graph', graph.columns.graph),
    keys('node', [label, ...graph.columns.node]),
    keys('edge', [label, ...graph.columns.edge]),
    ` <graph id="chain" edgedefault="directed">\n  <desc>${xmlText(graph.name)}</desc>\n`,
    ...dataOf('graph', graph.values).map((data) => `  ${data}\n`),
    ...graph.nodes.map(nodeText),
    ...graph.edges.map(edgeText),
    ' </graph>\n</graphml>\n',
  ]
  return pieces.join('')
}

const keyOf = (owner: Owner, name: string): string => `${owner}.${name}`

function keys(owner: Owner, columns: WrittenGraph['columns']['node']): string {
  return columns
    .map(({ name, kind }) => {
      const attributes = { id: keyOf(owner, name), for: owner, 'attr.name': name, 'attr.type': TYPE[kind] }
      return ` <key${xmlAttributes(attributes)}/>\n`
    })
    .join('')
}

const dataOf = (owner: Owner, values: FlatRow): string[] =>
  Array.from(values, ([name, value]) => `<data key="${keyOf(owner, name)}">${xmlText(String(value))}</data>`)

const labelData = (owner: Owner, label: string): string =>
  label === '' ? '' : dataOf(owner, new Map([['label', label]])).join('')

function nodeText({ key, label, values }: GraphNode): string {
  return `  <node${xmlAttributes({ id: key })}>${labelData('node', label)}${dataOf('node', values).join('')}</node>\n`
}

function edgeText({ key, source, target, label, values }: GraphEdge): string {
  const data = labelData('edge', label) + dataOf('edge', values).join('')
  return `  <edge${xmlAttributes({ id: key, source, target })}>${data}</edge>\n`
}
