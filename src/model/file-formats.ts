/**
 * The formats in which a chain is handed on as data. All of them give the whole chain back to this program; what other programs
 * make of it is said by `lost`, in the order in which it matters.
 */
export const FILE_FORMATS = {
  workbook: { endings: ['.xlsx'], lost: ['placesOnMap', 'undo'] },
  csv: { endings: ['.csv.zip', '.zip'], lost: ['codesInSpreadsheets', 'placesOnMap', 'undo'] },
  gexf: { endings: ['.gexf'], lost: ['restAsText', 'restOnResave', 'placesOnMap', 'undo'] },
  graphml: { endings: ['.graphml'], lost: ['restAsText', 'placesOnMap', 'undo'] },
  cytoscape: { endings: ['.cyjs'], lost: ['restAsText', 'placesOnMap', 'undo'] },
  graphology: { endings: ['.graphology.json', '.json'], lost: ['restAsText', 'placesOnMap', 'undo'] },
  chain: { endings: ['.chain.json'], lost: ['undo'] },
} as const satisfies Record<string, FileFormat>

interface FileFormat {
  /** How names of files end, the one for new files first. */
  readonly endings: readonly string[]
  readonly lost: readonly string[]
}

export type FileFormatId = keyof typeof FILE_FORMATS
export type Loss = (typeof FILE_FORMATS)[FileFormatId]['lost'][number]

export const FILE_FORMAT_IDS = Object.keys(FILE_FORMATS) as readonly FileFormatId[]
