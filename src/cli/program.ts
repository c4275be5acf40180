import { Command as Declaration, CommanderError, Option } from 'commander'
import { cli as en } from '../i18n/en/cli.ts'
import { fillIn } from '../i18n/problem-text.ts'
import { cli as zh } from '../i18n/zh/cli.ts'
import type { Language } from '../model/local-text.ts'
import type { CliTexts, Command, CommandContext, Options } from './command.ts'
import { COMMANDS } from './commands.ts'
import { EXIT, WrongUse, type ExitCode } from './exit-codes.ts'
import { showingUnseen, type Terminal } from './terminal.ts'

const TEXTS: Record<Language, CliTexts> = { en, zh }

/** Runs one command line; never throws for wrong use or a bad file. @param args without `node` and the script */
export async function runCommandLine(args: readonly string[], given: Terminal): Promise<ExitCode> {
  const terminal = showingUnseen(given)
  const language = languageOf(args, terminal.env)
  const context: CommandContext = { terminal, language, texts: TEXTS[language] }
  const ending: { code: ExitCode } = { code: EXIT.done }
  const printed: string[] = []
  const program = declaredProgram(context, ending, printed)
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    ending.code = codeOfError(error, context)
  }
  await terminal.print(printed)
  return ending.code
}

/** Known before the command line is read, because its texts depend on it. */
function languageOf(args: readonly string[], env: Terminal['env']): Language {
  const given = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='))
  const wish = given < 0 ? undefined : (args[given]!.split('=')[1] ?? args[given + 1])
  if (wish === 'zh' || wish === 'en') return wish
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en'
}

function declaredProgram(context: CommandContext, ending: { code: ExitCode }, printed: string[]): Declaration {
  const { texts } = context
  const program = worded(new Declaration('chain'), context, printed)
    .description(texts.description)
    .addOption(new Option('--language <language>', texts.options.language).choices(['zh', 'en']))
    .addHelpText('after', `\n${texts.exitCodes}`)
    .helpCommand('help [command]', texts.options.helpCommand)
    .exitOverride()
  for (const command of COMMANDS as readonly Command[]) {
    const declaration = worded(program.command(command.name), context, printed).description(
      texts.commands[command.name],
    )
    command.declare(declaration, texts)
    declaration.action(async (...given: unknown[]) => {
      const positional = given.slice(0, -2) as string[]
      ending.code = await command.run(context, positional, given.at(-2) as Options)
    })
  }
  return program
}

/** Help in the chosen language, through our own output; errors are worded by `codeOfError`. */
function worded(declaration: Declaration, { texts, terminal }: CommandContext, printed: string[]): Declaration {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': texts.titles.usage,
    'Arguments:': texts.titles.arguments,
    'Options:': texts.titles.options,
    'Commands:': texts.titles.commands,
  }
  return declaration
    .configureOutput({
      writeOut: (text) => void printed.push(text),
      writeErr: (text) => terminal.printError(text),
      outputError: () => {},
    })
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .helpOption('-h, --help', texts.options.help)
    .exitOverride()
}

function codeOfError(error: unknown, { terminal, texts }: CommandContext): ExitCode {
  if (error instanceof WrongUse) {
    terminal.printError(`${error.message}\n`)
    return EXIT.wrongUse
  }
  if (!(error instanceof CommanderError)) throw error
  if (error.exitCode === 0) return EXIT.done
  const kind = error.code.replace('commander.', '')
  if (kind === 'help') return EXIT.wrongUse // no command was given: commander has printed the help
  const what = Array.from(error.message.matchAll(/'([^']*)'/g), ([, quoted]) => quoted).join(' ')
  const known = Object.hasOwn(texts.usage, kind) ? texts.usage[kind as keyof CliTexts['usage']] : error.message
  terminal.printError(`${fillIn(known, { what })}\n${texts.usage.seeHelp}\n`)
  return EXIT.wrongUse
}
