import { describe, expect, test } from 'vitest'
import { askedEnterprises } from '../../src/analysis/surveys.ts'
import { bring } from '../../src/io/bring/bring.ts'
import { guessMapping } from '../../src/io/bring/guess-mapping.ts'
import { previewFiles } from '../../src/io/bring/preview-files.ts'
import { causesOf, roleOf, severityStepOf } from '../../src/io/bring/read-cell.ts'
import { readFiles } from '../../src/io/bring/read-files.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { surveyTable, type SurveyTable } from '../../src/io/surveys/survey-table.ts'
import { SURVEY_ENDINGS, writeSurvey, type SurveyEnding } from '../../src/io/surveys/write-survey.ts'
import { fieldsOfHeading } from '../../src/io/tables/headings.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import { BLOCK_CAUSE_IDS } from '../../src/model/block-causes.ts'
import type { Chain } from '../../src/model/chain.ts'
import { notesOf } from '../../src/model/notes.ts'
import { bilingual, INDUSTRIES, QUESTIONS, type IndustryId } from '../../src/model/surveys/questions.ts'
import {
  CAUSE_CHOICES,
  ROLE_CHOICES,
  SEVERITY_CHOICES,
  SURVEY_COLUMNS,
} from '../../src/model/surveys/survey-columns.ts'
import { chainOf, SHIPPED as FILES } from '../graph-data/shipped.ts'
import { bytesOf } from '../io/fixtures.ts'

const SHIPPED: readonly Chain[] = FILES.map(chainOf)

async function broughtBack(survey: SurveyTable, ending: SurveyEnding, chain: Chain) {
  const bytes = await writeSurvey(survey, ending)
  const read = await readFiles([{ name: `survey${ending}`, bytes }], {})
  const source = read.source!
  if (source.kind !== 'tables') throw new Error(`expected tables, got ${source.kind}`)
  const into = { mapping: guessMapping(source.tables), chain, past: null, scenario: chain.scenarios?.[0]?.id ?? null }
  return { read, mapping: into.mapping, brought: bring(source, { ...into, file: 'survey' }) }
}

