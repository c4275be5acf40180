/** Graphs in JSON: how Cytoscape, Cytoscape.js and graphology write them. Which one it is shows by what stands in the document. */
import { isObject, type JsonObject } from '../check-shape.ts'
import { excerpt, type ProblemList } from '../problem-list.ts'
import { exactJson, listText } from './exact-text.ts'
import type { FlatValue } from './flat-fields.ts'
import { graphBuilder, type GraphBuilder } from './graph-builder.ts'
import type { GraphDocument } from './graph-document.ts'

export type GraphJsonKind = 'cytoscape' | 'graphology'

/** Null for JSON that is neither. */
export function graphJsonKind(document: unknown): GraphJsonKind | null {
  if (Array.isArray(document)) return document.some((row) => isObject(row) && isObject(row.data)) ? 'cytoscape' : null
  if (!isObject(document)) return null
  if (isObject(document.elements) || Array.isArray(document.elements)) return 'cytoscape'
  const rows = [document.nodes, document.edges].flatMap((list) => (Array.isArray(list) ? list.slice(0, 1) : []))
  if (rows.some((row) => isObject(row) && isObject(row.data))) return 'cytoscape'
  const isGraphology = isObject(document.options) || rows.some((row) => isObject(row) && 'key' in row)
  return isGraphology && ('nodes' in document || 'edges' in document) ? 'graphology' : null
}

/** What other JSON this is, for those who picked a file that is read nowhere here. */
export function foreignJsonKind(document: unknown): string | null {
  if (Array.isArray(document)) {
    const isCx = document.some((row) => isObject(row) && ('numberVerification' in row || 'CXVersion' in row))
    return isCx ? 'CX' : null
  }
  if (!isObject(document)) return null
  if (isObject(document.graph) && ('nodes' in document.graph || 'edges' in document.graph)) return 'JSON Graph Format'
  if (Array.isArray(document.links)) return 'node-link JSON'
  return Array.isArray(document.nodes) && Array.isArray(document.edges) ? 'nodes-edges JSON' : null
}

interface Reading {
  readonly problems: ProblemList
  readonly graph: GraphBuilder
}

export function readCytoscapeJson(document: unknown, problems: ProblemList): GraphDocument {
  const reading: Reading = { problems, graph: graphBuilder(problems) }
  const whole = isObject(document) ? document : {}
  const elements = Array.isArray(document) ? document : (whole.elements ?? whole)
  addGraphValues(reading, whole.data)
  if (Array.isArray(elements)) {
    elements.forEach((row: unknown, at) => addElement(reading, row, groupOf(row), pathIn(document, `[${at}]`)))
  } else if (isObject(elements)) {
    for (const group of ['nodes', 'edges'] as const) {
      rowsOf(reading, elements[group], pathIn(document, `.${group}`)).forEach((row, at) =>
        addElement(reading, row, group, pathIn(document, `.${group}[${at}]`)),
      )
    }
  }
  return reading.graph.done()
}

/** `elements.nodes[3]`, or `nodes[3]` where the document has no field `elements`. */
const pathIn = (document: unknown, place: string): string =>
  isObject(document) && 'elements' in document ? `elements${place}` : place.replace(/^\./, '')

function rowsOf({ problems }: Reading, value: unknown, path: string): readonly unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  problems.add({ code: 'SCHEMA', severity: 'error', path, found: excerpt(value), expected: 'list' })
  return []
}

function groupOf(row: unknown): 'nodes' | 'edges' {
  if (!isObject(row)) return 'nodes'
  if (row.group === 'nodes' || row.group === 'edges') return row.group
  return isObject(row.data) && 'source' in row.data ? 'edges' : 'nodes'
}

const PLACED_ELSEWHERE: ReadonlySet<string> = new Set(['id', 'source', 'target', 'label', 'parent', 'SUID', 'selected'])

function addElement(reading: Reading, row: unknown, group: 'nodes' | 'edges', path: string): void {
  const { problems, graph } = reading
  if (!isObject(row) || !isObject(row.data)) {
    problems.add({
      code: 'SCHEMA',
      severity: 'error',
      path: `${path}.data`,
      found: excerpt(undefined),
      expected: 'object',
    })
    return
  }
  const { data } = row
  const key = textOf(data.id)
  const label = textOf(data.label) ?? ''
  const place = { path: `${path}.data` }
  if (group === 'nodes') {
    if (key === null) missing(reading, `${path}.data.id`, data.id)
    checkDigits(reading, data.id, `${path}.data.id`)
    graph.openNode(key, label, place)
  } else graph.openEdge(endsOf(reading, data, `${path}.data`), { key: key ?? '', label, isDirected: true }, place)
  addValues(reading, data, PLACED_ELSEWHERE, place.path)
  graph.close()
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null

/** A whole number that JSON has already rounded: two different ids may have become one. */
function checkDigits({ problems }: Reading, value: unknown, path: string): void {
  if (typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value)) return
  problems.add({ code: 'ID_PRECISION', severity: 'warning', path, found: String(value), expected: 'text' })
}

