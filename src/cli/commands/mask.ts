import { fillIn } from '../../i18n/problem-text.ts'
import { writeKey } from '../../io/mask/key-file.ts'
import { maskedFile } from '../../io/mask/masked-file.ts'
import type { MaskSummary } from '../../model/masking.ts'
import type { Command, CommandContext } from '../command.ts'
import { EXIT, WrongUse } from '../exit-codes.ts'
import { openChain } from '../open-chain.ts'
import { writeFile } from '../write-file.ts'

export const mask: Command = {
  name: 'mask',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .requiredOption('--to <path>', texts.mask.to)
      .requiredOption('--key <path>', texts.mask.key)
      .option('--products', texts.mask.products)
      .option('--provinces', texts.mask.provinces)
      .option('--chain-name', texts.mask.chainName)
  },
  run: async (context, [file], options) => {
    const { texts, terminal } = context
    const [to, keyPath] = [String(options.to), String(options.key)]
    if (to === keyPath) throw new WrongUse(texts.mask.samePath)
    if (!/\.(?:csv|json)$/i.test(keyPath)) {
      throw new WrongUse(fillIn(texts.usage.unknownEnding, { what: keyPath, known: '.csv, .json' }))
    }
    const opened = await openChain(context, file!)
    if (!opened) return EXIT.fileHasErrors
    const { text, key, summary } = await maskedFile(opened.chain, {
      products: options.products === true,
      provinces: options.provinces === true,
      chainName: options.chainName === true,
    })
    const format = /\.json$/i.test(keyPath) ? 'json' : 'csv'
    for (const [path, content] of [
      [to, text],
      [keyPath, writeKey(key, format)],
    ] as const) {
      const bytes = new TextEncoder().encode(content)
      await writeFile(context, path, bytes)
      await terminal.print([fillIn(texts.written, { what: path, count: bytes.length }), '\n'])
    }
    await terminal.print(summaryOf(context, summary))
    return EXIT.done
  },
}

const summaryOf = ({ texts }: CommandContext, summary: MaskSummary): readonly string[] =>
  [
    fillIn(texts.mask.done, { enterprises: summary.enterprises, texts: summary.texts, products: summary.products }),
    ...(summary.isProductsForced ? [texts.mask.forced] : []),
    ...(summary.others > 0 ? [fillIn(texts.mask.others, { count: summary.others })] : []),
    ...(summary.left > 0 ? [fillIn(texts.mask.left, { count: summary.left })] : []),
  ].map((line) => `${line}\n`)
