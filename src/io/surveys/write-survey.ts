import {
  colToLetter,
  writeXlsx,
  type CellStyle,
  type CellValue,
  type DataValidation,
  type WriteSheet,
} from 'hucre/xlsx'
import { guarded } from '../formats/formula-guard.ts'
import { csvLine } from '../formats/write-csv-set.ts'
import type { SurveyTable, SurveyTableColumn } from './survey-table.ts'

export const SURVEY_ENDINGS = ['.xlsx', '.csv'] as const
export type SurveyEnding = (typeof SURVEY_ENDINGS)[number]

const TITLE: CellStyle = { font: { bold: true, size: 14 } }
const HELP: CellStyle = { font: { italic: true, color: { rgb: '4C5866' }, size: 9 }, alignment: { wrapText: true, vertical: 'top' } } // prettier-ignore
const HEADING: CellStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } }
const KNOWN: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'ECEFF3' } } }
const NO_DATE = new Date(Date.UTC(1980, 0, 1))
/** Title, help and headings stand over the rows. */
const HEADS = 3
/** Rows behind the last in which choices are still offered: enterprises that nobody knew of. */
const ROWS_TO_FILL = 500
const LONGEST_MESSAGE = 250
const HELP_HEIGHT = 54

/** The survey as a file to be sent out; it is read back by the same road as every other table. */
export function writeSurvey(survey: SurveyTable, ending: SurveyEnding): Promise<Uint8Array> {
  return ending === '.xlsx' ? workbookOf(survey) : Promise.resolve(csvOf(survey))
}

function workbookOf(survey: SurveyTable): Promise<Uint8Array> {
  const { title, columns, rows } = survey
  const cells = new Map<string, { style: CellStyle }>([['0,0', { style: TITLE }]])
  columns.forEach(({ isKnown }, column) => {
    cells.set(`1,${column}`, { style: HELP })
    cells.set(`2,${column}`, { style: HEADING })
    if (isKnown) rows.forEach((_, row) => cells.set(`${HEADS + row},${column}`, { style: KNOWN }))
  })
  const sheet: WriteSheet = {
    name: 'survey',
    columns: columns.map(({ isKnown }, at) => ({ numFmt: '@', width: at === 0 ? 26 : isKnown ? 16 : 22 })),
    rows: [
      [guarded(title)],
      columns.map(({ help }): CellValue => guarded(help)),
      columns.map(({ heading }): CellValue => guarded(heading)),
      ...rows.map((row) => row.map((text): CellValue => (text === '' ? null : guarded(text)))),
    ],
    cells,
    rowDefs: new Map([[1, { height: HELP_HEIGHT }]]),
    dataValidations: columns.flatMap((column, at) => validationOf(column, at, rows.length)),
    freezePane: { rows: HEADS, columns: 1 },
  }
  return writeXlsx({ sheets: [sheet], properties: { creator: 'Changlian', created: NO_DATE, modified: NO_DATE } })
}

/** The meaning as a message beside the cell; where there is a list, a choice from it. Other words are warned of, not refused. */
function validationOf({ heading, help, choices }: SurveyTableColumn, at: number, rows: number): DataValidation[] {
  if (choices.length === 0) return []
  const letter = colToLetter(at)
  return [
    {
      type: 'list',
      values: [...choices],
      allowBlank: true,
      range: `${letter}${HEADS + 1}:${letter}${HEADS + rows + ROWS_TO_FILL}`,
      showInputMessage: true,
      inputTitle: heading.slice(0, 32),
      inputMessage: help.slice(0, LONGEST_MESSAGE),
      showErrorMessage: true,
      errorStyle: 'warning',
    },
  ]
}

function csvOf({ title, columns, rows }: SurveyTable): Uint8Array {
  const choices = columns.map(({ help, choices: of }) => (of.length > 0 ? `${help}: ${of.join(' | ')}` : help))
  const lines = [[title], choices, columns.map(({ heading }) => heading), ...rows]
  return new TextEncoder().encode('\ufeff' + lines.map(csvLine).join(''))
}
