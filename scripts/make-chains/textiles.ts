import type { Chain } from '../../src/model/chain.ts'
import { assembleChain } from './assemble-chain.ts'
import { TEXTILE_SCENARIOS } from './textile-scenarios.ts'

/** Cotton in 10,000 t a year (W66): demand of the country, of which Xinjiang and imports. */
const COTTON = { demand: 780, xinjiang: 516.1, imports: 185 }
const XINJIANG = Number((COTTON.xinjiang / COTTON.demand).toFixed(3))
const IMPORTS = Number((COTTON.imports / COTTON.demand).toFixed(3))

/** Textiles and apparel, with protective materials. */
export const textiles = (): Chain =>
  assembleChain({
    letter: 'C',
    name: { zh: '纺织服装与防护物资产业链', en: 'Textiles, apparel and protective materials' },
    note: {
      zh: '供应关系、企业与堵点取自公开资料；库存、提前期、费用占比、富余产能与未公布的流量按 graph-data/README.md 所写规则推算，均为假定。棉花占比用全国平均数（W66）。熔喷布到口罩厂的许多关系无可靠来源，未收入。各终端企业的最终需求一律按每天 1 计（假定）。部门、联络员与措施按规则填写，仅作示例。',
      en: 'Supplies, enterprises and blocks come from public sources; stocks, lead times, cost shares, spare capacity and unpublished flows follow the rules written in graph-data/README.md and are assumed. Shares of cotton are national averages (W66). Many links from melt-blown fabric to mask makers have no reliable source and are left out. Final demand is 1 a day for every enterprise at the end of the chain (assumed). Departments, owners and measures are filled in by rule, as examples.',
    },
    shares: {
      'xjcotton>weiqiao': XINJIANG,
      'impcotton>weiqiao': IMPORTS,
      'xjcotton>bros': XINJIANG,
      'impcotton>bros': IMPORTS,
    },
    costs: {},
    scenarios: TEXTILE_SCENARIOS,
    observations: [{ enterprise: 'keqiao', date: '2022-09-01', operatingRate: 0.568, sources: ['W90'] }],
    sourceNumbers: [61, 91],
    sourceLists: ['CKG', 'CLU', 'G3', 'G2'],
  })
