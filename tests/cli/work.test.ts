import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readChain } from '../../src/io/read-chain.ts'
import { run } from './in-process.ts'

const files = {
  'c.json': readFileSync(new URL('../../graph-data/spring-dawn.chain.json', import.meta.url), 'utf8'),
}
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

test('the work sheet is written by its ending, divided as asked for', async () => {
  const all = await run(['export', 'c.json', '--to', 'worksheet.html', '--language', 'zh'], files)
  expect(all).toMatchObject({ code: 0, error: '' })
  expect(textOf(all.written.get('worksheet.html')).match(/<section class="page">/g)).toHaveLength(5)
  const one = ['export', 'c.json', '--to', 'worksheet.html', '--by', 'owner', '--of', 'liaison officer, ports']
  expect(textOf((await run(one, files)).written.get('worksheet.html')).match(/<section class="page">/g)).toHaveLength(1)
  expect(await run([...one.slice(0, -1), 'nobody'], files)).toMatchObject({ code: 2 })
  expect(await run(['export', 'c.json', '--to', 'worksheet.html', '--by', 'colour'], files)).toMatchObject({ code: 2 })
})

test('a survey is written, filled in, and brought back as an observed day, a block and a note', async () => {
  const asked = await run(['survey', 'c.json', '--industry', 'smes', '--all', '--to', 's.csv'], files)
  expect(asked).toMatchObject({ code: 0, error: '' })
  const lines = textOf(asked.written.get('s.csv')).trim().split('\r\n')
  expect(lines.length).toBe(3 + 36)
  const headings = lines[2]!.match(/(?:"[^"]*"|[^,])+/g)!
  const cells = lines[3]!.split(',')
  const fill = (heading: string, text: string): void => {
    cells[headings.findIndex((each) => each.replace('"', '').startsWith(heading))] = text
  }
  fill('填报日期', '2020-03-05')
  fill('开工率', '20%')
  fill('困难类型', '资金 (cash)')
  fill('现金可维持月数', '1')
  const table = [...lines.slice(0, 3), cells.join(',')].join('\r\n')
  const back = await run(['import', 's.csv', '--into', 'c.json', '--to', 'd.json'], { ...files, 's.csv': table })
  expect(back).toMatchObject({ code: 0 })
  const { chain } = readChain(back.written.get('d.json')!, 'd.json')
  expect(chain!.observations!.at(-1)).toMatchObject({ date: '2020-03-05', operatingRate: 0.2 })
  expect(chain!.blocks!.at(-1)).toMatchObject({
    cause: 'cash',
    severity: 0.8,
    note: '现金可维持月数 (Cash lasts, months)：1',
  })
  for (const wrong of [
    ['--industry', 'fishing', '--to', 's.csv'],
    ['--industry', 'smes', '--to', 's.doc'],
    ['--industry', 'smes', '--to', 's.csv', '--stage', 'none'],
    ['--industry', 'smes', '--to', 's.csv', '--role', 'king'],
  ])
    expect(await run(['survey', 'c.json', ...wrong], files)).toMatchObject({ code: 2 })
})
