import { fillIn } from '../../i18n/problem-text.ts'
import { mergeChains } from '../../io/merge/merge-chains.ts'
import { writeChain } from '../../io/write-chain.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { openChain, printProblems } from '../open-chain.ts'
import { checkChainPath, writeFile } from '../write-file.ts'

export const merge: Command = {
  name: 'merge',
  declare: (declaration, texts) => {
    declaration
      .argument('<first>', texts.file)
      .argument('<second>', texts.secondFile)
      .option('--to <path>', texts.options.mergeTo)
  },
  run: async (context, [first, second], options) => {
    const { terminal, texts } = context
    const path = options.to as string | undefined
    if (path !== undefined) checkChainPath(context, path)
    const one = await openChain(context, first!)
    const other = one && (await openChain(context, second!))
    if (!one || !other) return EXIT.fileHasErrors
    const { chain, problems } = mergeChains(one.chain, other.chain, second!)
    printProblems(context, problems)
    if (!chain) return EXIT.fileHasErrors
    if (path === undefined) {
      await terminal.print([writeChain(chain)])
      return EXIT.done
    }
    await writeFile(context, path, new TextEncoder().encode(writeChain(chain)))
    const { enterprises, supplies, blocks = [] } = chain
    const counts = { enterprises: enterprises.length, supplies: supplies.length, blocks: blocks.length }
    const conflicts = problems.reduce((sum, { more = 0 }) => sum + 1 + more, 0)
    await terminal.print([fillIn(texts.merged, { what: path, ...counts, conflicts }), '\n'])
    return EXIT.done
  },
}
