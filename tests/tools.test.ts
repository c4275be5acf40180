/** The checks of `.ci/run` must see our files and must fail when something is wrong: a check that saw nothing is a failure. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectFiles, sourceFiles } from './source-tree.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const tool = (name: string): string => join(ROOT, 'node_modules', '.bin', name)
let folder = ''

/** A small project with our settings and one planted mistake. */
function plant(files: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(join(folder, 'planted-'))
  for (const settings of [
    'tsconfig.json',
    '.oxlintrc.json',
    '.prettierrc.json',
    'knip.json',
    'package.json',
    'vitest.config.ts',
  ]) {
    cpSync(join(ROOT, settings), join(place, settings))
  }
  symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'), 'dir')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(place, path, '..'), { recursive: true })
    writeFileSync(join(place, path), text)
  }
  return place
}

function run(name: string, options: readonly string[], cwd: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(tool(name), options, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  return { status, output: stdout + stderr }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tools-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('the type check reads every source file', () => {
  const listed = execFileSync(tool('tsc'), ['--listFilesOnly', '-p', '.'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  const seen = new Set(
    listed.split('\n').map((line) => line.replaceAll('\\', '/').replace(/^.*?\/(?=(src|tests|bench)\/)/, '')),
  )
  const wanted = projectFiles.filter(({ path }) => /^(src|tests|bench)\/.*\.tsx?$/.test(path))
  expect(wanted.length).toBeGreaterThan(sourceFiles.length)
  expect(wanted.map(({ path }) => path).filter((path) => !seen.has(path))).toEqual([])
})

test('the type check fails on a wrong type', () => {
  const { status, output } = run(
    'tsc',
    ['--noEmit', '-p', '.'],
    plant({ 'src/wrong.ts': "export const days: number = 'three'\n" }),
  )
  expect(output).toContain('wrong.ts')
  expect(status).not.toBe(0)
})

test('the linter fails on what only types can tell, and on a long function', () => {
  const long = `export function long(days: number): number {\n${'  days += 1\n'.repeat(45)}  return days\n}\n`
  const forgotten = 'async function play(): Promise<void> {}\nexport function start(): void {\n  play()\n}\n'
  const { status, output } = run(
    'oxlint',
    ['--type-aware', '--deny-warnings', 'src'],
    plant({ 'src/long.ts': long, 'src/forgotten.ts': forgotten }),
  )
  expect(output).toContain('no-floating-promises')
  expect(output).toContain('max-lines-per-function')
  expect(status).not.toBe(0)
})

test('the format check fails on another format', () => {
  const { status, output } = run('prettier', ['--check', '.'], plant({ 'src/wide.ts': 'export const  days="3" ;\n' }))
  expect(output).toContain('wide.ts')
  expect(status).not.toBe(0)
})

test('the dead-code check fails on a file that nobody imports', () => {
  const files = { 'src/app/main.tsx': 'console.log(1)\n', 'src/model/lonely.ts': 'export const days = 3\n' }
  const { status, output } = run('knip', ['--no-progress', '--include', 'files'], plant(files))
  expect(output).toContain('lonely.ts')
  expect(status).not.toBe(0)
})
