/** Reads any graph file: which format it is shows by what stands in it, not by its name. */
import type { Chain } from '../../model/chain.ts'
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
import { graphTables, type GraphTable } from './graph-tables.ts'
import { proposedMapping, type GraphMapping } from './graph-mapping.ts'
import { foreignJsonKind, graphJsonKind, readCytoscapeJson, readGraphologyJson } from './read-graph-json.ts'
import { readGexf } from './read-gexf.ts'
import { readGraphml } from './read-graphml.ts'

/** Names for the sentence "X supplies Y?", by which a person confirms the direction. */
export interface DirectionSample {
  readonly from: string
  readonly to: string
  readonly product: string
}

export interface ReadGraph {
  /** Of another program's graph: nodes and edges as they stand, for whoever maps them as tables. */
  readonly tables: readonly GraphTable[]
  /** With the rows that have no error; null when the file is refused. */
  readonly chain: Chain | null
  readonly problems: readonly Problem[]
  /** Written by this program: the chain is exactly what was handed on, and nothing is to be mapped. */
  readonly isOwn: boolean
  readonly mapping: GraphMapping
  readonly direction: readonly DirectionSample[]
}

/** @param mapping as a person changed it; absent = as proposed */
export function readGraph(bytes: Uint8Array, fileName: string, mapping?: GraphMapping): ReadGraph {
  const problems = problemList(fileName)
  const graph = graphOfFile(bytes, problems)
  const none: GraphMapping = { attributes: [], isReversed: false }
  if (!graph || !isGraphWithinLimits(graph, problems)) {
    return { chain: null, problems: problems.all(), isOwn: false, mapping: none, direction: [], tables: [] }
  }
  if (isOwnGraph(graph)) {
    const chain = problems.hasErrors() ? null : chainOfOwnGraph(graph, problems)
    return { chain, problems: problems.all(), isOwn: true, mapping: none, direction: directionOf(chain), tables: [] }
  }
  const used = mapping ?? proposedMapping(graph)
  const chain = chainOfForeignGraph(graph, used, { problems, file: fileName })
  const tables = graphTables(graph)
  return { chain, problems: problems.all(), isOwn: false, mapping: used, direction: directionOf(chain), tables }
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

function graphOfFile(bytes: Uint8Array, problems: ProblemList): GraphDocument | null {
  const kind = foreignKindOf(bytes)
  const text = kind === null ? readText(bytes, EXPECTED, problems) : readMarkup(bytes, problems)
  if (text === null) return null
  if (kind !== null) return rootOf(text) === 'graphml' ? readGraphml(text, problems) : readGexf(text, problems)
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
