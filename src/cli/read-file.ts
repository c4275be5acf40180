import { fillIn } from '../i18n/problem-text.ts'
import type { CommandContext } from './command.ts'
import { WrongUse } from './exit-codes.ts'

/** @throws WrongUse when there is no such file */
export async function readFile({ terminal, texts }: CommandContext, path: string): Promise<Uint8Array> {
  return terminal.read(path).catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new WrongUse(fillIn(texts.usage.unreadableFile, { what: path, reason }))
  })
}
