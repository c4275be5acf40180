import type { Chain } from '../../src/model/chain.ts'
import { assembleChain } from './assemble-chain.ts'
import { ELECTRONICS_SCENARIOS } from './electronics-scenarios.ts'
import type { RoutedSupply } from './fact-chain.ts'
import type { SupplyFact } from './facts.ts'

const BRAND = 'apple'
/** Rights, not parts: they go to the brand itself. */
const TO_BRAND = new Set(['ISA licence'])

/**
 * The facts give the parts as bought by the brand and consigned to its assemblers. Goods flow from part maker to assembler to brand,
 * so each part goes to every assembler (by rule, assumed), and each consignment is turned round into a supply of assembled devices.
 */
export function consigned(supplies: readonly SupplyFact[]): readonly RoutedSupply[] {
  const consignments = supplies.filter(({ from }) => from === BRAND)
  return supplies.flatMap((fact): RoutedSupply[] => {
    if (fact.from === BRAND) return [{ ...fact, from: fact.to, to: BRAND }]
    if (fact.to !== BRAND || TO_BRAND.has(fact.product)) return [fact]
    return consignments.map((each) => ({ ...fact, to: each.to, alsoFrom: alsoFrom(fact, each), isAssumed: true }))
  })
}

const alsoFrom = (fact: SupplyFact, consignment: SupplyFact): string[] =>
  fact.source === consignment.source ? [] : [consignment.source]

/** Bill of materials of an iPhone 12 Pro, USD of 406 (W51). */
const BILL = 406
const PHONE_PARTS = {
  '基带芯片 · modem': 90 / BILL,
  '显示屏 · display': 70 / BILL,
  'A 系列处理器 · A-series processor': 40 / BILL,
  '存储芯片 · memory': (19.2 + 12.8) / BILL,
  '图像传感器 · image sensor': 7.65 / BILL,
}

/** Electronic information: semiconductors to smartphones. */
export const electronics = (): Chain =>
  assembleChain({
    letter: 'B',
    name: { zh: '电子信息产业链（半导体—智能手机）', en: 'Electronics: semiconductors to smartphones' },
    note: {
      zh: '供应关系、企业与堵点取自公开资料；库存、提前期、费用占比、富余产能与未公布的流量按 graph-data/README.md 所写规则推算，均为假定。苹果采购并客供的零部件一律画作“零部件厂 → 组装厂 → 苹果”，供给每一家组装厂（按规则，假定）。华为、小米无组装厂资料，零部件直接到品牌。各终端企业的最终需求一律按每天 1 计（假定）。部门、联络员与措施按规则填写，仅作示例。',
      en: 'Supplies, enterprises and blocks come from public sources; stocks, lead times, cost shares, spare capacity and unpublished flows follow the rules written in graph-data/README.md and are assumed. Parts that Apple buys and consigns are drawn as part maker > assembler > Apple, to every assembler (by rule, assumed). No assemblers are known for Huawei and Xiaomi: their parts go to the brand. Final demand is 1 a day for every enterprise at the end of the chain (assumed). Departments, owners and measures are filled in by rule, as examples.',
    },
    route: consigned,
    shares: {
      'zeiss>asml': 1,
      'trumpf>asml': 1,
      'cymer>asml': 1,
      'asml>tsmc': 1,
      'aji>ibiden': 0.9,
      'aji>unimicron': 0.9,
      'aji>shinko': 0.9,
      'aji>nanya': 0.9,
      'aji>kinsus': 0.9,
      // Foxconn about 70 % of iPhones (W52), split equally over its two listed iPhone sites.
      'fxzz>apple': 0.35,
      'fxsz>apple': 0.35,
      ...Object.fromEntries(['fxzz', 'fxsz', 'fxcd', 'pega', 'wistron'].map((site) => [`tsmc>${site}`, 1])),
    },
    costs: { 'b.ems': PHONE_PARTS },
    scenarios: ELECTRONICS_SCENARIOS,
    observations: [
      { enterprise: 'fxzz', date: '2020-02-10', staffReturn: 0.1, sources: ['W59'] },
      { enterprise: 'fxzz', date: '2020-03-03', staffReturn: 0.5, sources: ['W59'] },
      { enterprise: 'fxzz', date: '2022-11-01', operatingRate: 0.7, sources: ['W52'] },
    ],
    sourceNumbers: [44, 60],
    sourceLists: ['W28', 'W34', 'W43', 'CKG', 'ETO', 'APL', 'SEM', 'ATL', 'CLU', 'G3', 'G2'],
  })
