import { readChain, type ReadChain } from '../read-chain.ts'

/**
 * A chain to be opened on its own: a chain file, or any file in which this program has handed one on. Everything else is read as a
 * chain file too, which says best what is wrong with it.
 */
export async function readWhole(bytes: Uint8Array, name: string, tell?: (done: number) => void): Promise<ReadChain> {
  if (/\.chain\.json$/i.test(name)) return readChain(bytes, name, tell)
  // Most files are chains, and the readers of everything else are six times as large.
  const { readAny } = await import('./read-any.ts')
  const read = await readAny(bytes, name, {}, tell)
  const isWhole = read.kind === 'chain' && read.isChainFile && read.chain !== null
  return isWhole ? { chain: read.chain, problems: [...read.problems] } : readChain(bytes, name, tell)
}
