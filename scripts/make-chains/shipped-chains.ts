import { readFileSync } from 'node:fs'
import { writeChain } from '../../src/io/write-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { electronics } from './electronics.ts'
import { springDawn } from './spring-dawn.ts'
import { textiles } from './textiles.ts'
import { vehicles } from './vehicles.ts'

const STORIES = new URL('../../graph-data/stories/', import.meta.url)

/** Every shipped chain by the name of its file. */
const CHAINS: Readonly<Record<string, () => Chain>> = {
  'vehicles.chain.json': vehicles,
  'electronics.chain.json': electronics,
  'textiles.chain.json': textiles,
  'spring-dawn.chain.json': springDawn,
}

/** The text of each file in `graph-data/`, the same for the same facts to the byte. */
export const shippedChains = (): [name: string, text: string][] =>
  Object.entries(CHAINS).map(([name, chain]) => [name, writeChain({ ...chain(), scenes: storyOf(name) })])

/** The scenes told about a chain: `graph-data/stories/<chain>.json`. */
const storyOf = (name: string): readonly unknown[] =>
  JSON.parse(readFileSync(new URL(name.replace('.chain', ''), STORIES), 'utf8')) as readonly unknown[]
