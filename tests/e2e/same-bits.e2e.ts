import { readdirSync, readFileSync } from 'node:fs'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { randomChain } from '../../bench/random-chain.ts'
import { supplyNetwork } from '../../bench/supply-network.ts'
import type { Chain } from '../../src/model/chain.ts'
import { bitsOf } from './engine-bits.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()

const chainsIn = (folder: string): Chain[] => {
  const root = new URL(folder, import.meta.url)
  const names = readdirSync(root).filter((name) => name.endsWith('.chain.json'))
  return names.toSorted().map((name) => JSON.parse(readFileSync(new URL(name, root), 'utf8')) as Chain)
}

/** The same source as one script that leaves `engine.bitsOf` behind. */
async function script(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      minify: true,
      lib: { entry: new URL('engine-bits.ts', import.meta.url).pathname, formats: ['iife'], name: 'engine' },
    },
  })
  const [first] = Array.isArray(made) ? made : [made]
  if (!first || !('output' in first)) throw new Error('expected a built script, got none')
  return first.output[0].code
}

test('the shipped chains, every fixture and large networks give the same bits in Node and in Chromium', async () => {
  // Large enough for what is compiled (criticality-kernels.ts, daily-kernels.ts), in loops and with hubs.
  const large = [supplyNetwork(400, 1_200, 5), randomChain({ enterprises: 400, supplies: 1_000, seed: 6 })]
  const chains = [...chainsIn('../../graph-data/'), ...chainsIn('../fixtures/'), ...large]
  expect(chains.length).toBeGreaterThan(20)
  const here = bitsOf(chains)
  const page = await browser().newPage()
  await page.addScriptTag({ content: `${await script()};globalThis.engine = engine` })
  const there = await page.evaluate((given) => {
    const { engine } = globalThis as unknown as { engine: { bitsOf: (chains: unknown) => unknown } }
    return engine.bitsOf(given)
  }, chains)
  expect(here.length).toBeGreaterThan(80)
  expect(there).toEqual(here)
  await page.close()
})
