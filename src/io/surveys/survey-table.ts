import type { Chain, Enterprise } from '../../model/chain.ts'
import { textIn } from '../../model/local-text.ts'
import { bilingual, QUESTIONS, SURVEY_NAMES, type IndustryId } from '../../model/surveys/questions.ts'
import { ROLE_CHOICES, SURVEY_COLUMNS } from '../../model/surveys/survey-columns.ts'

export interface SurveyTableColumn {
  readonly heading: string
  readonly help: string
  readonly choices: readonly string[]
  /** Filled in beforehand. */
  readonly isKnown: boolean
}

/** A survey as it is written: a title, what each column means, headings, and a row for each enterprise. */
export interface SurveyTable {
  readonly title: string
  readonly columns: readonly SurveyTableColumn[]
  readonly rows: readonly (readonly string[])[]
}

const KNOWN: ReadonlySet<string> = new Set(['name', 'id', 'code', 'role', 'stage', 'region'])

export function surveyTable(chain: Chain, industry: IndustryId, enterprises: readonly Enterprise[]): SurveyTable {
  const stages = new Map(chain.stages.map(({ id, name }) => [id, textIn(name, 'zh')]))
  const questions = QUESTIONS[industry]
  const { zh, en } = SURVEY_NAMES[industry]
  const columns = [
    ...SURVEY_COLUMNS.map(({ field, heading, help, choices = [] }) => ({
      heading: bilingual(heading),
      help: bilingual(help),
      choices,
      isKnown: KNOWN.has(field),
    })),
    ...questions.map(({ heading, help }) => ({
      heading: bilingual(heading),
      help: bilingual(help),
      choices: [],
      isKnown: false,
    })),
  ]
  return {
    title: `${zh} · ${en} · ${textIn(chain.name, 'zh')}`,
    columns,
    rows: enterprises.map((enterprise) => [
      ...SURVEY_COLUMNS.map(({ field }) => knownOf(enterprise, field, stages)),
      ...questions.map(() => ''),
    ]),
  }
}

function knownOf(enterprise: Enterprise, field: string, stages: ReadonlyMap<string, string>): string {
  switch (field) {
    case 'name':
      return textIn(enterprise.name, 'zh')
    case 'id':
      return enterprise.id
    case 'code':
      return enterprise.code ?? ''
    case 'role':
      return ROLE_CHOICES[enterprise.role]
    case 'stage':
      return stages.get(enterprise.stage) ?? enterprise.stage
    case 'region':
      return enterprise.region ?? ''
    default:
      return ''
  }
}
