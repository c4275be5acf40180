import type { AssumedMarks, IndexedChain } from '../../engine/indexed-chain.ts'
import { textIn } from '../../model/local-text.ts'
import type { Command, CommandContext } from '../command.ts'
import { documentRows, type DocumentRows } from '../document-rows.ts'
import { EXIT } from '../exit-codes.ts'
import { jsonRows } from '../json-rows.ts'
import { openChain, type OpenedChain } from '../open-chain.ts'
import { amount, percent, textTable, type TextColumn } from '../text-table.ts'

const NEEDS = ['essential', 'partial', 'negligible'] as const

export const baseline: Command = {
  name: 'baseline',
  declare: (declaration, texts) => {
    declaration.argument('<file>', texts.file).option('--json', texts.options.json)
  },
  run: async (context, [file], options) => {
    const opened = await openChain(context, file!)
    if (!opened) return EXIT.fileHasErrors
    const rows = documentRows(opened.chain, opened.index)
    await context.terminal.print(options.json === true ? asJson(opened, rows) : asTables(context, opened, rows))
    return EXIT.done
  },
}

function* asJson({ chain, index, assumed }: OpenedChain, rows: DocumentRows): Iterable<string> {
  yield '{\n'
  yield* jsonRows('enterprises', rows.enterprises, (row) => ({
    id: index.enterpriseIds[row],
    output: index.output[row],
    finalDemand: index.finalDemand[row],
    spareCapacity: index.spare[row],
    assumed: marked(assumed, ['output', 'finalDemand'], row),
  }))
  yield ',\n'
  yield* jsonRows('inputs', rows.groups, (group) => ({
    enterprise: index.enterpriseIds[index.groupEnterprise[group]!],
    product: index.groupProducts[group],
    need: NEEDS[index.needKind[group]!],
    needPerDay: index.need[group],
    outsideFlow: index.outside[group],
    coverDays: index.cover[group],
    assumed: marked(assumed, ['outside', 'cover'], group),
  }))
  yield ',\n'
  yield* jsonRows('supplies', rows.links, (link, position) => ({
    id: chain.supplies[position]!.id,
    flow: index.flow[link],
    leadDays: index.lead[link],
    assumed: marked(assumed, ['flow', 'lead'], link),
  }))
  yield '\n}\n'
}

const JSON_NAMES = {
  output: 'output',
  finalDemand: 'finalDemand',
  outside: 'outsideFlow',
  cover: 'coverDays',
  flow: 'flow',
  lead: 'leadDays',
} as const satisfies Record<keyof AssumedMarks, string>

const marked = (assumed: AssumedMarks, fields: readonly (keyof AssumedMarks)[], row: number): readonly string[] =>
  fields.filter((field) => assumed[field][row] === 1).map((field) => JSON_NAMES[field])

function* asTables({ texts, language }: CommandContext, opened: OpenedChain, rows: DocumentRows): Iterable<string> {
  const { chain, index, assumed } = opened
  const { headings } = texts
  const left = (heading: string): TextColumn => ({ heading, align: 'left' })
  const right = (heading: string): TextColumn => ({ heading, align: 'right' })
  const enterpriseColumns = [
    left(headings.enterprise),
    left(headings.name),
    left(headings.role),
    right(headings.output),
  ]
  yield textTable(
    [...enterpriseColumns, right(headings.finalDemand), right(headings.spareCapacity)],
    chain.enterprises.map((enterprise, position) => {
      const row = rows.enterprises[position]!
      return [
        enterprise.id,
        textIn(enterprise.name, language),
        texts.roles[enterprise.role],
        derived(amount(index.output[row]!), assumed.output[row]!),
        derived(amount(index.finalDemand[row]!), assumed.finalDemand[row]!),
        percent(index.spare[row]!),
      ]
    }),
  )
  const inputColumns = [
    left(headings.enterprise),
    left(headings.product),
    left(headings.need),
    right(headings.needPerDay),
  ]
  yield '\n'
  yield textTable(
    [...inputColumns, right(headings.outsideFlow), right(headings.coverDays)],
    Array.from(rows.groups, (group) => inputCells(texts, index, assumed, group)),
  )
  yield `\n${texts.assumedMark}\n`
}

function inputCells(
  texts: CommandContext['texts'],
  index: IndexedChain,
  assumed: AssumedMarks,
  group: number,
): string[] {
  return [
    index.enterpriseIds[index.groupEnterprise[group]!]!,
    index.groupProducts[group]!,
    texts.needs[NEEDS[index.needKind[group]!]!],
    amount(index.need[group]!),
    derived(amount(index.outside[group]!), assumed.outside[group]!),
    derived(amount(index.cover[group]!), assumed.cover[group]!),
  ]
}

const derived = (text: string, mark: number): string => (mark === 1 ? `~${text}` : text)
