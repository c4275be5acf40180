import { fillIn } from '../../i18n/problem-text.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { checkFile, printProblems } from '../open-chain.ts'

export const check: Command = {
  name: 'check',
  declare: (declaration, texts) => {
    declaration.argument('<file>', texts.file).option('--json', texts.options.json)
  },
  run: async (context, [file], options) => {
    const { terminal, texts } = context
    const { opened, problems } = await checkFile(context, file!)
    if (options.json === true) {
      await terminal.print([`${JSON.stringify(problems, null, 1)}\n`])
      return opened ? EXIT.done : EXIT.fileHasErrors
    }
    printProblems(context, problems)
    const errors = countOf(problems, 'error')
    const warnings = countOf(problems, 'warning')
    if (!opened) {
      terminal.printError(`${fillIn(texts.refused, { errors, warnings })}\n`)
      return EXIT.fileHasErrors
    }
    const { enterprises, supplies, blocks = [], scenarios = [] } = opened.chain
    const counts = { enterprises: enterprises.length, supplies: supplies.length, blocks: blocks.length }
    await terminal.print([fillIn(texts.checked, { ...counts, scenarios: scenarios.length, errors, warnings }), '\n'])
    return EXIT.done
  },
}

const countOf = (
  problems: readonly { readonly severity: string; readonly more?: number }[],
  severity: string,
): number => problems.reduce((sum, each) => sum + (each.severity === severity ? 1 + (each.more ?? 0) : 0), 0)
