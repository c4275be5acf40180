import type { CommandContext } from './command.ts'

/** Why the system refuses a file: in words where there are some, and the system's own code. */
export function fileReason({ texts, language }: CommandContext, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const reasons: Readonly<Record<string, string>> = texts.fileReasons
  return Object.hasOwn(reasons, code) ? reasons[code]! + (language === 'zh' ? '；' : '; ') + code : code
}
