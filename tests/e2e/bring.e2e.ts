import { beforeEach, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { bring as en } from '../../src/i18n/en/bring.ts'
import { problems } from '../../src/i18n/en/problems.ts'
import { axeFinds } from './axe.ts'
import { find, openChain, words } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import { visit, type Visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()
let open: Visit
/** A refused file leaves the page as it was: the next test goes on there. */
let isAsItWas = false
beforeEach(async () => {
  if (isAsItWas) return
  await open?.context.close()
  open = await visit(browser())
  await openChain(open.page, TEST_CHAIN)
})

/** Drops files on the page, as a hand does. */
async function drop(
  page: Page,
  ...files: readonly (readonly [name: string, content: string | Buffer])[]
): Promise<void> {
  const given = files.map(([name, content]) => [name, Buffer.from(content as string).toString('base64')] as const)
  const transfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const [name, base64] of all) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
    }
    return transfer
  }, given)
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
}

const sheet = (page: Page) => page.getByRole('region', { name: en.title, exact: true })
const apply = (page: Page) => sheet(page).getByRole('button', { name: en.apply.button, exact: true })

const WHITE = `重点企业白名单,,,,,,
单位,链上位置,环节,开工率,存在困难,困难类型,联络员
华信电子,核心配套,电子,30%,员工未返岗,用工,张三
东方线缆,中小,线缆,80%,无,,李四
`

test('a white-list sheet is mapped, applied, seen on the map, and undone in one step', async () => {
  const { page } = open
  await drop(page, ['白名单.csv', WHITE])
  await sheet(page).getByText('白名单.csv').first().waitFor()
  // This heading tells nothing: a person says what the column holds.
  const column = sheet(page).getByRole('combobox', { name: en.columns.column.replace('{{heading}}', '链上位置') })
  expect(await column.inputValue()).toBe('')
  await column.selectOption('role')
  await sheet(page).getByText(problems.what.NO_ROLE).waitFor({ state: 'detached' })
  await sheet(page).getByText(`华信电子 · ${words.en.words.cause.labour}`).waitFor()
  await apply(page).click()
  await sheet(page).waitFor({ state: 'detached' })
  await page.getByRole('complementary', { name: words.en.panels.blocks.title }).getByText('华信电子').first().waitFor()
  await find(page, '华信电子')
  const card = page.getByRole('region', { name: words.en.panels.card.title })
  await card.getByText('华信电子').first().waitFor()
  await card
    .getByText(/core supplier/i)
    .first()
    .waitFor()
  await page.getByRole('heading', { name: words.en.panels.blocks.title }).click()
  await page.keyboard.press('Control+z')
  await page
    .getByRole('complementary', { name: words.en.panels.blocks.title })
    .getByText('华信电子')
    .first()
    .waitFor({ state: 'detached' })
  expect(open.complaints).toEqual([])
  expect(open.foreign).toEqual([])
})

test('a table of 200,000 rows says how far it is, answers a cancel at once, and leaves the page alive', async () => {
  const { page } = open
  await page.evaluate(() => {
    const head = '供应商,客户,产品,金额'
    const row = (at: number) => `企业${at % 7919}公司,企业${(at * 31) % 9973}厂,产品${at % 97},${at % 1000}`
    const transfer = new DataTransfer()
    transfer.items.add(
      new File([[head, ...Array.from({ length: 200_000 }, (_, at) => row(at))].join('\n')], 'long.csv'),
    )
    const seen = { shares: new Set<string>() }
    ;(window as unknown as { seen: typeof seen }).seen = seen
    new MutationObserver(() => {
      const bar = document.querySelector('[role="progressbar"]')
      if (bar) seen.shares.add(String(Math.floor(Number(bar.getAttribute('aria-valuenow')))))
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['aria-valuenow'] })
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
  })
  const shares = () => page.evaluate(() => (window as unknown as { seen: { shares: Set<string> } }).seen.shares.size)
  await expect.poll(shares).toBeGreaterThan(10)
  const pressed = Date.now()
  await sheet(page).getByRole('button', { name: en.cancel, exact: true }).click()
  await sheet(page).getByRole('button', { name: en.choose.button }).waitFor()
  expect(Date.now() - pressed).toBeLessThan(2_000)
  await page.keyboard.press('Escape')
})

