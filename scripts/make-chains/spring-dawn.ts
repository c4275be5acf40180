import type { Block, Chain, ChainList, Enterprise, Input, Scenario, Supply } from '../../src/model/chain.ts'
import { ENTERPRISES, PLACES, PRODUCTS, STAGES, SUPPLIES, type FictionalSupply } from './spring-dawn-tables.ts'

/** Value per day sold to the end market. */
const FINAL_DEMAND: Readonly<Record<string, number>> = { chunxiao: 10, yunxiu: 4 }
const LEAD = { sameProvince: 1, otherProvince: 2, overseas: 12 } as const
const PLACES_AFTER_POINT = 6

const placeOf = new Map(ENTERPRISES.map(({ id, place }) => [id, place]))
const productName = (product: string): string => PRODUCTS[product]!.join(' · ')

/** Output of each enterprise: final demand and what the customers buy of it; found by repeating, since the chain has a loop. */
function outputs(): ReadonlyMap<string, number> {
  let output = new Map(ENTERPRISES.map(({ id }) => [id, FINAL_DEMAND[id] ?? 0]))
  for (let round = 0; round < 200; round++) {
    const next = new Map(ENTERPRISES.map(({ id }) => [id, FINAL_DEMAND[id] ?? 0]))
    for (const [from, to, , share] of SUPPLIES) next.set(from, next.get(from)! + share * output.get(to)!)
    output = next
  }
  return output
}

function leadDaysOf(from: string, to: string): number {
  if (placeOf.get(from) === placeOf.get(to)) return LEAD.sameProvince
  return placeOf.get(from) === 'isles' || placeOf.get(to) === 'isles' ? LEAD.overseas : LEAD.otherProvince
}

function supplyRows(): Supply[] {
  const output = outputs()
  return SUPPLIES.map(([from, to, product, share]: FictionalSupply) => ({
    id: `${from}>${to}:${product}`,
    from,
    to,
    product: productName(product),
    flow: Number((share * output.get(to)!).toFixed(PLACES_AFTER_POINT)),
    leadDays: leadDaysOf(from, to),
  }))
}

/** Stock in days where it is not the usual three. */
const COVER: Readonly<Record<string, number>> = { body: 6, handle: 6, cable: 2, scrap: 10, recycled: 10 }
const USUAL_COVER = 3
/** Can be done without in part. */
const PARTIAL = new Set(['scrap', 'recycled'])

function inputRows(): Input[] {
  const groups = new Map(SUPPLIES.map(([, to, product]) => [`${to}:${product}`, { enterprise: to, product }]))
  return [...groups.values()].map(({ enterprise, product }) => {
    return {
      enterprise,
      product: productName(product),
      need: PARTIAL.has(product) ? 'partial' : 'essential',
      coverDays: COVER[product] ?? USUAL_COVER,
    }
  })
}

function enterpriseRows(): Enterprise[] {
  return ENTERPRISES.map(({ id, names, role, stage, place, spare }) => ({
    id,
    name: { zh: names[0], en: names[1] },
    role,
    stage,
    region: PLACES[place],
    ...(FINAL_DEMAND[id] === undefined ? {} : { finalDemand: FINAL_DEMAND[id] }),
    spareCapacity: spare,
  }))
}

const BLOCKS: readonly Block[] = [
  {
    id: 'stampings',
    at: { enterprise: 'dayuan' },
    cause: 'equipment',
    severity: 0.9,
    since: '2020-02-01',
    until: null,
    rampDays: 5,
    effort: 5,
    note: {
      zh: '两台大型压力机待修。额度大、最显眼，但衡远冲压顶得上，打通它并不放行什么。',
      en: 'Two large presses wait for repair. The largest and most conspicuous block, but Hengyuan Stampings can do the work: clearing it frees nothing.',
    },
    measure: { zh: '协调备件进场、专家抢修', en: 'bring in spare parts and experts' },
    owner: '整车专班联络员 · liaison officer, vehicles',
    department: { zh: '工业主管部门', en: 'department of industry' },
    due: '2020-03-20',
    state: 'inHand',
  },
  {
    id: 'handle',
    at: { enterprise: 'fushou' },
    cause: 'permit',
    severity: 1,
    since: '2020-02-05',
    until: null,
    rampDays: 2,
    effort: 1,
    note: {
      zh: '白石省封控，未获批复工。门把手只占整车价值的 0.5 %，却只有这一家。',
      en: 'Baishi is closed and the restart not allowed. Handles are 0.5 % of the value of a car, and there is no other maker.',
    },
    measure: { zh: '一企一策核验防疫条件，批准复工', en: 'check this one plant and allow the restart' },
    owner: '白石省联络员 · liaison officer, Baishi',
    department: { zh: '防控指挥机构', en: 'epidemic control headquarters' },
    due: '2020-03-06',
    state: 'assigned',
  },
  {
    id: 'cable',
    at: { enterprise: 'mianchang' },
    cause: 'labour',
    severity: 1,
    since: '2020-02-03',
    until: null,
    rampDays: 3,
    effort: 2,
    note: {
      zh: '返岗人数不足以开线。线缆断了，线束就断了。',
      en: 'Too few are back to start the line. Without cable there are no harnesses.',
    },
    measure: { zh: '包车“点对点”接返员工', en: 'bring staff back by chartered buses' },
    owner: '云岭省联络员 · liaison officer, Yunling',
    department: { zh: '人力资源主管部门', en: 'department of human resources' },
    due: '2020-03-08',
    state: 'assigned',
  },
  {
    id: 'castings',
    at: { enterprise: 'hongyuan' },
    cause: 'cash',
    severity: 0.6,
    since: '2020-02-17',
    until: null,
    rampDays: 3,
    effort: 3,
    note: { zh: '货款未回，买不起铝锭和燃气。', en: 'Customers pay late; no money for metal and gas.' },
    measure: { zh: '应收账款融资、贷款展期', en: 'finance against receivables, extend the loans' },
    owner: '金融专班联络员 · liaison officer, finance',
    department: { zh: '金融主管部门', en: 'department of finance' },
    due: '2020-03-12',
    state: 'found',
  },
  {
    id: 'port',
    at: { supply: 'nanyu>zhiyuan:chip' },
    cause: 'logistics',
    severity: 0.6,
    since: '2020-02-08',
    until: null,
    rampDays: 0,
    effort: 2,
    note: {
      zh: '芯片滞留望海港，通关与集卡都慢。',
      en: 'Chips are held in Wanghai Port; customs and trucks are slow.',
    },
    measure: { zh: '开通绿色通道', en: 'open a green lane' },
    owner: '口岸专班联络员 · liaison officer, ports',
    department: { zh: '口岸主管部门', en: 'port authority' },
    due: '2020-03-10',
    state: 'assigned',
  },
]

