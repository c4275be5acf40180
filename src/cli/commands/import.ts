import { resolve } from 'node:path'
import {
  COLUMN_FIELDS,
  SEPARATORS,
  TABLE_ENCODINGS,
  VALUE_UNITS,
  type BringMapping,
  type Brought,
  type NamedBytes,
  type SameDecision,
  type TableMapping,
  type TextLayout,
  type ValueUnit,
} from '../../model/bring.ts'
import { emptyChain } from '../../model/new-chain.ts'
import { dayNumber } from '../../model/dates.ts'
import type { Chain } from '../../model/chain.ts'
import { GRAPH_FIELDS } from '../../model/graph-mapping.ts'
import type { Problem } from '../../model/problem.ts'
import { indexChain } from '../../engine/index-chain.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import { bring, type BringSource } from '../../io/bring/bring.ts'
import { guessMapping, yearsOf } from '../../io/bring/guess-mapping.ts'
import { importsOf } from '../../io/bring/import-record.ts'
import { likelyPast } from '../../io/bring/likely-past.ts'
import { readAsChain } from '../../io/bring/read-as-chain.ts'
import { readFiles, type ReadFiles } from '../../io/bring/read-files.ts'
import type { Table } from '../../io/tables/table.ts'
import { writeChain } from '../../io/write-chain.ts'
import type { Command, CommandContext, Options } from '../command.ts'
import { EXIT, WrongUse, type ExitCode } from '../exit-codes.ts'
import { printProblems } from '../open-chain.ts'
import { checkNamed, pairsOf } from '../pairs-option.ts'
import { readFile } from '../read-file.ts'
import { checkChainPath, writeFile } from '../write-file.ts'

export const importFiles: Command = {
  name: 'import',
  declare: (declaration, texts) => {
    declaration
      .argument('<files...>', texts.import.files)
      .option('--to <file>', texts.import.to)
      .option('--into <file>', texts.import.into)
      .option('--map <columns>', texts.import.map)
      .option('--same <names>', texts.import.same)
      .option('--reverse', texts.import.reverse)
      .option('--year <year>', texts.import.year)
      .option('--per-day', texts.import.perDay)
      .option('--unit <unit>', texts.import.unit)
      .option('--date <date>', texts.import.date)
      .option('--decimal <mark>', texts.import.decimal)
      .option('--encoding <encoding>', texts.import.encoding)
      .option('--separator <separator>', texts.import.separator)
      .option('--json', texts.options.json)
  },
  run: async (context, [given], options) => {
    const paths = given as unknown as readonly string[]
    const files = await Promise.all(
      paths.map(async (name): Promise<NamedBytes> => ({ name, bytes: await readFile(context, name) })),
    )
    checkTarget(context, paths, options.to)
    const base = await baseChain(context, options.into, paths[0]!)
    if (base === null) return EXIT.fileHasErrors
    const read = await readFiles(files, layoutOf(context, options))
    const found = read.source && bringSource(context, read.source, { options, base, paths })
    if (found) checkSame(context, found, base, options)
    const brought = found && wholeChain(found, read, options)
    const problems = [...read.problems, ...(brought?.problems ?? [])]
    const leftOut = leftOutOf(read, brought)
    await report(context, { problems, brought, leftOut, isJson: options.json === true })
    if (!brought?.chain) return EXIT.fileHasErrors
    if (typeof options.to === 'string')
      await writeFile(context, options.to, new TextEncoder().encode(writeChain(brought.chain)))
    return problems.some(({ severity }) => severity === 'error') ? EXIT.fileHasErrors : EXIT.done
  },
}

/** A whole chain that nothing is laid over stays as it is, with its name, lists and notes. */
function wholeChain(brought: Brought, { source, isChainFile }: ReadFiles, { into }: Options): Brought {
  const isWhole = into === undefined && isChainFile && source?.kind === 'chain'
  if (!isWhole) return brought
  const { chain } = source
  // With its own settings, which rows that are laid over another chain leave behind.
  const others = brought.problems.filter(({ code }) => code !== 'OUTPUT_ZERO' && code !== 'PURCHASES_TOO_LARGE')
  return { ...brought, chain, problems: [...others, ...indexChain(chain).problems] }
}

/** What is brought in is not to be written over by what comes of it. */
function checkTarget(context: CommandContext, paths: readonly string[], to: Options[string]): void {
  if (typeof to !== 'string') return
  checkChainPath(context, to)
  const isRead = paths.some((path) => resolve(path) === resolve(to))
  if (isRead) throw new WrongUse(fillIn(context.texts.usage.readToo, { what: to }))
}

