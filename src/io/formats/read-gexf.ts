import { excerpt, type ProblemList } from '../problem-list.ts'
import { attributeType, attributeValue, hasRoom, type AttributeType } from './attribute-values.ts'
import { parsedJson } from './exact-text.ts'
import type { FlatValue } from './flat-fields.ts'
import { graphBuilder, type GraphBuilder } from './graph-builder.ts'
import type { GraphDocument, GraphPlace } from './graph-document.ts'
import { readXml } from './xml-reader.ts'

type Attributes = ReadonlyMap<string, string>
type Owner = 'node' | 'edge'

interface Declared {
  readonly title: string
  readonly type: AttributeType
  defaultText: string | null
}

interface Reading {
  isTooWide: boolean
  readonly problems: ProblemList
  readonly graph: GraphBuilder
  readonly declared: Readonly<Record<Owner, Map<string, Declared>>>
  isDirected: boolean
  /** Class of the open <attributes>, and its open <attribute>. */
  owner: Owner | null
  attribute: Declared | null
  /** Text of the open element, where it is one that is read. */
  text: string | null
}

/** GEXF 1.1 to 1.3: attributes, nested nodes, directions; times and colours are passed over. */
export function readGexf(text: string, problems: ProblemList): GraphDocument | null {
  const reading: Reading = {
    isTooWide: false,
    problems,
    graph: graphBuilder(problems),
    declared: { node: new Map(), edge: new Map() },
    isDirected: false,
    owner: null,
    attribute: null,
    text: null,
  }
  const isRead = readXml(
    text,
    ['gexf'],
    {
      open: (name, attributes, place) => open(reading, name, attributes, place),
      text: (piece) => {
        if (reading.text !== null) reading.text += piece
      },
      close: (name) => close(reading, name),
      instruction: (target, body) => instruction(reading, target, body),
    },
    problems,
  )
  return isRead && !reading.isTooWide ? reading.graph.done() : null
}

function open(reading: Reading, name: string, attributes: Attributes, place: GraphPlace): void {
  switch (name) {
    case 'graph':
      reading.isDirected = attributes.get('defaultedgetype') === 'directed'
      return
    case 'attributes':
      reading.owner = ownerOf(attributes.get('class'))
      return
    case 'attribute':
      return declare(reading, attributes, place)
    case 'default':
    case 'description':
      reading.text = ''
      return
    case 'node':
      return openNode(reading, attributes, place)
    case 'edge':
      return openEdge(reading, attributes, place)
    case 'attvalue':
      return addValue(reading, attributes, place)
  }
}

const ownerOf = (name: string | undefined): Owner | null => (name === 'node' || name === 'edge' ? name : null)

function declare(reading: Reading, attributes: Attributes, place: GraphPlace): void {
  const id = attributes.get('id')
  if (reading.owner === null) return
  if (id === undefined) return missing(reading, 'attribute.id', place)
  const declaredType = attributes.get('type') ?? 'string'
  const type = attributeType(declaredType)
  if (type === null) {
    const found = excerpt(declaredType)
    const expected = 'string | double | integer | boolean'
    reading.problems.add({ code: 'ATTR', severity: 'warning', ...place, path: 'attribute.type', found, expected })
  }
  const declared = reading.declared[reading.owner]
  if (!hasRoom(declared.size, 'attribute', place, reading.problems)) {
    reading.isTooWide = true
    return
  }
  if (declared.has(id)) {
    reading.problems.add({ code: 'DUP_ID', severity: 'error', ...place, path: 'attribute.id', found: excerpt(id) })
  }
  reading.attribute = { title: attributes.get('title') || id, type: type ?? 'text', defaultText: null }
  declared.set(id, reading.attribute)
}

function missing({ problems }: Reading, path: string, place: GraphPlace): void {
  problems.add({ code: 'ATTR', severity: 'error', ...place, path, found: 'missing', expected: 'required' })
}

function openNode(reading: Reading, attributes: Attributes, place: GraphPlace): void {
  const id = attributes.get('id')
  if (id === undefined) missing(reading, 'node.id', place)
  reading.graph.openNode(id ?? null, attributes.get('label') ?? '', place)
}

function openEdge(reading: Reading, attributes: Attributes, place: GraphPlace): void {
  const source = attributes.get('source')
  const target = attributes.get('target')
  if (source === undefined) missing(reading, 'edge.source', place)
  if (target === undefined) missing(reading, 'edge.target', place)
  const type = attributes.get('type')
  const isDirected = type === undefined ? reading.isDirected : type === 'directed'
  const ends = source === undefined || target === undefined ? null : { source, target }
  reading.graph.openEdge(
    ends,
    { key: attributes.get('id') ?? '', label: attributes.get('label') ?? '', isDirected },
    place,
  )
  const weight = attributes.get('weight')
  if (weight === undefined) return
  const value = attributeValue(weight, 'number', { ...place, name: 'edge.weight' }, reading.problems)
  reading.graph.set('weight', value, place)
}

function addValue(reading: Reading, attributes: Attributes, place: GraphPlace): void {
  const owner = reading.graph.owner()
  if (owner === null) return
  const id = attributes.get('for') ?? attributes.get('id')
  if (id === undefined) return missing(reading, 'attvalue.for', place)
  const declared = reading.declared[owner].get(id)
  if (!declared) {
    const problem = { path: 'attvalue.for', found: excerpt(id), expected: 'declaredKey' }
    return reading.problems.add({ code: 'ATTR', severity: 'warning', ...place, ...problem })
  }
  const text = attributes.get('value')
  if (text === undefined) return missing(reading, 'attvalue.value', place)
  const value = attributeValue(text, declared.type, { ...place, name: declared.title }, reading.problems)
  reading.graph.set(declared.title, value, place)
}

function close(reading: Reading, name: string): void {
  const { graph } = reading
  if (name === 'default' && reading.attribute) reading.attribute.defaultText = reading.text
  if (name === 'description' && reading.text !== null) graph.name(reading.text.trim())
  if (name === 'default' || name === 'description') reading.text = null
  if (name === 'attribute') reading.attribute = null
  if (name === 'attributes') reading.owner = null
  if (name !== 'node' && name !== 'edge') return
  for (const { title, type, defaultText } of reading.declared[name].values()) {
    if (defaultText === null || graph.has(title)) continue
    const value = attributeValue(defaultText, type, { ...graph.place(), name: title }, reading.problems)
    graph.set(title, value, graph.place())
  }
  graph.close()
}

/** `<?changlian name json?>`: an attribute of the graph, which the format itself has no place for. */
function instruction({ graph }: Reading, target: string, body: string): void {
  if (target !== 'changlian') return
  const space = body.indexOf(' ')
  const value = parsedJson(body.slice(space + 1))
  if (space > 0 && isFlat(value)) graph.graphValue(body.slice(0, space), value)
}

const isFlat = (value: unknown): value is FlatValue => ['string', 'number', 'boolean'].includes(typeof value)
