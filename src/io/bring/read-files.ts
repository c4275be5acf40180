import type { NamedBytes, TextLayout } from '../../model/bring.ts'
import type { Problem } from '../../model/problem.ts'
import { partOf, type Tell } from '../progress.ts'
import type { ReadTables } from '../tables/read-table-file.ts'
import type { BringSource } from './bring.ts'
import { fromTables, readAny, tablesOf, type AnyFile } from './read-any.ts'

export interface ReadFiles {
  /** Null when a file is refused, or no row can be read. */
  readonly source: BringSource | null
  /** A single chain file, as this program saves it. */
  readonly isChainFile: boolean
  readonly layout: ReadTables['layout']
  readonly problems: readonly Problem[]
}

/** Reads files that belong together: tables of one list, or one file with a whole chain. */
export async function readFiles(files: readonly NamedBytes[], layout: TextLayout, tell?: Tell): Promise<ReadFiles> {
  const [only] = files
  if (files.length === 1) {
    return asSource(await readAny(only!.bytes, only!.name, layout, tell))
  }
  const all: ReadTables[] = []
  for (const { name, bytes } of files) {
    const ofFile = partOf(tell, all.length / files.length, (all.length + 1) / files.length)
    all.push(await tablesOf(bytes, name, layout, ofFile))
  }
  const own = all.flatMap((read) => read.own ?? [])
  const pooled: ReadTables = {
    tables: all.flatMap(({ tables }) => tables),
    own: own.length > 0 ? own : null,
    problems: all.flatMap(({ problems }) => problems),
    layout: all.find((read) => read.layout !== null)?.layout ?? null,
  }
  return asSource(fromTables(pooled, files.map(({ name }) => name).join(' + ')))
}

function asSource(read: AnyFile): ReadFiles {
  if (read.kind === 'tables') {
    const { tables, layout, problems } = read
    return { source: tables.length > 0 ? { kind: 'tables', tables } : null, isChainFile: false, layout, problems }
  }
  const { chain, direction, foreign, isChainFile, problems } = read
  return { source: chain && { kind: 'chain', chain, direction, foreign }, isChainFile, layout: null, problems }
}
