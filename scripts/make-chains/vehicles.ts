import type { Chain } from '../../src/model/chain.ts'
import { VEHICLE_SCENARIOS } from './vehicle-scenarios.ts'
import { assembleChain } from './assemble-chain.ts'

/** Vehicles and new-energy vehicles, Hubei prominent. */
export const vehicles = (): Chain =>
  assembleChain({
    letter: 'A',
    name: { zh: '汽车与新能源汽车产业链', en: 'Vehicles and new-energy vehicles' },
    note: {
      zh: '供应关系、企业与堵点取自公开资料；库存、提前期、费用占比、富余产能与未公布的流量按 graph-data/README.md 所写规则推算，均为假定。各终端企业的最终需求一律按每天 1 计（假定）。部门、联络员与措施按规则填写，仅作示例。',
      en: 'Supplies, enterprises and blocks come from public sources; stocks, lead times, cost shares, spare capacity and unpublished flows follow the rules written in graph-data/README.md and are assumed. Final demand is 1 a day for every enterprise at the end of the chain (assumed). Departments, owners and measures are filled in by rule, as examples.',
    },
    shares: {
      'stmuar>boschcn': 1,
      'boschcn>fawvw': 0.7,
    },
    costs: {
      'a.cell': { '正极材料 · cathode': 0.42, '负极材料 · anode': 0.11 },
    },
    scenarios: VEHICLE_SCENARIOS,
    observations: [
      // All Korean plants stood still on 7 Feb for want of harnesses.
      { enterprise: 'hyundai', date: '2020-02-07', outputRecovery: 0, sources: ['W20'] },
      { enterprise: 'krh', date: '2020-02-10', staffReturn: 0.1, sources: ['W26'] },
      // Down since the cold of 16 Feb, not restarted by 5 Mar.
      ...['nxp', 'infineon'].flatMap((enterprise) =>
        ['2021-02-16', '2021-03-05'].map((date) => ({ enterprise, date, outputRecovery: 0, sources: ['W28'] })),
      ),
      // 12 % missing at the end of May, none on 24 Jun.
      { enterprise: 'renesas', date: '2021-05-31', outputRecovery: 0.88, sources: ['W27', 'W39'] },
      { enterprise: 'renesas', date: '2021-06-24', outputRecovery: 1, sources: ['W27', 'W39'] },
      { enterprise: 'boschcn', date: '2021-10-13', outputRecovery: 0.5, sources: ['W24', 'W40'] },
      // 60 % missing.
      { enterprise: 'leoniua', date: '2022-03-23', outputRecovery: 0.4, sources: ['W23', 'W41'] },
      { enterprise: 'tslsh', date: '2022-03-28', outputRecovery: 0, sources: ['W18'] },
      // Stood still from 9 to 13 Apr for want of parts; the 13th may be the day of the restart.
      ...['2022-04-09', '2022-04-10', '2022-04-11', '2022-04-12'].map((date) => ({
        enterprise: 'nio',
        date,
        outputRecovery: 0,
        sources: ['W18'],
      })),
      // 200 cars a day instead of 1,200.
      { enterprise: 'tslsh', date: '2022-05-09', outputRecovery: 0.167, sources: ['W18'] },
    ],
    sourceNumbers: [1, 43],
    sourceLists: ['ML', 'CKG', 'CLU', 'G3', 'G2'],
  })
