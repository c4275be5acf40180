import { FORMATS } from '../../io/formats/formats.ts'
import type { SheetOptions } from '../../io/formats/sheet-types.ts'
import { workbook as en } from '../../i18n/en/workbook.ts'
import { workbook as zh } from '../../i18n/zh/workbook.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import type { Chain } from '../../model/chain.ts'
import { FILE_FORMATS } from '../../model/file-formats.ts'
import type { Command } from '../command.ts'
import { EXIT, WrongUse } from '../exit-codes.ts'
import { chosenScenario, openChain } from '../open-chain.ts'
import { writeFile } from '../write-file.ts'

interface Export {
  /** How the name of the file ends. */
  readonly endings: readonly string[]
  readonly write: (chain: Chain, options: SheetOptions) => Promise<Uint8Array>
}

/** What can be written, by the ending of the file; of several that fit, the longest counts. */
const EXPORTS: readonly Export[] = Object.entries(FORMATS).map(([id, write]) => ({
  endings: FILE_FORMATS[id as keyof typeof FORMATS].endings,
  write,
}))

export const exportChain: Command = {
  name: 'export',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .requiredOption('--to <path>', texts.options.exportTo)
      .option('--scenario <id>', texts.options.scenario)
  },
  run: async (context, [file], options) => {
    const { terminal, texts, language } = context
    const path = options.to as string
    const found = exportFor(path)
    if (!found) {
      const known = EXPORTS.map(({ endings }) => endings[0]!).join(' ')
      throw new WrongUse(fillIn(texts.usage.unknownEnding, { what: path, known }))
    }
    const opened = await openChain(context, file!)
    if (!opened) return EXIT.fileHasErrors
    const scenario = chosenScenario(context, opened.chain, options.scenario as string | undefined)
    const bytes = await found.write(opened.chain, {
      language,
      words: language === 'zh' ? zh : en,
      scenarioId: scenario?.id ?? null,
    })
    await writeFile(context, path, bytes)
    await terminal.print([fillIn(texts.written, { what: path, count: bytes.length }), '\n'])
    return EXIT.done
  },
}

function exportFor(path: string): Export | null {
  const fitting = EXPORTS.flatMap((each) => each.endings.map((ending) => ({ each, ending })))
    .filter(({ ending }) => path.toLowerCase().endsWith(ending))
    .toSorted((a, b) => b.ending.length - a.ending.length)
  return fitting[0]?.each ?? null
}