test('supplies enter only after who supplies whom is confirmed; a name that looks alike is asked about', async () => {
  const { page } = open
  await drop(page, [
    'links.csv',
    'source,target,product,value (10k CNY)\nDoor handle (works) ,甲,h,1\nHandle works Ltd,乙,h,2\nHANDLE  works,乙,g,3\n',
  ])
  await sheet(page).getByText(en.direction.ask).waitFor()
  await sheet(page).getByText(en.apply.confirm).waitFor()
  expect(await apply(page).isDisabled()).toBe(true)
  await sheet(page)
    .getByRole('button', { name: new RegExp(`^${en.same.yes}: HANDLE`) })
    .click()
  await sheet(page).getByRole('button', { name: en.direction.turn }).click()
  await sheet(page)
    .getByText(/^乙 supplies Handle works Ltd with h\.$/)
    .waitFor()
  const unit = sheet(page).getByRole('combobox', { name: en.columns.unit })
  expect(await unit.inputValue()).toBe('tenThousand')
  await sheet(page).getByText(problems.what.UNIT).waitFor()
  await unit.selectOption('one')
  await sheet(page).getByText(problems.what.UNIT).waitFor({ state: 'detached' })
  await sheet(page).getByRole('button', { name: en.direction.yes }).click()
  await apply(page).click()
  await sheet(page).waitFor({ state: 'detached' })
  expect(open.complaints).toEqual([])
})

test('enterprises that would make nothing are named before anything is applied', async () => {
  const { page } = open
  await drop(page, ['loop.csv', '供应商，客户，产品\n甲厂，乙厂，管\n乙厂，甲厂，线\n'])
  const said = sheet(page).getByRole('listitem').filter({ hasText: problems.what.OUTPUT_ZERO })
  await said.first().waitFor()
  expect(await said.allInnerTexts()).toEqual([
    expect.stringMatching(/loop\.csv, row 2.*甲厂/) as string,
    expect.stringMatching(/loop\.csv, row 2.*乙厂/) as string,
  ])
  expect(await page.getByRole('button', { name: /^Chain: / }).getAttribute('aria-label')).toBe('Chain: Test chain')
})

test.for([
  ['photo.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'TYPE_MISMATCH'],
  [
    'locked.xlsx',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'ENCRYPTED',
  ],
  ['half.csv', 'name\n"a\n', 'QUOTE'],
  ['empty.csv', '', 'EMPTY'],
] as const)('%s is refused with its reason, and the open chain stays', async ([name, content, code]) => {
  const { page } = open
  isAsItWas = false
  await drop(page, [name, content])
  await sheet(page).getByText(name).first().waitFor()
  await sheet(page).getByText(en.refused).waitFor()
  await sheet(page).getByText(problems.what[code]).first().waitFor()
  expect(await apply(page).isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: /^Chain: / }).getAttribute('aria-label')).toBe('Chain: Test chain')
  expect(open.complaints).toEqual([])
  isAsItWas = true
})

test.for(['light', 'dark'] as const)('the sheet has nothing that axe would name, %s', async (theme) => {
  await open.context.close()
  open = await visit(browser(), { colorScheme: theme })
  const { page } = open
  await openChain(page, TEST_CHAIN)
  await drop(
    page,
    ['白名单.csv', WHITE],
    ['links.csv', '供应商,客户,产品,占比,金额（万元）\n华信电子,东方线缆 有限公司,线,35%,12\n'],
  )
  await sheet(page).getByText(en.direction.ask).waitFor()
  expect(await axeFinds(page)).toEqual([])
})