describe.each(INDUSTRIES)('the survey of %s', (industry: IndustryId) => {
  test('has headings that are all known again, each as its field', () => {
    for (const { field, heading } of SURVEY_COLUMNS) {
      expect(fieldsOfHeading(bilingual(heading))[0], heading.zh).toBe(field)
      expect(fieldsOfHeading(heading.zh)[0]).toBe(field)
    }
    for (const { heading } of QUESTIONS[industry]) expect(fieldsOfHeading(bilingual(heading)), heading.zh).toEqual(['remark']) // prettier-ignore
  })

  test.each(SURVEY_ENDINGS)('sent out and brought back unfilled as %s changes nothing but the note that it was', async (ending) => {
    for (const chain of SHIPPED) {
      const enterprises = askedEnterprises(chain, industry, { by: 'all' })
      const { brought, read } = await broughtBack(surveyTable(chain, industry, enterprises), ending, chain)
      expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(brought.problems.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(brought.changes.map(({ table, id, fields }) => ({ table, id, fields }))).toEqual([])
    }
  })
}) // prettier-ignore

/** Fills a row in by headings in Chinese. */
function filled(survey: SurveyTable, at: number, answers: Readonly<Record<string, string>>): SurveyTable {
  const row = survey.rows[at]!.map((known, column) => answers[survey.columns[column]!.heading.replace(/ \(.*$/, '')] ?? known) // prettier-ignore
  return { ...survey, rows: survey.rows.map((each, line) => (line === at ? row : each)) }
}

test.each(SURVEY_ENDINGS)('a filled survey gives an observation, a block with the answers in its note, and a note where there is no block: %s', async (ending) => {
  const chain = chainOf('electronics.chain.json')
  const enterprises = askedEnterprises(chain, 'electronics', { by: 'industry' })
  expect(enterprises.length).toBeGreaterThan(20)
  const first = filled(surveyTable(chain, 'electronics', enterprises), 0, {
    填报日期: '2020-02-20',
    开工率: '45%',
    返岗率: '60%',
    困难类型: CAUSE_CHOICES.border,
    存在困难: '元器件滞留口岸',
    严重程度: '严重 (severe)',
    发生时间: '2020-02-10',
    需协调事项: '协调优先通关',
    责任部门: '商务部门',
    联络员: '口岸专班联络员',
    完成时限: '2020-03-05',
    紧缺进口元器件: 'FPGA, 日本',
    通关等待天数: '12',
  })
  const survey = filled(first, 1, { 填报日期: '2020-02-20', 困难类型: '无', 出口额占比: '35' })
  const { brought } = await broughtBack(survey, ending, chain)
  const after = brought.chain!
  const [asked, calm] = enterprises
  expect(after.observations!.at(-1)).toEqual({ enterprise: asked!.id, date: '2020-02-20', operatingRate: 0.45, staffReturn: 0.6 })
  const added = after.blocks!.filter(({ id }) => !chain.blocks!.some((block) => block.id === id))
  expect(added).toMatchObject([
    {
      at: { market: asked!.id }, cause: 'border', severity: 0.75, since: '2020-02-10', due: '2020-03-05', owner: '口岸专班联络员',
      department: '商务部门', measure: '协调优先通关',
    },
  ]) // prettier-ignore
  const note = added[0]!.note as string
  for (const text of ['元器件滞留口岸', '紧缺进口元器件 (Short imported components)：FPGA, 日本', '通关等待天数 (Days waiting at customs)：12']) expect(note).toContain(text)
  const notes = notesOf(after).filter(({ id }) => !notesOf(chain).some((each) => each.id === id))
  expect(notes).toMatchObject([{ at: { enterprise: calm!.id }, text: '出口额占比 (Exports, % of sales)：35', created: '2020-02-20' }])
  expect(readChain(bytesOf(writeChain(after)), 'after').chain).not.toBeNull()
}) // prettier-ignore

test('the same survey twice changes nothing; taken back it leaves the first bytes', async () => {
  const chain = chainOf('textiles.chain.json')
  const enterprises = askedEnterprises(chain, 'textiles', { by: 'industry' })
  const answers = { 填报日期: '2020-03-20', 开工率: '80', 困难类型: '无', 原料库存天数: '9' }
  const survey = filled(surveyTable(chain, 'textiles', enterprises), 2, answers)
  const source = (await readFiles([{ name: 's.xlsx', bytes: await writeSurvey(survey, '.xlsx') }], {})).source!
  if (source.kind !== 'tables') throw new Error('expected tables')
  const mapping = guessMapping(source.tables)
  const once = bring(source, { mapping, chain, past: null, scenario: null, file: 's.xlsx' }).chain!
  const twice = bring(source, { mapping, chain: once, past: 'import-1', scenario: null, file: 's.xlsx' }).chain!
  expect(writeChain(twice)).toBe(writeChain(once))
  expect(once.notes).toHaveLength((chain.notes?.length ?? 0) + 1)
})

test('every choice is read back as what it says, and as nothing else', () => {
  for (const cause of BLOCK_CAUSE_IDS) expect(causesOf(CAUSE_CHOICES[cause]), cause).toEqual([cause])
  expect(SEVERITY_CHOICES.map(severityStepOf)).toEqual([0.125, 0.375, 0.75, 1])
  for (const [role, word] of Object.entries(ROLE_CHOICES)) expect(roleOf(word, '角色')).toBe(role)
})

test('parts makers are asked, not the carmaker; SMEs by their role; an industry that the chain is not of gives nobody', () => {
  const vehicles = chainOf('vehicles.chain.json')
  const parts = askedEnterprises(vehicles, 'vehicleParts', { by: 'industry' })
  expect(parts.length).toBeGreaterThan(20)
  expect(parts.every(({ role }) => role !== 'leading')).toBe(true)
  expect(askedEnterprises(vehicles, 'smes', { by: 'industry' }).every(({ role }) => role === 'sme')).toBe(true)
  const other: Chain = { ...vehicles, name: 'x', stages: [{ id: 's', name: 'y', tier: 0 }] }
  expect(askedEnterprises(other, 'textiles', { by: 'industry' })).toEqual([])
})

test('a survey that comes back goes into the chain from which it was sent out, and its days tell the year of those without one', async () => {
  const chain = chainOf('textiles.chain.json')
  const asked = askedEnterprises(chain, 'textiles', { by: 'industry' })
  const survey = filled(surveyTable(chain, 'textiles', asked), 2, { 填报日期: '2020-03-20', 完成时限: '3月28日' })
  const read = await readFiles([{ name: 's.xlsx', bytes: await writeSurvey(survey, '.xlsx') }], {})
  expect(previewFiles(read, chain, 's.xlsx')).toMatchObject({ isOfChain: true, lastDay: '2020-03-20' })
  expect(previewFiles(read, chainOf('vehicles.chain.json'), 's.xlsx').isOfChain).toBe(false)
})
