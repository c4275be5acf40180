import { fillIn } from '../i18n/problem-text.ts'
import type { CommandContext } from './command.ts'
import { WrongUse } from './exit-codes.ts'
import { fileReason } from './file-reason.ts'

/** @throws WrongUse when there is no such file */
export async function readFile(context: CommandContext, path: string): Promise<Uint8Array> {
  const { terminal, texts } = context
  return terminal.read(path).catch((error: unknown) => {
    throw new WrongUse(fillIn(texts.usage.unreadableFile, { what: path, reason: fileReason(context, error) }))
  })
}
