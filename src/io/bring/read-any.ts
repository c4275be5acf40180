/** Reads a file of any kind that this program takes. What it is shows by its first bytes; the name decides where these leave it open. */
import type { DirectionSample, TextLayout } from '../../model/bring.ts'
import type { Chain } from '../../model/chain.ts'
import type { Problem } from '../../model/problem.ts'
import { isObject } from '../check-shape.ts'
import { decodeText } from '../decode-text.ts'
import { foreignKindOf } from '../file-kind.ts'
import { foreignJsonKind, graphJsonKind } from '../formats/read-graph-json.ts'
import { readGraph, type ForeignGraph } from '../formats/read-graph.ts'
import { readOwnSheets } from '../formats/read-sheets.ts'
import { problemList } from '../problem-list.ts'
import type { Tell } from '../progress.ts'
import { readChain } from '../read-chain.ts'
import { parseJson } from '../read-text.ts'
import { isZip } from '../tables/binary-kinds.ts'
import { readTables, type ReadTables } from '../tables/read-table-file.ts'
import type { Table } from '../tables/table.ts'

export type AnyFile =
  | {
      readonly kind: 'chain'
      /** Null when the file is refused. */
      readonly chain: Chain | null
      /** A whole chain, as this program saves it or hands it on: it is rather opened than brought in. */
      readonly isChainFile: boolean
      readonly direction: readonly DirectionSample[]
      /** A graph of another program, which may be mapped otherwise; its `problems` are then those of any mapping. */
      readonly foreign: ForeignGraph | null
      readonly problems: readonly Problem[]
    }
  | {
      readonly kind: 'tables'
      readonly tables: readonly Table[]
      readonly layout: ReadTables['layout']
      readonly problems: readonly Problem[]
    }

export async function readAny(bytes: Uint8Array, name: string, layout: TextLayout = {}, tell?: Tell): Promise<AnyFile> {
  switch (routeOf(bytes, name)) {
    case 'chain':
      return { kind: 'chain', isChainFile: true, direction: [], foreign: null, ...readChain(bytes, name, tell) }
    case 'graph': {
      const { chain, problems, direction, foreign } = readGraph(bytes, name)
      const isRefused = chain === null || foreign === null
      const ofFile = isRefused ? problems : foreign.found
      return {
        kind: 'chain',
        isChainFile: foreign === null,
        chain,
        problems: ofFile,
        direction,
        foreign: isRefused ? null : foreign,
      }
    }
    case 'tables':
      return fromTables(await readTables(bytes, name, layout, tell), name)
  }
}

/** For files that are brought in together with others: what is no table is refused, because it holds a chain of its own. */
export async function tablesOf(bytes: Uint8Array, name: string, layout: TextLayout, tell?: Tell): Promise<ReadTables> {
  if (routeOf(bytes, name) === 'tables') return readTables(bytes, name, layout, tell)
  const problem = { code: 'TYPE_MISMATCH', severity: 'error', file: name, expected: 'tableFile' } as const
  return { tables: [], own: null, layout: null, problems: [problem] }
}

/** Tables that this program has written are a chain again, as they were. */
export function fromTables({ tables, own, problems, layout }: ReadTables, name: string): AnyFile {
  if (own === null) return { kind: 'tables', tables, layout, problems }
  const read = readOwnSheets(own, name)
  return {
    kind: 'chain',
    isChainFile: true,
    direction: [],
    foreign: null,
    chain: read.chain,
    problems: [...problems, ...read.problems],
  }
}

const NAMED_CHAIN = /\.chain\.json$/i
const NAMED_JSON = /\.(?:json|cyjs)$/i
const NAMED_GRAPH = /\.(?:gexf|graphml|xml)$/i
/** A `.txt` may hold anything: what stands in it tells. */
const NAMED_TABLE = /\.(?:csv|tsv|tab|xl\w+)$/i
const GRAPH_MARKUP = new Set(['GEXF', 'GraphML', 'XML'])

function routeOf(bytes: Uint8Array, name: string): 'chain' | 'graph' | 'tables' {
  if (NAMED_CHAIN.test(name)) return 'chain'
  if (NAMED_GRAPH.test(name)) return 'graph'
  if (NAMED_JSON.test(name)) return jsonRoute(bytes)
  if (NAMED_TABLE.test(name) || isZip(bytes)) return 'tables'
  if (GRAPH_MARKUP.has(foreignKindOf(bytes) ?? '')) return 'graph'
  return /^\ufeff?\s*[[{]/.test(headOf(bytes)) ? jsonRoute(bytes) : 'tables'
}

const headOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, 256)).replaceAll('\0', '')

/** JSON that is no graph is taken for a chain file with faults, which says best what is wrong with it. */
function jsonRoute(bytes: Uint8Array): 'chain' | 'graph' {
  if (foreignKindOf(bytes) !== null) return 'chain'
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return 'chain'
  const document = parseJson(decoded.text, problemList(''))
  if (document === undefined || (isObject(document) && 'format' in document)) return 'chain'
  return graphJsonKind(document) === null && foreignJsonKind(document) === null ? 'chain' : 'graph'
}
