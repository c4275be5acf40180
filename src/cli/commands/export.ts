import { WORK_VIEWS } from '../../analysis/worksheet/work-rows.ts'
import { makeHandout } from '../../handout/handouts.ts'
import { UnknownGroup, type WorkPages } from '../../handout/worksheet/worksheet.ts'
import { FORMATS } from '../../io/formats/formats.ts'
import { csvFiles } from '../../io/formats/write-csv-set.ts'
import { sheetsOf } from '../../io/formats/written-sheets.ts'
import { handout as enHandout } from '../../i18n/en/handout.ts'
import { handout as zhHandout } from '../../i18n/zh/handout.ts'
import { workbook as en } from '../../i18n/en/workbook.ts'
import { workbook as zh } from '../../i18n/zh/workbook.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import type { Chain, Scenario } from '../../model/chain.ts'
import { FILE_FORMAT_IDS, FILE_FORMATS, type Loss } from '../../model/file-formats.ts'
import { HANDOUT_FORMATS, type HandoutFormatId } from '../../model/handout-formats.ts'
import type { Command, CommandContext, Options } from '../command.ts'
import { dayOf } from '../day-option.ts'
import { EXIT, WrongUse } from '../exit-codes.ts'
import { chosenScenario, openChain } from '../open-chain.ts'
import { writeFile } from '../write-file.ts'

interface Asked {
  readonly context: CommandContext
  readonly chain: Chain
  readonly scenario: Scenario | null
  readonly options: Options
}

interface Export {
  /** What other programs do not see of it. */
  readonly lost?: readonly Loss[]
  /** How the name of the file ends. */
  readonly endings: readonly string[]
  readonly write: (asked: Asked) => Promise<Uint8Array>
}

const sheetOptions = ({ context: { language }, scenario }: Asked) => ({
  language,
  words: language === 'zh' ? zh : en,
  scenarioId: scenario?.id ?? null,
})

const DATA: readonly Export[] = FILE_FORMAT_IDS.map((id) => ({
  endings: FILE_FORMATS[id].endings,
  lost: FILE_FORMATS[id].lost,
  write: (asked) => FORMATS[id](asked.chain, sheetOptions(asked)),
}))

const HANDOUTS: readonly Export[] = Object.entries(HANDOUT_FORMATS).map(([id, { endings }]) => ({
  endings,
  write: (asked) => handOut(id as HandoutFormatId, asked),
}))

/** What can be written, by the ending of the file; of several that fit, the longest counts. */
const EXPORTS: readonly Export[] = [...DATA, ...HANDOUTS]

export const exportChain: Command = {
  name: 'export',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .requiredOption('--to <path>', texts.options.exportTo)
      .option('--scenario <id>', texts.options.scenario)
      .option('--day <day>', texts.options.day)
      .option('--crews <count>', texts.options.crews)
      .option('--by <view>', texts.options.by)
      .option('--of <name>', texts.options.of)
  },
  run: async (context, [file], options) => {
    const { terminal, texts, language } = context
    const path = options.to as string
    const found = exportFor(path)
    const isOneOfSeveral = !found && path.toLowerCase().endsWith(CSV)
    if (!found && !isOneOfSeveral) {
      const known = [...EXPORTS.map(({ endings }) => endings[0]!), CSV].join(' ')
      throw new WrongUse(fillIn(texts.usage.unknownEnding, { what: path, known }))
    }
    const opened = await openChain(context, file!)
    if (!opened) return EXIT.fileHasErrors
    const scenario = chosenScenario(context, opened.chain, options.scenario as string | undefined)
    const asked = { context, chain: opened.chain, scenario, options }
    const files = found ? [{ name: path, bytes: await found.write(asked) }] : severalCsv(path, asked)
    for (const { name, bytes } of files) {
      await writeFile(context, name, bytes)
      await terminal.print([fillIn(texts.written, { what: name, count: bytes.length }), '\n'])
    }
    const { lost } = language === 'zh' ? zhHandout : enHandout
    for (const loss of found?.lost ?? []) await terminal.print([fillIn(texts.lost, { what: lost[loss] }), '\n'])
    return EXIT.done
  },
}

const CSV = '.csv'

/** One file a table beside each other: `x.csv` becomes `x-enterprises.csv`, `x-supplies.csv` and so on. */
function severalCsv(path: string, asked: Asked): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const start = path.slice(0, -CSV.length)
  return csvFiles(sheetsOf(asked.chain, sheetOptions(asked))).map(({ id, bytes }) => ({
    name: `${start}-${id}${CSV}`,
    bytes,
  }))
}

function exportFor(path: string): Export | null {
  const fitting = EXPORTS.flatMap((each) => each.endings.map((ending) => ({ each, ending })))
    .filter(({ ending }) => path.toLowerCase().endsWith(ending))
    .toSorted((a, b) => b.ending.length - a.ending.length)
  return fitting[0]?.each ?? null
}

/** @throws WrongUse where the chain has no scenario to show */
async function handOut(id: HandoutFormatId, { context, chain, scenario, options }: Asked): Promise<Uint8Array> {
  const { terminal, texts, language } = context
  if (!scenario) throw new WrongUse(texts.noScenario)
  const crews = options.crews === undefined ? 1 : Number(options.crews)
  if (!Number.isInteger(crews) || crews < 1) {
    throw new WrongUse(fillIn(texts.planners.badNumber, { what: String(options.crews), low: 1, high: 50 }))
  }
  const day = dayOf(context, scenario, options.day)
  const work = workPages(context, options)
  const asked = { chain, scenarioId: scenario.id, day, language, crews, work }
  try {
    return await makeHandout(id, asked, (done, total) => terminal.progress(texts.planners.progress, done, total))
  } catch (error) {
    if (!(error instanceof UnknownGroup)) throw error
    throw new WrongUse(
      fillIn(texts.usage.unknownGroup, {
        what: String(options.of),
        known: error.known.map((name) => name || '–').join(', '),
      }),
    )
  }
}

/** How a work sheet is divided into pages. @throws WrongUse */
function workPages({ texts }: CommandContext, { by = 'department', of }: Options): WorkPages {
  const view = WORK_VIEWS.find((each) => each === by)
  if (!view) throw new WrongUse(fillIn(texts.usage.unknownView, { what: String(by), known: WORK_VIEWS.join(', ') }))
  return { view, group: typeof of === 'string' ? of : null }
}
