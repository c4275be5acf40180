import type { FileFormatId, Loss } from '../../model/file-formats.ts'

export const handout = {
  title: 'Export',
  close: 'Close',
  room: {
    title: 'For people without the program',
    intro:
      'Made of the shown day of the shown scenario: {{scenario}}, {{date}}. Names, figures, legend and sources are inside.',
    noScenario: 'There is no scenario yet: add a block, then there is something to show.',
    language: 'Language',
    languages: { zh: 'Chinese', en: 'English' },
    make: 'Make',
    makeFormat: 'Make {{format}}',
    making: 'Being made: {{done}} of {{total}}',
    starting: 'Being made…',
    cancel: 'Cancel',
    made: '{{format}} is made.',
    cancelled: 'Cancelled. Nothing was written.',
    failed: 'It could not be made: {{reason}}',
    paper: 'Paper',
    papers: { a4: 'A4', a3: 'A3', poster: 'Poster of A4 sheets' },
    width: 'Width, pixels',
    crews: 'Crews',
    formats: {
      png: { name: 'Picture (PNG)', use: 'The map as pixels, for messages and documents.' },
      picture: {
        name: 'Picture (SVG)',
        use: 'The map with real text, sharp at any size, to be edited in drawing programs.',
      },
      pages: {
        name: 'Print or PDF',
        use: 'The map laid out on paper; the print dialog also writes PDF. Text stays text.',
      },
      report: {
        name: 'Report (HTML)',
        use: 'State, why, gains, order, list, sources and assumptions on A4 pages; can be computed again.',
      },
      story: {
        name: 'Story (HTML)',
        use: 'The scenes of this chain as one page that plays them without a network: clicker keys, figures, the days.',
      },
      worksheet: {
        name: 'Work sheet (print)',
        use: 'A page for every department: blocks, measures, officers, due dates, slack, days as bars. Others from the work sheet itself.',
      },
      slides: { name: 'Slides (PPTX)', use: 'Native shapes, texts and tables, to be edited in PowerPoint or WPS.' },
    },
  },
  verify: {
    title: 'Verify a report',
    intro: 'A report carries its chain and its figures. It is computed again here: equal, or the first difference.',
    choose: 'Choose a report…',
    running: 'Computing again…',
  },
  data: {
    title: 'As data',
    intro:
      'Each of these files gives the whole chain back when it is opened here. Other programs see less: what they lose stands beside.',
    write: 'Download',
    writeFormat: 'Download {{format}}',
    writing: 'Being written…',
    written: 'Handed on as {{format}}.',
    failed: 'The file could not be written: {{reason}}',
    lostTitle: 'For others:',
    nothingLost: 'Nothing of the data.',
    never: 'Never in a file: the steps that can be undone, and cards moved by hand.',
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
  } satisfies Record<Loss, string>,
} as const
