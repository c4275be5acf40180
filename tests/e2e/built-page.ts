import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../../scripts/find-chromium.mjs'
import { serveFolder } from '../../scripts/serve.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is served; ends in '/'. */
    pageUrl: string
    /** Path of the Chromium to use. */
    chromium: string
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Builds the page and serves it for all end-to-end tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium()
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    // The test runner sets NODE_ENV to "test", with which the page would hold React's development build.
    env: { ...process.env, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  })
  const served = await serveFolder(`${ROOT}dist`)
  project.provide('pageUrl', served.url)
  project.provide('chromium', chromium)
  return served.close
}
