import type { Command as Declaration } from 'commander'
import type { cli as en } from '../i18n/en/cli.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Language } from '../model/local-text.ts'
import type { ExitCode } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

export type CliTexts = Texts<typeof en>

export interface CommandContext {
  readonly terminal: Terminal
  readonly language: Language
  readonly texts: CliTexts
}

/** Values of the options of a command, by their long names. */
export type Options = Readonly<Record<string, string | boolean | undefined>>

export interface Command {
  readonly name: keyof CliTexts['commands']
  /** Adds arguments and options; name and description are there already. */
  readonly declare: (declaration: Declaration, texts: CliTexts) => void
  readonly run: (context: CommandContext, args: readonly string[], options: Options) => Promise<ExitCode>
}