const nameOf = (path: string): string => path.replace(/^.*[\\/]/, '')

async function baseChain(context: CommandContext, path: Options[string], first: string): Promise<Chain | null> {
  if (typeof path !== 'string') return emptyChain(nameOf(first).replace(/\.[^.]*$/, ''))
  const { chain, problems } = await readAsChain(await readFile(context, path), path)
  if (chain === null) printProblems(context, problems)
  return chain
}

interface ImportInto {
  readonly options: Options
  readonly base: Chain
  readonly paths: readonly string[]
}

function bringSource(context: CommandContext, source: BringSource, { options, base, paths }: ImportInto): Brought {
  const mapping = mappingOf(context, source, options)
  const into = {
    file: paths.map(nameOf).join(' + '),
    mapping,
    chain: base,
    past: null,
    scenario: base.scenarios?.find(({ id }) => id === 'main')?.id ?? base.scenarios?.[0]?.id ?? null,
  }
  return bring(source, { ...into, past: likelyPast(source, into) })
}

function layoutOf({ texts }: CommandContext, { encoding, separator }: Options): TextLayout {
  const chosen = separator === 'tab' || separator === '\\t' ? '\t' : separator
  const foundEncoding = TABLE_ENCODINGS.find((each) => each === encoding)
  const foundSeparator = SEPARATORS.find((each) => each === chosen)
  if (encoding !== undefined && !foundEncoding)
    throw new WrongUse(fillIn(texts.import.encodings, { what: String(encoding), known: TABLE_ENCODINGS.join(', ') }))
  if (separator !== undefined && !foundSeparator)
    throw new WrongUse(fillIn(texts.import.separators, { what: String(separator) }))
  return {
    ...(foundEncoding ? { encoding: foundEncoding } : {}),
    ...(foundSeparator ? { separator: foundSeparator } : {}),
  }
}

/** What the headings tell, changed by what was asked for. */
function mappingOf(context: CommandContext, source: BringSource, options: Options): BringMapping {
  if (source.kind === 'chain') {
    return { tables: [], same: sameOf(context, options), date: null, ...graphMappingOf(context, source, options) }
  }
  const wished = pairsOf(context, options.map)
  const headings = source.tables.flatMap((table) => table.headings.filter((heading) => heading !== ''))
  checkNamed(wished.keys(), [...new Set(headings)], context.texts.import.unknownHeading)
  for (const field of wished.values())
    checkField(context, field, [...COLUMN_FIELDS.supplies, ...COLUMN_FIELDS.enterprises])
  const guessed = guessMapping(source.tables, wished)
  checkYear(context, source.tables, guessed, options)
  const { date } = options
  if (typeof date === 'string' && Number.isNaN(dayNumber(date)))
    throw new WrongUse(fillIn(context.texts.import.dayExpected, { what: date }))
  const unit = unitOf(context, options)
  const decimal = decimalMark(context, options)
  return {
    tables: guessed.tables.map((table) => ({
      ...table,
      ...(unit === undefined ? {} : { unit }),
      ...(decimal === undefined ? {} : { decimal }),
      isReversed: options.reverse === true,
      isPerYear: table.isPerYear && options.perDay !== true,
      year: typeof options.year === 'string' ? options.year : table.year,
    })),
    same: sameOf(context, options),
    date: typeof date === 'string' ? date : null,
  }
}

/** Undefined where the headings are to tell. */
function unitOf({ texts }: CommandContext, { unit }: Options): ValueUnit | undefined {
  if (typeof unit !== 'string') return undefined
  if (Object.hasOwn(VALUE_UNITS, unit)) return unit as ValueUnit
  throw new WrongUse(fillIn(texts.import.units, { what: unit, known: Object.keys(VALUE_UNITS).join(', ') }))
}

/** Undefined where the numbers are to tell. */
function decimalMark({ texts }: CommandContext, { decimal }: Options): TableMapping['decimal'] | undefined {
  if (decimal === undefined || decimal === 'point' || decimal === 'comma') return decimal
  throw new WrongUse(fillIn(texts.import.decimals, { what: String(decimal) }))
}

function checkYear(
  { texts }: CommandContext,
  tables: readonly Table[],
  mapping: BringMapping,
  { year }: Options,
): void {
  if (typeof year !== 'string') return
  const years = tables.flatMap((table, at) => yearsOf(table, mapping.tables[at]!.columns))
  if (years.length === 0) throw new WrongUse(fillIn(texts.import.noYears, { what: year }))
  checkNamed([year], [...new Set(years)].toSorted(), texts.import.unknownYear)
}

