import { REPORT_TEXTS } from '../../handout/report/report.ts'
import { verifyReport, type Verdict } from '../../handout/report/verify-report.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import type { Command, CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { readFile } from '../read-file.ts'

export const verify: Command = {
  name: 'verify',
  declare: (declaration, texts) => {
    declaration.argument('<report>', texts.report).option('--json', texts.options.json)
  },
  run: async (context, [file], options) => {
    const { terminal, texts } = context
    const page = new TextDecoder().decode(await readFile(context, file!))
    const verdict = await verifyReport(page, (done, total) => terminal.progress(texts.planners.progress, done, total))
    await terminal.print([options.json === true ? JSON.stringify(verdict) : sentence(context, verdict), '\n'])
    return verdict.kind === 'equal' ? EXIT.done : EXIT.fileHasErrors
  },
}

const sentence = ({ language }: CommandContext, verdict: Verdict): string =>
  fillIn(REPORT_TEXTS[language].verify[verdict.kind], { ...verdict })
