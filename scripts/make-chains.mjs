/** `node scripts/make-chains.mjs`: writes the shipped chains in `graph-data/` anew from `graph-data/facts/`. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const entry = fileURLToPath(new URL('make-chains/shipped-chains.ts', import.meta.url))
const { module } = await runnerImport(entry)
for (const [name, text] of module.shippedChains()) {
  writeFileSync(new URL(`../graph-data/${name}`, import.meta.url), text)
  console.log(`graph-data/${name}  ${text.length} characters`)
}
