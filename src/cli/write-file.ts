import { fillIn } from '../i18n/problem-text.ts'
import type { CommandContext } from './command.ts'
import { WrongUse } from './exit-codes.ts'
import { fileReason } from './file-reason.ts'

/**
 * Says so when there was a file, and it is written over.
 * @throws WrongUse when the file cannot be written there
 */
export async function writeFile(context: CommandContext, path: string, bytes: Uint8Array): Promise<void> {
  const { terminal, texts } = context
  const wasThere = await terminal.isThere(path)
  await terminal.write(path, bytes).catch((error: unknown) => {
    throw new WrongUse(fillIn(texts.usage.unwritableFile, { what: path, reason: fileReason(context, error) }))
  })
  if (wasThere) terminal.printError(`${fillIn(texts.writtenOver, { what: path })}\n`)
}

/** Endings of what this program writes besides chain files. */
const OTHER_ENDING = /\.(?:xlsx?|csv|tsv|zip|gexf|graphml|xml|cyjs|graphology\.json|svg|html?|pptx?|png|pdf)$/i

/** @throws WrongUse where the name of a chain file says that it is something else */
export function checkChainPath({ texts }: CommandContext, path: string): void {
  if (OTHER_ENDING.test(path)) throw new WrongUse(fillIn(texts.usage.chainEnding, { what: path }))
}
