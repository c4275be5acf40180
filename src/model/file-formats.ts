/**
 * The formats in which a chain is handed on as data. All of them give the whole chain back to this program; what other programs
 * lose of it is said by `lost`, in the order in which it matters.
 */
export const FILE_FORMATS = {
  workbook: { endings: ['.xlsx'], lost: [] },
  csv: { endings: ['.csv.zip', '.zip'], lost: ['codesInSpreadsheets'] },
  gexf: { endings: ['.gexf'], lost: ['restAsText', 'restOnResave'] },
  graphml: { endings: ['.graphml'], lost: ['restAsText'] },
  cytoscape: { endings: ['.cyjs'], lost: ['restAsText'] },
  graphology: { endings: ['.graphology.json', '.json'], lost: ['restAsText'] },
  chain: { endings: ['.chain.json'], lost: [] },
} as const satisfies Record<string, FileFormat>

interface FileFormat {
  /** How names of files end, the one for new files first. */
  readonly endings: readonly string[]
  readonly lost: readonly string[]
}

export type FileFormatId = keyof typeof FILE_FORMATS
export type Loss = (typeof FILE_FORMATS)[FileFormatId]['lost'][number]

export const FILE_FORMAT_IDS = Object.keys(FILE_FORMATS) as readonly FileFormatId[]
