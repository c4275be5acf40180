#!/usr/bin/env node
/** The command line; builds it first where it is missing or older than its source. */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)
const built = new URL('dist-cli/chain.js', root)
const sources = ['src/', 'vite.cli.config.ts', 'package.json'].map((name) => new URL(name, root))

/** Newest change of a file, or of any file in a folder. */
function changed(url) {
  if (!url.pathname.endsWith('/')) return statSync(url).mtimeMs
  const entries = readdirSync(url, { withFileTypes: true })
  return Math.max(0, ...entries.map((each) => changed(new URL(each.name + (each.isDirectory() ? '/' : ''), url))))
}

function isStale() {
  try {
    return statSync(built).mtimeMs < Math.max(...sources.map(changed))
  } catch {
    return true
  }
}

/** Builds beside the old file and then renames, so that two commands at once never load half a file. */
async function build() {
  const started = new Date()
  const { build } = await import('vite')
  mkdirSync(new URL('dist-cli/', root), { recursive: true })
  const folder = mkdtempSync(fileURLToPath(new URL('dist-cli/.building-', root)))
  try {
    const configFile = fileURLToPath(new URL('vite.cli.config.ts', root))
    await build({ configFile, root: fileURLToPath(root), logLevel: 'error', build: { outDir: folder } })
    // Stamped with the start: a source that changed meanwhile makes it stale again.
    utimesSync(`${folder}/chain.js`, started, started)
    renameSync(`${folder}/chain.js`, built)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (isStale()) await build()
await import(built.href)
