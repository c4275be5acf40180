export const commands = {
  title: 'Actions',
  openFile: 'Open a file…',
  bring: 'Bring in tables and graphs…',
  saveFile: 'Save as a file',
  handout: 'Hand on: workbook, tables, graph…',
  undo: 'Undo',
  redo: 'Redo',
  language: 'Switch language · 切换语言',
  theme: 'Switch between light and dark',
  help: 'Help and shortcuts',
  table: 'Open the table',
  analysis: 'Which first? Open the analysis',
} as const
