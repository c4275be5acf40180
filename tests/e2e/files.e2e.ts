import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { problems } from '../../src/i18n/en/problems.ts'
import { giveFile, openChain, words } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import type { Visit } from './visit.ts'
import { visitOnce } from './with-browser.ts'

let open: Visit
visitOnce(async (visited) => {
  open = visited
  await openChain(open.page, TEST_CHAIN)
})

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
const ZIP = Buffer.concat([Buffer.from('504b030414000000080000000000', 'hex'), deflateRawSync('chain')])
const chainText = JSON.stringify(TEST_CHAIN)

/** Words that say more than the code of the problem alone. */
const SPECIAL = { cutShort: problems.cutShort, otherJson: problems.otherJson } as const

/** Files that are no chain, and what is said of each. */
const WRONG: readonly (readonly [name: string, content: string | Buffer, what: string])[] = [
  ['archive.zip', ZIP, 'TYPE_MISMATCH'],
  ['photo.png', PNG, 'TYPE_MISMATCH'],
  ['page.html', '<!doctype html><title>news</title><script>alert(1)</script>', 'TYPE_MISMATCH'],
  ['empty.chain.json', '', 'EMPTY'],
  ['broken.chain.json', chainText.slice(0, chainText.length / 2), 'cutShort'],
  ['newer.chain.json', chainText.replace('"version":1', '"version":99'), 'VERSION_NEWER'],
  ['other.json', '{"nodes":[],"edges":[]}', 'otherJson'],
  ['gbk.chain.json', Buffer.from([0x7b, 0x22, 0xc6, 0xfb, 0xb3, 0xb5, 0x22, 0x7d]), 'ENCODING'],
  ['dangling.chain.json', chainText.replace('"to":"car"', '"to":"nobody"'), 'DANGLING'],
  ['twice.chain.json', chainText.replace('"id":"cable"', '"id":"handle"'), 'DUP_ID'],
]

test.for(WRONG)(
  '%s is refused with what, where and how to mend, and the open chain stays',
  async ([name, content, code]) => {
    const { page } = open
    const special = SPECIAL[code as keyof typeof SPECIAL]
    const what = special?.what ?? problems.what[code as keyof typeof problems.what]
    const mend = special?.mend ?? problems.mend[code as keyof typeof problems.mend]
    await giveFile(page, name, content)
    const dialog = page.getByRole('dialog', { name: words.en.app.problems.title.replace('{{file}}', name) })
    await dialog.waitFor()
    const said = await dialog.textContent()
    expect(said).toContain(what)
    expect(said).toContain(mend)
    expect(said).toContain(words.en.app.problems.kept)
    await dialog.getByRole('button', { name: words.en.app.ok, exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: /^Chain: / }).getAttribute('aria-label')).toBe('Chain: Test chain')
    expect(open.complaints).toEqual([])
  },
)
