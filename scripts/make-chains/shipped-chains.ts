import { writeChain } from '../../src/io/write-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { electronics } from './electronics.ts'
import { springDawn } from './spring-dawn.ts'
import { textiles } from './textiles.ts'
import { vehicles } from './vehicles.ts'

/** Every shipped chain by the name of its file. */
const CHAINS: Readonly<Record<string, () => Chain>> = {
  'vehicles.chain.json': vehicles,
  'electronics.chain.json': electronics,
  'textiles.chain.json': textiles,
  'spring-dawn.chain.json': springDawn,
}

/** The text of each file in `graph-data/`, the same for the same facts to the byte. */
export const shippedChains = (): [name: string, text: string][] =>
  Object.entries(CHAINS).map(([name, chain]) => [name, writeChain(chain())])
