import type { FlatRow } from './flat-fields.ts'
import type { WrittenGraph } from './graph-document.ts'

/** One element a line, so that two versions compare line by line. */
const list = (rows: readonly unknown[]): string =>
  rows.length === 0 ? '[]' : `[\n${rows.map((row) => `   ${JSON.stringify(row)}`).join(',\n')}\n  ]`

const attributesOf = (label: string, values: FlatRow): object =>
  Object.fromEntries(label === '' ? values : [['label', label], ...values])

/** Cytoscape JSON, as Cytoscape and Cytoscape.js open and save it: flat `data`, ids that no node and edge share. */
export function writeCytoscapeJson(graph: WrittenGraph): string {
  const nodes = graph.nodes.map(({ key, label, values }) => {
    const position = graph.positions.get(key)
    return { data: { id: key, ...attributesOf(label, values) }, ...(position && { position }) }
  })
  const edges = graph.edges.map(({ key, source, target, label, values }) => ({
    data: { id: key, source, target, ...attributesOf(label, values) },
  }))
  const network = JSON.stringify({ name: graph.name, ...Object.fromEntries(graph.values) })
  const head = ` "format_version": "1.0",\n "generated_by": "Changlian",\n "target_cytoscapejs_version": "~3.34",\n`
  return `{\n${head} "data": ${network},\n "elements": {\n  "nodes": ${list(nodes)},\n  "edges": ${list(edges)}\n }\n}\n`
}

/** graphology's serialised form: `graph.import(JSON.parse(text))` takes it as it is. */
export function writeGraphologyJson(graph: WrittenGraph): string {
  // sigma draws no node without a place, and counts upwards.
  const nodes = graph.nodes.map(({ key, label, values }) => {
    const place = graph.positions.get(key)
    return { key, attributes: { ...attributesOf(label, values), ...(place && { x: place.x, y: 0 - place.y }) } }
  })
  const edges = graph.edges.map(({ key, source, target, label, values }) => ({
    key,
    source,
    target,
    attributes: attributesOf(label, values),
  }))
  const attributes = JSON.stringify({ name: graph.name, ...Object.fromEntries(graph.values) })
  const options = '{"type": "directed", "multi": true, "allowSelfLoops": true}'
  return `{\n "attributes": ${attributes},\n "options": ${options},\n "nodes": ${list(nodes)},\n "edges": ${list(edges)}\n}\n`
}
