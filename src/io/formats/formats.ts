/** Every format in which a chain is handed on. Each gives the chain back that was written: parse(write(chain)) = chain. */
import type { Chain } from '../../model/chain.ts'
import type { FileFormatId } from '../../model/file-formats.ts'
import type { Language } from '../../model/local-text.ts'
import { writeChain } from '../write-chain.ts'
import { graphOf } from './chain-graph.ts'
import type { WrittenGraph } from './graph-document.ts'
import { writeGexf } from './write-gexf.ts'
import { writeCytoscapeJson, writeGraphologyJson } from './write-graph-json.ts'
import { writeGraphml } from './write-graphml.ts'

export interface HandOnOptions {
  /** Of headings, labels and explanations; names of fields stay as they are. */
  readonly language: Language
  /** Whose results go into a workbook or a set of tables; null = none. */
  readonly scenarioId: string | null
}

type Write = (chain: Chain, options: HandOnOptions) => Promise<Uint8Array>

const asText =
  (write: (chain: Chain, options: HandOnOptions) => string): Write =>
  async (chain, options) =>
    new TextEncoder().encode(write(chain, options))

const asGraph = (write: (graph: WrittenGraph) => string): Write =>
  asText((chain, { language }) => write(graphOf(chain, language)))

export const FORMATS = {
  gexf: asGraph(writeGexf),
  graphml: asGraph(writeGraphml),
  cytoscape: asGraph(writeCytoscapeJson),
  graphology: asGraph(writeGraphologyJson),
  chain: asText(writeChain),
} as const satisfies Partial<Record<FileFormatId, Write>>