const SCENARIO = { start: '2020-03-02', days: 60, settled: true, blocks: 'all' } as const
const SCENARIOS: readonly Scenario[] = [
  {
    id: 'main',
    name: { zh: '春晓停在一只门把手前', en: 'Spring Dawn stands still before a door handle' },
    note: {
      zh: '五个堵点。门把手与线缆必须一起打通，整车才动。',
      en: 'Five blocks. Handle and cable must be cleared together before a car is made.',
    },
    ...SCENARIO,
    clear: [],
  },
  {
    id: 'together',
    name: { zh: '门把手与线缆一起打通', en: 'Handle and cable cleared together' },
    note: { zh: '3 月 5 日同时打通。', en: 'Both cleared on 5 March.' },
    ...SCENARIO,
    clear: [
      { block: 'handle', on: '2020-03-05' },
      { block: 'cable', on: '2020-03-05' },
    ],
  },
  {
    id: 'largest-first',
    name: { zh: '先打通最大的', en: 'The largest first' },
    note: {
      zh: '3 月 5 日打通大垣冲压：什么也没有放行。',
      en: 'Dayuan Stampings cleared on 5 March: nothing is freed.',
    },
    ...SCENARIO,
    clear: [{ block: 'stampings', on: '2020-03-05' }],
  },
  {
    id: 'stock-clock',
    name: { zh: '库存倒计时', en: 'The stock clock' },
    note: {
      zh: '从 2 月 1 日正常生产开始，堵点逐个出现，库存逐日减少。',
      en: 'From a normal day on 1 February: blocks appear one by one and stocks run down.',
    },
    ...SCENARIO,
    start: '2020-02-01',
    settled: false,
  },
]

/** The two lists of the story: the second takes up the van maker and the two small makers that hold everything up. */
const LISTS: readonly ChainList[] = [
  {
    date: '2020-02-20',
    note: { zh: '第一批', en: 'first version' },
    leading: ['chunxiao'],
    core: ['dayuan', 'jinxian', 'zhufeng', 'xinghe', 'zhiyuan'],
  },
  {
    date: '2020-03-02',
    note: { zh: '动态调整：增列云岫商用车与两家小企业', en: 'adjusted: the van maker and two small makers added' },
    leading: ['chunxiao', 'yunxiu'],
    core: ['dayuan', 'jinxian', 'zhufeng', 'xinghe', 'zhiyuan', 'lingxiu', 'fushou', 'mianchang'],
  },
]

/** A fictional car maker stopped by a door handle; explained in graph-data/README.md. */
export const springDawn = (): Chain => ({
  format: 'industrial-chain',
  version: 1,
  name: { zh: '春晓（虚构）', en: 'Spring Dawn (fictional)' },
  note: {
    zh: '虚构的教学案例：企业、省份、港口与全部数字均为编造，如有雷同纯属巧合。',
    en: 'A made-up teaching case: enterprises, provinces, the port and all figures are invented; any likeness is chance.',
  },
  updated: '2020-03-02',
  sources: [],
  stages: STAGES.map(([id, tier, zh, en]) => ({ id, name: { zh, en }, tier })),
  enterprises: enterpriseRows(),
  supplies: supplyRows(),
  inputs: inputRows(),
  blocks: BLOCKS,
  scenarios: SCENARIOS,
  lists: LISTS,
  settings: { restock: 0.25, purchasesRatio: 0.6, unlistedShare: 0.3 },
})
