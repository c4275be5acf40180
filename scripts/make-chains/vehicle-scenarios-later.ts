/** Block scenarios of the vehicle chain after 2020: chips, war, lockdowns, power cuts. */
import { PARTLY, type ScenarioFact } from './block-rows.ts'
import { inRegion, without } from './vehicle-places.ts'

const CHIP_FACTORIES = ['tsmc', 'renesas', 'nxp', 'infineon', 'stm']
const shanghai2022 = {
  cause: 'permit',
  since: '2022-03-28',
  until: '2022-04-19',
  rampDays: 43,
  sources: ['W18', 'W19', 'W42'],
  note: { zh: '上海、吉林封控，6 月恢复正常。', en: 'Shanghai and Jilin locked down, normal again in June.' },
} as const

export const LATER_VEHICLE_SCENARIOS: readonly ScenarioFact[] = [
  {
    id: 'A-CHIP21',
    name: { zh: 'A-CHIP21 全球缺芯', en: 'A-CHIP21 Chip shortage' },
    note: {
      zh: '产能不足，减产 10–15 % 的车辆；到 2021-11-12 损失 1010 万辆。',
      en: 'Too little capacity, 10 to 15 % of vehicles; 10.1 million lost by 12 November 2021.',
    },
    blocks: [
      {
        id: 'A-CHIP21',
        at: { enterprises: CHIP_FACTORIES },
        cause: 'equipment',
        severity: { low: 0.1, high: 0.15 },
        since: '2020-12-01',
        until: '2023-01-01',
        note: { zh: '成熟制程产能不足。', en: 'Too little capacity on mature nodes.' },
        sources: ['W38'],
      },
    ],
  },
  {
    id: 'A-TX21',
    name: { zh: 'A-TX21 得州寒潮', en: 'A-TX21 Texas freeze' },
    note: { zh: '3 月 5 日仍未恢复，终点不详。', en: 'Not restarted by 5 March; the end is not told.' },
    blocks: [
      {
        id: 'A-TX21',
        at: { enterprises: ['nxp', 'infineon'] },
        cause: 'energy',
        severity: 1,
        since: '2021-02-16',
        until: null,
        note: { zh: '停电停产。', en: 'Power cut, fabs stopped.' },
        sources: ['W28'],
      },
    ],
  },
  {
    id: 'A-NAKA21',
    name: { zh: 'A-NAKA21 瑞萨那珂火灾', en: 'A-NAKA21 Fire at Renesas Naka' },
    note: {
      zh: '4 月 17 日重启，5 月底损失 12 %，6 月 24 日复原。',
      en: 'Restart on 17 April, 12 % lost at the end of May, none on 24 June.',
    },
    blocks: [
      {
        id: 'A-NAKA21',
        at: { enterprises: ['renesas'] },
        cause: 'equipment',
        severity: 1,
        since: '2021-03-19',
        until: '2021-04-17',
        rampDays: 43,
        note: { zh: '火灾停产，至 5 月底逐步恢复。', en: 'Stopped by the fire, recovering until the end of May.' },
        sources: ['W27', 'W39'],
      },
      {
        id: 'A-NAKA21b',
        at: { enterprises: ['renesas'] },
        cause: 'equipment',
        severity: 0.12,
        since: '2021-04-17',
        until: '2021-06-24',
        note: { zh: '余下 12 % 至 6 月 24 日。', en: 'The last 12 % until 24 June.' },
        sources: ['W27', 'W39'],
      },
    ],
  },
  {
    id: 'A-MUAR21',
    name: { zh: 'A-MUAR21 麻坡封测厂', en: 'A-MUAR21 The plant in Muar' },
    note: {
      zh: '三家“可替代”的 ESC 供应商背后是同一家二级供应商。',
      en: 'Three alternative ESC suppliers, one common supplier behind them.',
    },
    blocks: [
      {
        id: 'A-MUAR21',
        at: { enterprises: ['stmuar'] },
        cause: 'permit',
        severity: 1,
        since: '2021-08-16',
        until: '2021-08-22',
        note: { zh: '8 月 16 日至 18/21 日再次关闭。', en: 'Closed again from 16 to 18/21 August.' },
        sources: ['W24', 'W29', 'W40'],
      },
      {
        id: 'A-MUAR21b',
        at: { enterprises: ['stmuar'] },
        cause: 'labour',
        severity: 0.5,
        since: '2021-07-01',
        until: '2021-10-14',
        rampDays: 30,
        note: {
          zh: '部分开工；10 月 13 日博世满足约一半需求。',
          en: 'Partly open; on 13 October Bosch met about half of demand.',
        },
        sources: ['W24', 'W29', 'W40'],
      },
    ],
  },
  {
    id: 'A-UA22',
    name: { zh: 'A-UA22 乌克兰线束', en: 'A-UA22 Harnesses from Ukraine' },
    note: { zh: '3 月 23 日仍损失 60 %。', en: 'Still 60 % lost on 23 March.' },
    blocks: [
      {
        id: 'A-UA22',
        at: { enterprises: ['leoniua'] },
        cause: 'permit',
        severity: 1,
        since: '2022-02-24',
        until: '2022-03-23',
        note: { zh: '战事停产。', en: 'Stopped by war.' },
        sources: ['W13', 'W23'],
      },
      {
        id: 'A-UA22b',
        at: { enterprises: ['leoniua'] },
        cause: 'labour',
        severity: 0.6,
        since: '2022-02-24',
        until: null,
        note: { zh: '部分复产，目标损失降至 30 %。', en: 'Partly back; the aim is 30 % lost.' },
        sources: ['W41'],
      },
    ],
  },
  {
    id: 'A-SH22',
    name: { zh: 'A-SH22 上海与吉林封控', en: 'A-SH22 Shanghai and Jilin locked down' },
    note: { zh: '蔚来合肥因缺件停产。', en: 'NIO in Hefei stops for want of parts.' },
    blocks: [
      { id: 'A-SH22', at: { enterprises: ['tslsh', 'aptivsh'] }, severity: 1, ...shanghai2022 },
      { id: 'A-SH22b', at: { enterprises: ['sgm'] }, severity: 0.5, ...shanghai2022 },
      {
        id: 'A-SH22c',
        at: { enterprises: [...without(inRegion('上海'), 'tslsh', 'aptivsh', 'sgm'), ...inRegion('吉林')] },
        severity: PARTLY,
        ...shanghai2022,
      },
      {
        id: 'A-SH22d',
        at: { enterprises: inRegion('江苏') },
        severity: PARTLY,
        ...shanghai2022,
        cause: 'logistics',
        note: { zh: '公路运输受阻。', en: 'Roads closed to goods.' },
      },
    ],
  },
  {
    id: 'A-SC22',
    name: { zh: 'A-SC22 四川限电', en: 'A-SC22 Sichuan power cuts' },
    note: { zh: '19 个市州全部工业停产，白名单企业在内。', en: 'All industry of 19 cities, white list included.' },
    blocks: [
      {
        id: 'A-SC22',
        at: { enterprises: ['catlyb', 'yahua'] },
        cause: 'energy',
        severity: 1,
        since: '2022-08-15',
        until: '2022-08-26',
        note: { zh: '原定至 20 日，延至 25 日。', en: 'Until the 20th, extended to the 25th.' },
        sources: ['W31', 'W43'],
      },
    ],
  },
]
