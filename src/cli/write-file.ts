import { fillIn } from '../i18n/problem-text.ts'
import type { CommandContext } from './command.ts'
import { WrongUse } from './exit-codes.ts'

/** @throws WrongUse when the file cannot be written there */
export async function writeFile({ terminal, texts }: CommandContext, path: string, bytes: Uint8Array): Promise<void> {
  await terminal.write(path, bytes).catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new WrongUse(fillIn(texts.usage.unwritableFile, { what: path, reason }))
  })
}