const sameOf = (context: CommandContext, options: Options): SameDecision[] =>
  Array.from(pairsOf(context, options.same), ([name, is]) => ({ name, is: is === '' ? null : is }))

/** A decision on a name that does not stand there, or for an enterprise that does not, would be passed over in silence. */
function checkSame(context: CommandContext, { chain }: Brought, base: Chain, options: Options): void {
  if (chain === null) return
  const { unknownName, unknownEnterprise } = context.texts.import
  const pairs = pairsOf(context, options.same)
  const asked = importsOf(chain).flatMap(({ mapping }) => mapping?.same.map(({ name }) => name) ?? [])
  checkNamed(pairs.keys(), [...new Set(asked)], unknownName)
  const ids = [...base.enterprises, ...chain.enterprises].map(({ id }) => id)
  checkNamed(
    [...pairs.values()].filter((id) => id !== ''),
    [...new Set(ids)],
    unknownEnterprise,
  )
}

/** The same for the attributes of a graph that another program made. */
function graphMappingOf(
  context: CommandContext,
  { foreign }: BringSource & { kind: 'chain' },
  options: Options,
): Pick<BringMapping, 'graph'> {
  if (!foreign) return {}
  const wished = pairsOf(context, options.map)
  const known = foreign.mapping.attributes.map(({ attribute }) => attribute)
  checkNamed(wished.keys(), [...new Set(known)], context.texts.import.unknownHeading)
  for (const field of wished.values()) checkField(context, field, [...GRAPH_FIELDS.node, ...GRAPH_FIELDS.edge])
  const attributes = foreign.mapping.attributes.map((each) => {
    const field = wished.get(each.attribute)
    return field === undefined ? each : { ...each, field: field === '' ? null : field }
  })
  return { graph: { attributes, isReversed: options.reverse === true } }
}

function checkField({ texts }: CommandContext, field: string, all: readonly string[]): void {
  if (field === '' || all.includes(field)) return
  throw new WrongUse(fillIn(texts.import.unknownField, { what: field, known: all.join(', ') }))
}

/** `1,234` is one thousand in most tables, and little more than one in these. */
const hasDecimalComma = (brought: Brought | null): boolean =>
  brought?.chain?.imports !== undefined &&
  importsOf(brought.chain)
    .at(-1)
    ?.mapping?.tables.some(({ kind, decimal }) => kind !== 'ignored' && decimal === 'comma') === true

/** Headings of tables that are taken, whose columns are not: what they hold is not in the chain. */
function leftOutOf({ source }: ReadFiles, brought: Brought | null): readonly string[] {
  if (source?.kind !== 'tables' || !brought?.chain) return []
  const mapped = importsOf(brought.chain).at(-1)?.mapping?.tables ?? []
  return source.tables.flatMap(({ headings }, at) => {
    const { kind = 'ignored', columns = [] } = mapped[at] ?? {}
    return kind === 'ignored' ? [] : headings.filter((heading, column) => heading !== '' && columns[column] === null)
  })
}

interface Report {
  readonly problems: readonly Problem[]
  readonly brought: Brought | null
  readonly leftOut: readonly string[]
  readonly isJson: boolean
}

async function report(context: CommandContext, { problems, brought, leftOut, isJson }: Report): Promise<ExitCode> {
  const { terminal, texts } = context
  const count = (kind: string): number => brought?.changes.filter((change) => change.kind === kind).length ?? 0
  const counts = { added: count('added'), changed: count('changed'), removed: count('removed'), kept: count('kept') }
  if (isJson) {
    const { lookAlikes = [], direction = [], otherYears = 0 } = brought ?? {}
    const isTaken = Boolean(brought?.chain)
    const whole = { ...counts, problems, lookAlikes, direction, otherYears, leftOut, isTaken }
    await terminal.print([`${JSON.stringify(whole, null, 1)}\n`])
    return EXIT.done
  }
  printProblems(context, problems)
  for (const sample of brought?.direction ?? []) {
    const sentence = sample.product === '' ? texts.import.directionBare : texts.import.direction
    await terminal.print([fillIn(sentence, { ...sample }), '\n'])
  }
  if (hasDecimalComma(brought)) await terminal.print([`${texts.import.decimalComma}\n`])
  if (leftOut.length > 0) await terminal.print([fillIn(texts.import.leftOut, { what: leftOut.join(', ') }), '\n'])
  const otherYears = brought?.otherYears ?? 0
  if (otherYears > 0) await terminal.print([fillIn(texts.import.otherYears, { count: otherYears }), '\n'])
  await terminal.print([brought?.chain ? fillIn(texts.import.done, counts) : texts.import.refused, '\n'])
  return EXIT.done
}