function missing({ problems }: Reading, path: string, value: unknown): void {
  problems.add({ code: 'ATTR', severity: 'error', path, found: excerpt(value), expected: 'required' })
}

function endsOf(reading: Reading, row: JsonObject, path: string): { source: string; target: string } | null {
  for (const end of ['source', 'target']) checkDigits(reading, row[end], `${path}.${end}`)
  const source = textOf(row.source)
  const target = textOf(row.target)
  if (source === null) missing(reading, `${path}.source`, row.source)
  if (target === null) missing(reading, `${path}.target`, row.target)
  return source === null || target === null ? null : { source, target }
}

function addValues(reading: Reading, row: JsonObject, leave: ReadonlySet<string>, path: string): void {
  for (const [name, value] of Object.entries(row)) {
    if (leave.has(name) || value === null) continue
    checkDigits(reading, value, `${path}.${name}`)
    for (const [part, cell] of cellsOf(name, value)) reading.graph.set(part, cell, { path: `${path}.${name}` })
  }
}

/** A value as cells: an object of plain values by its parts, as `name.zh`; a list of texts as one; what is nested deeper as JSON. */
function cellsOf(name: string, value: unknown): readonly (readonly [string, FlatValue])[] {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return [[name, listText(value)]]
  if (!isObject(value)) return [[name, flatOf(value)]]
  const parts = Object.entries(value)
  const isPlain = parts.length > 0 && parts.every(([, part]) => isFlat(part))
  return isPlain ? parts.map(([part, cell]) => [`${name}.${part}`, cell as FlatValue]) : [[name, exactJson(value)]]
}

const isFlat = (value: unknown): value is FlatValue => ['string', 'number', 'boolean'].includes(typeof value)

const flatOf = (value: unknown): FlatValue => (isFlat(value) ? value : exactJson(value))

function attributesOf({ problems }: Reading, value: unknown, path: string): JsonObject {
  if (isObject(value)) return value
  if (value !== undefined)
    problems.add({ code: 'SCHEMA', severity: 'error', path, found: excerpt(value), expected: 'object' })
  return {}
}

function addGraphValues({ graph }: Reading, values: unknown): void {
  if (!isObject(values)) return
  for (const [name, value] of Object.entries(values)) if (value !== null) graph.graphValue(name, flatOf(value))
  if (typeof values.name === 'string') graph.name(values.name)
}

const LABEL: ReadonlySet<string> = new Set(['label'])

export function readGraphologyJson(document: JsonObject, problems: ProblemList): GraphDocument {
  const reading: Reading = { problems, graph: graphBuilder(problems) }
  const { graph } = reading
  addGraphValues(reading, document.attributes)
  const isUndirected = isObject(document.options) && document.options.type === 'undirected'
  if (document.nodes === undefined) missing(reading, 'nodes', document.nodes)
  const addAll = (table: 'nodes' | 'edges', add: (row: JsonObject, attributes: JsonObject, path: string) => void) =>
    rowsOf(reading, document[table], table).forEach((row, at) => {
      const path = `${table}[${at}]`
      if (!isObject(row)) {
        problems.add({ code: 'SCHEMA', severity: 'error', path, found: excerpt(row), expected: 'object' })
        return
      }
      add(row, attributesOf(reading, row.attributes, `${path}.attributes`), path)
      graph.close()
    })
  addAll('nodes', (row, attributes, path) => {
    const key = textOf(row.key)
    if (key === null) missing(reading, `${path}.key`, row.key)
    checkDigits(reading, row.key, `${path}.key`)
    graph.openNode(key, textOf(attributes.label) ?? '', { path: `${path}.attributes` })
    addValues(reading, attributes, LABEL, `${path}.attributes`)
  })
  addAll('edges', (row, attributes, path) => {
    const isDirected = row.undirected !== true && !isUndirected
    const facts = { key: textOf(row.key) ?? '', label: textOf(attributes.label) ?? '', isDirected }
    graph.openEdge(endsOf(reading, row, path), facts, { path: `${path}.attributes` })
    addValues(reading, attributes, LABEL, `${path}.attributes`)
  })
  return graph.done()
}
