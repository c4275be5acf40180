import { Option } from 'commander'
import { coverageOf, type ListCoverage } from '../../analysis/lists/coverage.ts'
import { askListEffects } from '../../analysis/lists/list-question.ts'
import {
  differencesOf,
  membersByRole,
  membersOf,
  versionsOf,
  type ListDifference,
  type Members,
} from '../../analysis/lists/list-versions.ts'
import { MATTERS, proposalsFor, type ListEffect, type ListProposals } from '../../analysis/lists/proposals.ts'
import { TIE } from '../../analysis/planners/changes.ts'
import { leadingRows } from '../../analysis/figures.ts'
import { inProcessRunner } from '../../analysis/in-process-runner.ts'
import { LONGEST_SEARCH_MILLISECONDS } from '../../analysis/run-estimate.ts'
import { timelineOf } from '../../engine/scenario-timeline.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import { workbook as en } from '../../i18n/en/workbook.ts'
import { workbook as zh } from '../../i18n/zh/workbook.ts'
import { listSheet, listSheets } from '../../io/formats/list-sheet.ts'
import { csvFiles } from '../../io/formats/write-csv-set.ts'
import { writeWorkbook } from '../../io/formats/write-workbook.ts'
import type { ChainList } from '../../model/chain.ts'
import { namingOf } from '../../model/naming.ts'
import { textIn } from '../../model/local-text.ts'
import type { Command, CommandContext, Options } from '../command.ts'
import { EXIT, WrongUse, type ExitCode } from '../exit-codes.ts'
import { chosenScenario, openChain, type OpenedChain } from '../open-chain.ts'
import { json } from '../planner-question.ts'
import { writeFile } from '../write-file.ts'

export const lists: Command = {
  name: 'lists',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .option('--date <date>', texts.lists.date)
      .option('--propose', texts.lists.propose)
      .addOption(new Option('--scenario <id>', texts.options.scenario))
      .option('--to <path>', texts.lists.to)
      .option('--json', texts.options.json)
  },
  run: async (context, [file], options) => {
    const opened = await openChain(context, file!)
    if (!opened) return EXIT.fileHasErrors
    const versions = chosenVersions(context, opened, options)
    if (typeof options.to === 'string') return writeVersion(context, opened, versions.at(-1), options.to)
    const last = versions.at(-1)
    const proposals =
      options.propose === true ? await propose(context, opened, options, last?.members ?? new Map()) : null
    if (options.json === true) await context.terminal.print([json(asRecord(opened, versions, proposals))])
    else await context.terminal.print(asText(context, opened, versions, proposals))
    return EXIT.done
  },
}

interface Shown {
  readonly list: ChainList
  /** False where the file has no list, and the roles of the enterprises stand for one. */
  readonly isInFile: boolean
  readonly members: Members
  readonly differences: readonly ListDifference[] | null
  readonly coverage: ListCoverage
}

/** Every version with what changed, or the one of a day; the roles of the enterprises where there is none. */
function chosenVersions({ texts }: CommandContext, { chain, index }: OpenedChain, { date }: Options): readonly Shown[] {
  const versions = versionsOf(chain)
  const all = versions.map(({ list }, at): Shown => {
    const before = versions[at - 1]
    const members = membersOf(list)
    const differences = before ? differencesOf(before.list, list) : null
    return { list, isInFile: true, members, differences, coverage: coverageOf(index, members) }
  })
  if (date !== undefined) {
    const found = all.filter(({ list }) => list.date === date)
    if (found.length > 0) return found
    const known = all.map(({ list }) => list.date).join(', ') || '–'
    throw new WrongUse(fillIn(texts.lists.unknownDate, { what: String(date), known }))
  }
  if (all.length > 0) return all
  const list: ChainList = { date: chain.updated ?? '', ...membersByRole(chain) }
  const members = membersOf(list)
  return [{ list, isInFile: false, members, differences: null, coverage: coverageOf(index, members) }]
}

async function writeVersion(
  context: CommandContext,
  { chain }: OpenedChain,
  version: Shown | undefined,
  path: string,
): Promise<ExitCode> {
  const { language, texts, terminal } = context
  if (!version?.isInFile) throw new WrongUse(texts.lists.none)
  const options = { language, words: language === 'zh' ? zh : en, date: version.list.date }
  const isXlsx = path.toLowerCase().endsWith('.xlsx')
  if (!isXlsx && !path.toLowerCase().endsWith('.csv')) {
    throw new WrongUse(fillIn(texts.usage.unknownEnding, { what: path, known: '.csv, .xlsx' }))
  }
  const bytes = isXlsx
    ? await writeWorkbook(listSheets(chain, options))
    : csvFiles([listSheet(chain, options)])[0]!.bytes
  await writeFile(context, path, bytes)
  await terminal.print([fillIn(texts.written, { what: path, count: bytes.length }), '\n'])
  return EXIT.done
}

