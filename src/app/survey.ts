import { askedEnterprises } from '../analysis/surveys.ts'
import { surveyTable } from '../io/surveys/survey-table.ts'
import { writeSurvey } from '../io/surveys/write-survey.ts'
import type { Stores } from '../state/stores.ts'
import type { SurveyWish } from '../view/app-context.ts'
import { baseName, download } from './download.ts'

/** Writes the table of a special survey and hands it over. @returns its name */
export async function handSurvey({ document }: Stores, { industry, asked, ending }: SurveyWish): Promise<string> {
  const { chain, origin } = document.getState()
  const bytes = await writeSurvey(surveyTable(chain, industry, askedEnterprises(chain, industry, asked)), ending)
  const name = `${baseName(origin)}-${industry}-survey${ending}`
  download(new Uint8Array(bytes), name)
  return name
}
