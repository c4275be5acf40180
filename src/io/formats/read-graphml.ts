import { excerpt, type ProblemList } from '../problem-list.ts'
import { attributeType, attributeValue, hasRoom, type AttributeType } from './attribute-values.ts'
import { graphBuilder, type GraphBuilder } from './graph-builder.ts'
import type { GraphDocument, GraphPlace } from './graph-document.ts'
import { readXml } from './xml-reader.ts'

type Attributes = ReadonlyMap<string, string>

interface Key {
  readonly name: string
  readonly type: AttributeType
  /** Elements that have the attribute: node, edge, graph, all. */
  readonly owner: string
  /** What yEd draws with; its label is read from inside. */
  readonly isDrawing: boolean
  defaultText: string | null
}

interface Reading {
  isTooWide: boolean
  readonly problems: ProblemList
  readonly graph: GraphBuilder
  readonly keys: Map<string, Key>
  /** Of the open graphs, which lie in each other. */
  readonly areDirected: boolean[]
  /** Key whose <default> is read. */
  declaring: Key | null
  /** Key of the open <data>. */
  reading: Key | null
  text: string | null
}

/** GraphML with nested graphs, also as yEd writes it; ports and hyperedges are left out, the latter with a problem. */
export function readGraphml(text: string, problems: ProblemList): GraphDocument | null {
  const reading: Reading = {
    isTooWide: false,
    problems,
    graph: graphBuilder(problems),
    keys: new Map(),
    areDirected: [],
    declaring: null,
    reading: null,
    text: null,
  }
  const listener = {
    open: (name: string, attributes: Attributes, place: GraphPlace) => open(reading, name, attributes, place),
    text: (piece: string) => {
      if (reading.text !== null) reading.text += piece
    },
    close: (name: string, place: GraphPlace) => close(reading, name, place),
    instruction: () => {},
  }
  const isRead = readXml(text, ['graphml'], listener, problems)
  return isRead && !reading.isTooWide ? reading.graph.done() : null
}

function open(reading: Reading, name: string, attributes: Attributes, place: GraphPlace): void {
  // yEd puts the place of a label behind its text, as elements inside it.
  if (reading.reading?.isDrawing && reading.text !== null) endLabel(reading)
  switch (name) {
    case 'key':
      return declare(reading, attributes, place)
    case 'graph':
      return void reading.areDirected.push(attributes.get('edgedefault') === 'directed')
    case 'node':
      return openNode(reading, attributes, place)
    case 'edge':
      return openEdge(reading, attributes, place)
    case 'port':
      return reading.graph.openNode(null, '', place)
    case 'hyperedge':
      reading.problems.add({ code: 'ATTR', severity: 'warning', ...place, path: name, found: name, expected: 'edge' })
      return reading.graph.openEdge(null, { key: '', label: '', isDirected: true }, place)
    case 'data':
      return openData(reading, attributes, place)
    case 'default':
    case 'desc':
      reading.text = ''
      return
    case 'NodeLabel':
    case 'EdgeLabel':
      if (reading.reading?.isDrawing) reading.text = ''
  }
}

function missing({ problems }: Reading, path: string, place: GraphPlace): void {
  problems.add({ code: 'ATTR', severity: 'error', ...place, path, found: 'missing', expected: 'required' })
}

function declare(reading: Reading, attributes: Attributes, place: GraphPlace): void {
  const id = attributes.get('id')
  if (id === undefined) return missing(reading, 'key.id', place)
  if (!hasRoom(reading.keys.size, 'key', place, reading.problems)) {
    reading.isTooWide = true
    return
  }
  const declaredType = attributes.get('attr.type') ?? 'string'
  const type = attributeType(declaredType)
  if (type === null) {
    const problem = { found: excerpt(declaredType), expected: 'string | double | int | boolean' }
    reading.problems.add({ code: 'ATTR', severity: 'warning', ...place, path: 'key.attr.type', ...problem })
  }
  if (reading.keys.has(id)) {
    reading.problems.add({ code: 'DUP_ID', severity: 'error', ...place, path: 'key.id', found: excerpt(id) })
  }
  reading.declaring = {
    name: attributes.get('attr.name') ?? id,
    type: type ?? 'text',
    owner: attributes.get('for') ?? 'all',
    isDrawing: attributes.has('yfiles.type'),
    defaultText: null,
  }
  reading.keys.set(id, reading.declaring)
}

function openNode(reading: Reading, attributes: Attributes, place: GraphPlace): void {
  const id = attributes.get('id')
  if (id === undefined) missing(reading, 'node.id', place)
  reading.graph.openNode(id ?? null, '', place)
}

function openEdge(reading: Reading, attributes: Attributes, place: GraphPlace): void {
  const source = attributes.get('source')
  const target = attributes.get('target')
  if (source === undefined) missing(reading, 'edge.source', place)
  if (target === undefined) missing(reading, 'edge.target', place)
  const given = attributes.get('directed')
  const isDirected = given === undefined ? (reading.areDirected.at(-1) ?? false) : given === 'true' || given === '1'
  const ends = source === undefined || target === undefined ? null : { source, target }
  reading.graph.openEdge(ends, { key: attributes.get('id') ?? '', label: '', isDirected }, place)
}

function openData(reading: Reading, attributes: Attributes, place: GraphPlace): void {
  const id = attributes.get('key')
  if (id === undefined) return missing(reading, 'data.key', place)
  reading.reading = reading.keys.get(id) ?? null
  if (!reading.reading) {
    const problem = { path: 'data.key', found: excerpt(id), expected: 'declaredKey' }
    reading.problems.add({ code: 'ATTR', severity: 'warning', ...place, ...problem })
  } else if (!reading.reading.isDrawing) reading.text = ''
}

function endLabel(reading: Reading): void {
  const label = reading.text?.trim() ?? ''
  if (label !== '') reading.graph.label(label)
  reading.text = null
}

function close(reading: Reading, name: string, place: GraphPlace): void {
  switch (name) {
    case 'NodeLabel':
    case 'EdgeLabel':
      if (reading.reading?.isDrawing) endLabel(reading)
      return
    case 'default':
      if (reading.declaring) reading.declaring.defaultText = reading.text
      reading.text = null
      return
    case 'desc':
      if (reading.graph.owner() === null) reading.graph.name((reading.text ?? '').trim())
      reading.text = null
      return
    case 'data':
      return endData(reading, place)
    case 'key':
      reading.declaring = null
      return
    case 'graph':
      reading.areDirected.pop()
      return
    case 'node':
    case 'edge':
      addDefaults(reading, name)
      return reading.graph.close()
    case 'port':
    case 'hyperedge':
      return reading.graph.close()
  }
}

function endData(reading: Reading, place: GraphPlace): void {
  const { reading: key, text, graph, problems } = reading
  reading.reading = null
  reading.text = null
  if (!key || key.isDrawing || text === null) return
  const value = attributeValue(text, key.type, { ...place, name: key.name }, problems)
  if (graph.owner() === null) graph.graphValue(key.name, value)
  else graph.set(key.name, value, place)
}

function addDefaults({ keys, graph, problems }: Reading, owner: string): void {
  for (const { name, type, defaultText, ...key } of keys.values()) {
    if (defaultText === null || key.isDrawing || (key.owner !== owner && key.owner !== 'all') || graph.has(name))
      continue
    const value = attributeValue(defaultText, type, { ...graph.place(), name }, problems)
    graph.set(name, value, graph.place())
  }
}