async function propose(
  context: CommandContext,
  { chain, index }: OpenedChain,
  options: Options,
  members: Members,
): Promise<ListProposals> {
  const { terminal, texts } = context
  const scenario = chosenScenario(context, chain, options.scenario as string | undefined)
  if (!scenario) throw new WrongUse(texts.noScenario)
  const input = { index, timeline: timelineOf(chain, index, scenario), goal: leadingRows(index), day: 0 }
  const runner = inProcessRunner(() => performance.now())
  const answer = await askListEffects(runner, input, ({ done, total }) =>
    terminal.progress(texts.planners.progress, done, total),
  ).result
  if (answer.kind === 'tooLarge') {
    const values = { seconds: answer.seconds, limit: LONGEST_SEARCH_MILLISECONDS / 1000 }
    throw new WrongUse(fillIn(texts.planners.tooLong, values))
  }
  return proposalsFor(index, answer.effects, members, MATTERS)
}

function asRecord({ index }: OpenedChain, versions: readonly Shown[], proposals: ListProposals | null): unknown {
  const id = (row: number): string => index.enterpriseIds[row]!
  const effect = ({ row, othersLose, gain, together, partners }: ListEffect) => ({
    enterprise: id(row),
    othersLose,
    gain,
    together,
    partners: partners.map(id),
  })
  return {
    versions: versions.map(({ list, isInFile, differences, coverage }) => ({
      date: list.date,
      isInFile,
      note: list.note ?? null,
      leading: list.leading,
      core: list.core,
      changes: differences,
      coverage: {
        leading: coverage.leading.length,
        coveredDirect: coverage.coveredDirect,
        covered: coverage.covered,
        missing: coverage.leading
          .filter(({ missing }) => missing.length > 0)
          .map(({ row, missing }) => ({
            enterprise: id(row),
            sources: missing.map(({ supplier, steps }) => ({ enterprise: id(supplier), steps })),
          })),
      },
    })),
    ...(proposals && {
      proposals: {
        measures: MATTERS,
        add: proposals.add.map((each) => ({ ...effect(each), role: each.role })),
        withoutEffect: proposals.withoutEffect.map(effect),
      },
    }),
  }
}

const SIGNS = { joined: '+', left: '-', changed: '~' } as const
/** Missing sources that are named for one leading enterprise. */
const NAMED = 8

/** Two significant digits, so that a small share is not shown as none. */
const percent = (share: number): string => `${Number((100 * share).toPrecision(2))}%`

interface Printed {
  readonly context: CommandContext
  readonly enterprise: (id: string) => string
  readonly name: (row: number) => string
}

function* asText(
  context: CommandContext,
  { chain, index }: OpenedChain,
  versions: readonly Shown[],
  proposals: ListProposals | null,
): Iterable<string> {
  const { enterprise } = namingOf(chain, context.language)
  const printed = { context, enterprise, name: (row: number) => enterprise(index.enterpriseIds[row]!) }
  for (const version of versions) yield* versionText(printed, version)
  if (proposals) yield* proposalsText(printed, proposals)
}

function* versionText(
  { context: { texts, language }, enterprise, name }: Printed,
  { list, isInFile, differences, coverage }: Shown,
): Iterable<string> {
  const words = texts.lists
  const note = textIn(list.note, language)
  const counts = fillIn(words.counts, { leading: list.leading.length, core: list.core.length })
  yield isInFile ? `${[list.date, counts, note].join('  ').trimEnd()}\n` : `${words.byRole}\n`
  for (const { kind, enterprise: id, from, to, reason } of differences ?? []) {
    const roles = [from, to].map((role) => (role ? texts.roles[role] : '–')).join(' → ')
    yield `  ${SIGNS[kind]} ${enterprise(id)} (${roles})${reason === null ? '' : `: ${textIn(reason, language)}`}\n`
  }
  const all = coverage.leading.length
  yield `  ${fillIn(words.covered, { all, direct: coverage.coveredDirect, whole: coverage.covered })}\n`
  for (const { row, missing } of coverage.leading.filter((each) => each.missing.length > 0)) {
    const names = missing.slice(0, NAMED).map(({ supplier, steps }) => `${name(supplier)} (${steps})`)
    const more = missing.length > NAMED ? ` ${fillIn(words.more, { count: missing.length - NAMED })}` : ''
    yield `    ${fillIn(words.missing, { name: name(row) })} ${names.join(', ')}${more}\n`
  }
}

function* proposalsText(
  { context: { texts }, name }: Printed,
  { add, withoutEffect }: ListProposals,
): Iterable<string> {
  const words = texts.lists
  yield `${fillIn(words.add, { count: add.length, lost: percent(MATTERS.lost), gain: MATTERS.gain })}\n`
  for (const { row, role, othersLose, gain, together, partners } of add) {
    const names = partners.map(name).join(', ')
    const effects = [
      ...(gain > TIE ? [fillIn(words.alone, { days: gain.toFixed(2) })] : []),
      ...(together > TIE ? [fillIn(words.together, { days: together.toFixed(2), names })] : []),
      fillIn(words.lost, { share: percent(othersLose) }),
    ]
    yield `  + ${name(row)} (${texts.roles[role]}): ${effects.join('; ')}\n`
  }
  yield `${fillIn(words.without, { count: withoutEffect.length })}\n`
  for (const { row, othersLose } of withoutEffect) {
    yield `  ? ${name(row)}: ${fillIn(words.lost, { share: percent(othersLose) })}\n`
  }
}
