/** Reads any graph file: which format it is shows by what stands in it, not by its name. */
import type { DirectionSample } from '../../model/bring.ts'
import type { Chain } from '../../model/chain.ts'
import type { GraphMapping } from '../../model/graph-mapping.ts'
import { textIn } from '../../model/local-text.ts'
import type { Problem } from '../../model/problem.ts'
import { isObject } from '../check-shape.ts'
import { foreignKindOf } from '../file-kind.ts'
import { excerpt, problemList, type ProblemList } from '../problem-list.ts'
import { parseJson, readText } from '../read-text.ts'
import { chainOfOwnGraph, isOwnGraph } from './chain-graph.ts'
import { chainOfForeignGraph } from './foreign-graph.ts'
import { isGraphWithinLimits } from './graph-builder.ts'
import type { GraphDocument } from './graph-document.ts'
import { proposedMapping } from './graph-mapping.ts'
import { foreignJsonKind, graphJsonKind, readCytoscapeJson, readGraphologyJson } from './read-graph-json.ts'
import { readGexf } from './read-gexf.ts'
import { readGraphml } from './read-graphml.ts'

export interface ReadGraph {
  /** With the rows that have no error; null when the file is refused. */
  readonly chain: Chain | null
  readonly problems: readonly Problem[]
  /** Names for the sentence "X supplies Y?", by which a person confirms the direction. */
  readonly direction: readonly DirectionSample[]
  /** Null for a chain that this program has handed on: it is exactly what it was, and nothing is to be mapped. */
  readonly foreign: ForeignGraph | null
}

/** A graph that another program made. */
export interface ForeignGraph {
  readonly mapping: GraphMapping
  /** What is wrong with the file under any mapping, and what is under this one: both are among the problems. */
  readonly found: readonly Problem[]
  readonly mapped: readonly Problem[]
  /** The same file under another mapping, without reading it again. */
  readonly remapped: (mapping: GraphMapping) => ReadGraph
}

export function readGraph(bytes: Uint8Array, fileName: string): ReadGraph {
  const problems = problemList(fileName)
  const graph = graphOfFile(bytes, fileName, problems)
  if (!graph || !isGraphWithinLimits(graph, problems)) {
    return { chain: null, problems: problems.all(), direction: [], foreign: null }
  }
  if (isOwnGraph(graph)) {
    const chain = problems.hasErrors() ? null : chainOfOwnGraph(graph, problems)
    return { chain, problems: problems.all(), direction: directionOf(chain), foreign: null }
  }
  return mappedGraph({ graph, fileName, found: problems.all() }, proposedMapping(graph))
}

interface OpenedGraph {
  readonly graph: GraphDocument
  readonly fileName: string
  /** What is wrong with the file under any mapping. */
  readonly found: readonly Problem[]
}

function mappedGraph(opened: OpenedGraph, mapping: GraphMapping): ReadGraph {
  const { graph, fileName, found } = opened
  const problems = problemList(fileName)
  const chain = chainOfForeignGraph(graph, mapping, { problems, file: fileName })
  const mapped = problems.all()
  const foreign = { mapping, found, mapped, remapped: (other: GraphMapping) => mappedGraph(opened, other) }
  return { chain, problems: [...found, ...mapped], direction: directionOf(chain), foreign }
}

const SAMPLES = 3

function directionOf(chain: Chain | null): DirectionSample[] {
  if (!chain) return []
  const nameOf = new Map(chain.enterprises.map(({ id, name }) => [id, textIn(name, 'zh') || id]))
  return chain.supplies
    .filter(({ from, to }) => from !== to)
    .slice(0, SAMPLES)
    .map(({ from, to, product }) => ({ from: nameOf.get(from)!, to: nameOf.get(to)!, product }))
}

const MARKUP = ['GEXF', 'GraphML', 'XML']

const NAMED_MARKUP = /\.(?:gexf|graphml|xml)$/i

function graphOfFile(bytes: Uint8Array, fileName: string, problems: ProblemList): GraphDocument | null {
  const kind = foreignKindOf(bytes)
  const text = kind === null ? readText(bytes, EXPECTED, problems) : readMarkup(bytes, problems)
  if (text === null) return null
  const isMarkup = kind !== null || (NAMED_MARKUP.test(fileName) && !/^\s*[[{]/.test(text))
  if (isMarkup) return rootOf(text) === 'graphml' ? readGraphml(text, problems) : readGexf(text, problems)
  const document = parseJson(text, problems)
  if (document === undefined || problems.hasErrors()) return null
  switch (graphJsonKind(document)) {
    case 'cytoscape':
      return readCytoscapeJson(document, problems)
    case 'graphology':
      return readGraphologyJson(isObject(document) ? document : {}, problems)
    case null: {
      const found = foreignJsonKind(document) ?? excerpt(document)
      problems.add({ code: 'TYPE_MISMATCH', severity: 'error', found, expected: 'graphFile' })
      return null
    }
  }
}

const EXPECTED = { kinds: MARKUP, words: 'graphFile' }
const DECLARED = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/

/** XML says its own encoding; one that keeps ASCII is followed, so that GBK files are read. */
function readMarkup(bytes: Uint8Array, problems: ProblemList): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 300))
  const declared = DECLARED.exec(head)?.[1]?.toLowerCase()
  if (declared === undefined || /^utf-?(?:8|16)/.test(declared)) return readText(bytes, EXPECTED, problems)
  const text = decodedAs(bytes, declared)
  if (text !== null) return readText(new TextEncoder().encode(text), EXPECTED, problems)
  problems.add({ code: 'ENCODING', severity: 'error', found: declared, expected: 'UTF-8' })
  return null
}

function decodedAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null // a name that no decoder knows, or bytes that do not fit it
  }
}

/** Name of the outermost element without its prefix; '' where something else comes first, which the reader then refuses. */
function rootOf(text: string): string {
  let at = 0
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null
    if (end === null) break
    const close = text.indexOf(end, at)
    if (close < 0) return ''
    at = close + end.length
  }
  return /^<(?:[\w-]+:)?([\w-]+)/.exec(text.slice(at, at + 200))?.[1] ?? ''
}
