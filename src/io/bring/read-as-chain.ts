import { emptyChain } from '../../model/new-chain.ts'
import type { Problem } from '../../model/problem.ts'
import type { ReadChain } from '../read-chain.ts'
import { bring } from './bring.ts'
import { guessMapping } from './guess-mapping.ts'
import { readFiles } from './read-files.ts'

/** A file of any kind as a chain of its own, mapped as its headings tell; null when nothing of it can be taken. */
export async function readAsChain(bytes: Uint8Array, name: string): Promise<ReadChain> {
  const { source, problems } = await readFiles([{ bytes, name }], {})
  if (source === null) return { chain: null, problems: [...problems] }
  if (source.kind === 'chain') {
    return { chain: source.chain, problems: [...problems, ...(source.foreign?.mapped ?? [])] }
  }
  const into = { file: name, mapping: guessMapping(source.tables), chain: emptyChain(name), past: null, scenario: null }
  const brought = bring(source, into)
  return { chain: brought.chain, problems: [...problems, ...brought.problems] satisfies Problem[] }
}
