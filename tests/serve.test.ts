import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveFolder } from '../scripts/serve.mjs'

const COMPILING = ['engine-worker-A1b.js', 'handout-worker-A1b.js', 'write-worker-A1b.js']

let folder = ''
let served: Awaited<ReturnType<typeof serveFolder>>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'))
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>chain</title>')
  for (const name of ['main.js', 'file-worker-A1b.js', ...COMPILING])
    writeFileSync(join(folder, 'page', 'assets', name), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  served = await serveFolder(join(folder, 'page'))
})
afterAll(async () => {
  await served.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Sends the path as it is: `fetch` would tidy `..` away. */
const statusOf = (path: string, method = 'GET'): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(served.url)
    request({ host: '127.0.0.1', port, path, method }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
      .on('error', reject)
      .end()
  })

test('a module is served as a module, with the security policy of the page', async () => {
  const page = await fetch(served.url)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await page.text()).toContain('chain')
  const script = await fetch(`${served.url}assets/main.js`)
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})

test('the workers that run the engine may compile, the page and the others may not', async () => {
  const policyOf = async (path: string) => (await fetch(`${served.url}${path}`)).headers.get('content-security-policy')
  for (const name of COMPILING)
    expect(await policyOf(`assets/${name}`)).toContain("script-src 'self' 'wasm-unsafe-eval';")
  for (const path of ['', 'assets/main.js', 'assets/file-worker-A1b.js'])
    expect(await policyOf(path)).toContain("script-src 'self';")
})

test('nothing outside the folder is served, however the path is written', async () => {
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/%00',
    '/%',
    '/assets',
    '/missing.js',
  ]) {
    expect([path, await statusOf(path)]).toEqual([path, 404])
  }
  expect(await statusOf('/', 'POST')).toBe(405)
})

test('a taken port is passed over for the next free one', async () => {
  const port = Number(new URL(served.url).port)
  const second = await serveFolder(join(folder, 'page'), port)
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port)
  await second.close()
})
