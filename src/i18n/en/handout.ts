import type { FileFormatId, Loss } from '../../model/file-formats.ts'

export const handout = {
  title: 'Hand on',
  close: 'Close',
  data: {
    title: 'As data',
    intro:
      'Each of these files gives the whole chain back when it is opened here. Other programs see less: what they lose stands beside.',
    write: 'Download',
    writeFormat: 'Download {{format}}',
    writing: 'Being written…',
    written: 'Handed on as {{format}}.',
    failed: 'The file could not be written: {{reason}}',
    lostTitle: 'Lost for others',
  },
  formats: {
    workbook: {
      name: 'Excel workbook (.xlsx)',
      use: 'Tables to read, check and fill in: enterprises, supplies, blocks and more, the results of the shown scenario, an explanation of every column.',
    },
    csv: { name: 'CSV files (.csv.zip)', use: 'The same tables as plain text, for any program that reads tables.' },
    gexf: { name: 'GEXF', use: 'For Gephi and other programs that draw networks.' },
    graphml: { name: 'GraphML', use: 'For yEd, networkx, igraph and most programs that compute on networks.' },
    cytoscape: { name: 'Cytoscape JSON (.cyjs)', use: 'For Cytoscape and Cytoscape.js.' },
    graphology: { name: 'graphology JSON', use: 'For programs written with graphology and sigma.' },
    chain: { name: 'Chain file (.chain.json)', use: 'For colleagues who use this program, and to keep.' },
  } satisfies Record<FileFormatId, { readonly name: string; readonly use: string }>,
  lost: {
    restAsText:
      'Blocks, scenarios, lists, observed days and sources travel as text that other programs show but do not understand.',
    restOnResave: 'Saved again by another program, only enterprises and supply links are left.',
    codesInSpreadsheets:
      'A spreadsheet that opens a CSV turns codes like 01 or 18 digits into numbers; take the workbook for that.',
    placesOnMap: 'Cards moved by hand stand at their own places again.',
    undo: 'The history of your steps stays here.',
  } satisfies Record<Loss, string>,
} as const
