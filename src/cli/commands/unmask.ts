import { unmaskedFile } from '../../io/mask/masked-file.ts'
import { writeChain } from '../../io/write-chain.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { printProblems } from '../open-chain.ts'
import { readFile } from '../read-file.ts'
import { writeFile } from '../write-file.ts'

export const unmask: Command = {
  name: 'unmask',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.mask.copy)
      .requiredOption('--key <path>', texts.mask.keyOf)
      .requiredOption('--to <path>', texts.mask.backTo)
  },
  run: async (context, [file], options) => {
    const { terminal, texts } = context
    const [to, keyPath] = [String(options.to), String(options.key)]
    const named = async (name: string) => ({ name, bytes: new Uint8Array(await readFile(context, name)) })
    const { chain, isChanged, problems } = await unmaskedFile(await named(file!), await named(keyPath))
    printProblems(context, problems)
    if (!chain) return EXIT.fileHasErrors
    const bytes = new TextEncoder().encode(writeChain(chain))
    await writeFile(context, to, bytes)
    await terminal.print([fillIn(texts.written, { what: to, count: bytes.length }), '\n'])
    await terminal.print([`${isChanged ? texts.mask.changed : texts.mask.same}\n`])
    return EXIT.done
  },
}
