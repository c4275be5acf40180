import type { FlatKind, FlatRow } from './flat-fields.ts'
import { exactJson } from './exact-text.ts'
import type { GraphPosition } from './graph-positions.ts'
import type { GraphEdge, GraphNode, WrittenGraph } from './graph-document.ts'
import { xmlAttributes, xmlText } from './xml-writer.ts'

const TYPE: Record<FlatKind, string> = {
  text: 'string',
  day: 'string',
  list: 'string',
  json: 'string',
  number: 'double',
  whole: 'integer',
  flag: 'boolean',
}

/**
 * GEXF 1.3 (gexf.net). The format has no attributes of a graph: what stands there goes into processing instructions named `changlian`,
 * which other programs pass over.
 */
export function writeGexf(graph: WrittenGraph): string {
  const pieces = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n',
    ` <meta${xmlAttributes({ lastmodifieddate: graph.updated })}>\n  <creator>Changlian</creator>\n`,
    `  <description>${xmlText(graph.name)}</description>\n </meta>\n`,
    ...Array.from(graph.values, ([name, value]) => ` <?changlian ${name} ${exactJson(value)}?>\n`),
    ' <graph defaultedgetype="directed" mode="static" idtype="string">\n',
    attributes('node', graph.columns.node),
    attributes('edge', graph.columns.edge),
    `  <nodes count="${graph.nodes.length}">\n`,
    ...graph.nodes.map((node) => nodeText(node, graph.positions.get(node.key))),
    `  </nodes>\n  <edges count="${graph.edges.length}">\n`,
    ...graph.edges.map(edgeText),
    '  </edges>\n </graph>\n</gexf>\n',
  ]
  return pieces.join('')
}

function attributes(owner: 'node' | 'edge', columns: WrittenGraph['columns']['node']): string {
  const rows = columns.map(
    ({ name, kind }) => `   <attribute${xmlAttributes({ id: name, title: name, type: TYPE[kind] })}/>\n`,
  )
  return `  <attributes class="${owner}" mode="static">\n${rows.join('')}  </attributes>\n`
}

/** GEXF counts upwards. */
function nodeText({ key, label, values }: GraphNode, place: GraphPosition | undefined): string {
  const position = place ? `<viz:position${xmlAttributes({ x: place.x, y: 0 - place.y, z: 0 })}/>` : ''
  return `   <node${xmlAttributes({ id: key, label })}>${valuesText(values)}${position}</node>\n`
}

function edgeText({ key, source, target, label, values }: GraphEdge): string {
  const flow = values.get('flow')
  const weight = typeof flow === 'number' ? flow : null
  return `   <edge${xmlAttributes({ id: key, source, target, label, weight })}>${valuesText(values)}</edge>\n`
}

function valuesText(values: FlatRow): string {
  if (values.size === 0) return ''
  const cells = Array.from(
    values,
    ([name, value]) => `<attvalue${xmlAttributes({ for: name, value: String(value) })}/>`,
  )
  return `<attvalues>${cells.join('')}</attvalues>`
}
