/** Every format in which a chain is handed on. Each gives the chain back that was written: parse(write(chain)) = chain. */
import type { Chain } from '../../model/chain.ts'
import type { FileFormatId } from '../../model/file-formats.ts'
import { writeChain } from '../write-chain.ts'
import { graphOf } from './chain-graph.ts'
import type { WrittenGraph } from './graph-document.ts'
import type { SheetOptions } from './sheet-types.ts'
import { writeCsvSet } from './write-csv-set.ts'
import { writeGexf } from './write-gexf.ts'
import { writeCytoscapeJson, writeGraphologyJson } from './write-graph-json.ts'
import { writeGraphml } from './write-graphml.ts'
import { writeWorkbook } from './write-workbook.ts'
import { sheetsOf } from './written-sheets.ts'

/** @param options what only sheets use is passed over by the others */
type Write = (chain: Chain, options: SheetOptions) => Promise<Uint8Array>

const asText =
  (write: (chain: Chain, options: SheetOptions) => string): Write =>
  async (chain, options) =>
    new TextEncoder().encode(write(chain, options))

const asGraph = (write: (graph: WrittenGraph) => string): Write =>
  asText((chain, { language }) => write(graphOf(chain, language)))

export const FORMATS = {
  workbook: (chain, options) => writeWorkbook(sheetsOf(chain, options)),
  csv: async (chain, options) => writeCsvSet(sheetsOf(chain, options)),
  gexf: asGraph(writeGexf),
  graphml: asGraph(writeGraphml),
  cytoscape: asGraph(writeCytoscapeJson),
  graphology: asGraph(writeGraphologyJson),
  chain: asText(writeChain),
} as const satisfies Record<FileFormatId, Write>
