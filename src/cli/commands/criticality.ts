import { InvalidArgumentError, Option } from 'commander'
import { closedLoops, estimateCriticality, LONGEST_BATCH_MILLISECONDS } from '../../analysis/criticality.ts'
import { criticalityOf, criticalityRange } from '../../engine/criticality.ts'
import type { CriticalityFigures } from '../../engine/criticality-figures.ts'
import { CONVERGED, PUBLISHED, type CriticalitySettings } from '../../engine/criticality-coefficients.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import { textIn } from '../../model/local-text.ts'
import { readClosures } from '../closures-file.ts'
import type { Command, CommandContext, Options } from '../command.ts'
import { documentRows } from '../document-rows.ts'
import { EXIT, WrongUse } from '../exit-codes.ts'
import { openChain, type OpenedChain } from '../open-chain.ts'
import { textTable, type TextColumn } from '../text-table.ts'

export const criticality: Command = {
  name: 'criticality',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .option('--published', texts.options.published)
      .addOption(new Option('--tolerance <x>', texts.options.tolerance).argParser(toleranceOf).conflicts('published'))
      .option('--closed', texts.options.closed)
      .option('--no-replaceability', texts.options.noReplaceability)
      .addOption(new Option('--weight <weight>', texts.options.weight).choices(['flows', 'output']))
      .option('--closures <file>', texts.options.closures)
      .option('--json', texts.options.json)
  },
  run: async (context, [file], options) => {
    const opened = await openChain(context, file!)
    if (!opened) return EXIT.fileHasErrors
    const settings = settingsOf(options)
    const rows = documentRows(opened.chain, opened.index).enterprises
    const { texts, terminal } = context
    const progress = (done: number, total: number): void => terminal.progress(texts.closure, done, total)
    const closures = typeof options.closures === 'string' ? await readClosures(context, options.closures, rows) : null
    refuseTooLong(context, opened, settings, closures?.length ?? rows.length)
    const { index } = opened
    const figures = closures
      ? criticalityOf(index, settings, closures, progress)
      : inDocumentOrder(criticalityRange({ index, settings, from: 0, to: index.enterpriseCount }, progress), rows)
    if (options.json === true) await terminal.print(asJson(opened, figures))
    else if (typeof options.closures === 'string') await terminal.print([closuresTable(context, figures)])
    else await terminal.print(asTable(context, opened, figures, settings))
    return EXIT.done
  },
}

function toleranceOf(text: string): string {
  const tolerance = Number(text)
  if (!(tolerance > 0 && tolerance < 1)) throw new InvalidArgumentError('0 < x < 1')
  return text
}

function settingsOf(options: Options): CriticalitySettings {
  const base = options.published === true ? PUBLISHED : CONVERGED
  return {
    tolerance: options.tolerance === undefined ? base.tolerance : Number(options.tolerance),
    closed: options.closed === true || base.closed,
    replaceability: options.replaceability !== false,
    weight: options.weight === undefined ? base.weight : (options.weight as CriticalitySettings['weight']),
  }
}

/** @throws WrongUse with an estimate where so many closures would take too long */
function refuseTooLong(
  { texts }: CommandContext,
  { index }: OpenedChain,
  settings: CriticalitySettings,
  closures: number,
): void {
  const estimate = estimateCriticality({ index, settings }, () => performance.now())
  const milliseconds = (estimate.milliseconds / Math.max(1, index.enterpriseCount)) * closures
  if (milliseconds <= LONGEST_BATCH_MILLISECONDS) return
  const values = { seconds: Math.ceil(milliseconds / 1000), limit: LONGEST_BATCH_MILLISECONDS / 1000 }
  throw new WrongUse(fillIn(texts.closuresTooLong, values))
}

const inDocumentOrder = ({ index, down, up, sweeps }: CriticalityFigures, rows: Int32Array): CriticalityFigures => ({
  index: Float64Array.from(rows, (row) => index[row]!),
  down: Float64Array.from(rows, (row) => down[row]!),
  up: Float64Array.from(rows, (row) => up[row]!),
  sweeps: Int32Array.from(rows, (row) => sweeps[row]!),
})

function* asJson({ chain }: OpenedChain, { index, down, up, sweeps }: CriticalityFigures): Iterable<string> {
  yield `{\n "enterprises": ${JSON.stringify(chain.enterprises.map(({ id }) => id))}`
  for (const [name, values] of Object.entries({ index, down, up, sweeps })) {
    yield `,\n "${name}": ${JSON.stringify([...values])}`
  }
  yield '\n}\n'
}

/** Largest index first; ties in document order. */
function* asTable(
  { texts, language }: CommandContext,
  { chain, index }: OpenedChain,
  figures: CriticalityFigures,
  settings: CriticalitySettings,
): Iterable<string> {
  const order = [...figures.index.keys()].toSorted((a, b) => figures.index[b]! - figures.index[a]! || a - b)
  const { headings } = texts
  yield textTable(
    [left(headings.enterprise), left(headings.name), ...figureColumns(texts)],
    order.map((position) => {
      const enterprise = chain.enterprises[position]!
      return [enterprise.id, textIn(enterprise.name, language), ...figureCells(figures, position)]
    }),
  )
  yield `${texts.criticalityMeaning}\n`
  const loops = closedLoops(index, settings)
  if (loops.length === 0) return
  const members = loops[0]!.slice(0, NAMED_MEMBERS).map((row) => index.enterpriseIds[row]!)
  if (loops[0]!.length > NAMED_MEMBERS) members.push('…')
  yield `${fillIn(texts.closedLoop, { loops: String(loops.length), count: String(loops[0]!.length), members: members.join(', ') })}\n`
}

const NAMED_MEMBERS = 10

const closuresTable = ({ texts }: CommandContext, figures: CriticalityFigures): string =>
  textTable(
    [right(texts.headings.closure), ...figureColumns(texts)],
    Array.from(figures.index, (_, place) => [String(place + 1), ...figureCells(figures, place)]),
  )

const left = (heading: string): TextColumn => ({ heading, align: 'left' })
const right = (heading: string): TextColumn => ({ heading, align: 'right' })

const figureColumns = ({ headings }: CommandContext['texts']): readonly TextColumn[] =>
  [headings.criticality, headings.downstream, headings.upstream, headings.sweeps].map(right)

const figureCells = ({ index, down, up, sweeps }: CriticalityFigures, at: number): readonly string[] => [
  ...[index, down, up].map((values) => `${(values[at]! * 100).toFixed(3)}%`),
  String(sweeps[at]!),
]
