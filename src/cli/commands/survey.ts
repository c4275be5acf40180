import { askedEnterprises, type Asked } from '../../analysis/surveys.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import { surveyTable } from '../../io/surveys/survey-table.ts'
import { SURVEY_ENDINGS, writeSurvey } from '../../io/surveys/write-survey.ts'
import type { Chain, Role } from '../../model/chain.ts'
import { INDUSTRIES } from '../../model/surveys/questions.ts'
import type { Command, CommandContext, Options } from '../command.ts'
import { EXIT, WrongUse } from '../exit-codes.ts'
import { openChain } from '../open-chain.ts'
import { writeFile } from '../write-file.ts'

const ROLES: readonly Role[] = ['leading', 'core', 'sme']

export const survey: Command = {
  name: 'survey',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .requiredOption('--industry <industry>', texts.survey.industry)
      .requiredOption('--to <path>', texts.survey.to)
      .option('--stage <id>', texts.survey.stage)
      .option('--role <role>', texts.survey.role)
      .option('--all', texts.survey.all)
  },
  run: async (context, [file], options) => {
    const { terminal, texts } = context
    const industry = INDUSTRIES.find((each) => each === options.industry)
    if (!industry) {
      const what = String(options.industry)
      throw new WrongUse(fillIn(texts.usage.unknownIndustry, { what, known: INDUSTRIES.join(', ') }))
    }
    const path = options.to as string
    const ending = SURVEY_ENDINGS.find((each) => path.toLowerCase().endsWith(each))
    if (!ending) throw new WrongUse(fillIn(texts.usage.unknownEnding, { what: path, known: SURVEY_ENDINGS.join(' ') }))
    const opened = await openChain(context, file!)
    if (!opened) return EXIT.fileHasErrors
    const enterprises = askedEnterprises(opened.chain, industry, askedOf(context, opened.chain, options))
    await writeFile(context, path, await writeSurvey(surveyTable(opened.chain, industry, enterprises), ending))
    await terminal.print([fillIn(texts.survey.written, { what: path, count: enterprises.length }), '\n'])
    return EXIT.done
  },
}

/** @throws WrongUse where there is no such stage or role */
function askedOf({ texts }: CommandContext, { stages }: Chain, { stage, role, all }: Options): Asked {
  if (stage !== undefined) {
    if (stages.some(({ id }) => id === stage)) return { by: 'stage', stage: String(stage) }
    const known = stages.map(({ id }) => id).join(', ')
    throw new WrongUse(fillIn(texts.usage.unknownStage, { what: String(stage), known }))
  }
  if (role === undefined) return { by: all === true ? 'all' : 'industry' }
  const found = ROLES.find((each) => each === role)
  if (!found) throw new WrongUse(`--role: ${ROLES.join(', ')}`)
  return { by: 'role', role: found }
}
