/** The dated block scenarios of the vehicle chain; how causes and dates were read stands in graph-data/README.md. */
import { PARTLY, type BlockFact, type ScenarioFact } from './block-rows.ts'
import { readFacts } from './facts.ts'

const { enterprises } = readFacts('A')
const inRegion = (start: string): string[] =>
  enterprises.filter(({ region }) => region.startsWith(start)).map(({ id }) => id)
const without = (ids: readonly string[], ...left: readonly string[]): string[] => ids.filter((id) => !left.includes(id))

/** Two weeks from the permit to full output: quarantine of returning staff (assumed). */
const HUBEI_RAMP = 14
const hubeiNote = {
  zh: '湖北封控：3 月 10 日 24 时前不复工；4 月 21 日湖北开工率 98.2 %。',
  en: 'Hubei closed: no restart before 10 March, 24:00; operating rate in Hubei 98.2 % on 21 April.',
}
const hubei = { cause: 'permit', severity: 1, since: '2020-01-23', rampDays: HUBEI_RAMP, note: hubeiNote } as const
const HUBEI: BlockFact = {
  id: 'A-HB20',
  at: { enterprises: without(inRegion('湖北'), 'dfn', 'hosewh') },
  until: '2020-03-11',
  sources: ['W8', 'W14', 'W15', 'W17', 'W37'],
  ...hubei,
}
const XIANGYANG: BlockFact = {
  id: 'A-HB20x',
  at: { enterprises: ['dfn'] },
  until: '2020-03-13',
  sources: ['W15', 'W17'],
  ...hubei,
}
const HOSE: BlockFact = {
  id: 'A-HOSE20',
  at: { enterprises: ['hosewh'] },
  until: '2020-03-15',
  sources: ['W16', 'W25'],
  ...hubei,
  note: {
    zh: '武汉制动软管停供：日产九州停两天，并向六国工厂预警。',
    en: 'Brake hoses from Wuhan stop: two days lost at Nissan Kyushu, warning to plants in six countries.',
  },
}
const KOREAN_CLOSED: BlockFact = {
  id: 'A-KRH20a',
  at: { enterprises: ['krh'] },
  cause: 'permit',
  severity: 1,
  since: '2020-01-25',
  until: '2020-02-10',
  note: { zh: '春节后不得复工，2 月 10 日起陆续重开。', en: 'No restart after the holiday; plants reopen from 10 February.' },
  sources: ['W20', 'W26'],
}
const KOREAN_STAFF: BlockFact = {
  id: 'A-KRH20',
  at: { enterprises: ['krh'] },
  cause: 'labour',
  severity: { low: 0.9, high: 1 },
  since: '2020-01-25',
  until: '2020-02-20',
  rampDays: 7,
  note: {
    zh: '线束厂员工约一成返岗；现代、起亚因缺线束停线，起亚所下里停至 2 月 19 日。',
    en: 'About a tenth of the staff is back; Hyundai and Kia stand still for want of harnesses, Kia Sohari until 19 February.',
  },
  sources: ['W20', 'W21', 'W26'],
}
const FEBRUARY = [HUBEI, XIANGYANG, HOSE, KOREAN_STAFF]

const CHIP_FACTORIES = ['tsmc', 'renesas', 'nxp', 'infineon', 'stm']
const shanghai2022 = {
  cause: 'permit',
  since: '2022-03-28',
  until: '2022-04-19',
  rampDays: 43,
  sources: ['W18', 'W19', 'W42'],
  note: { zh: '上海、吉林封控，6 月恢复正常。', en: 'Shanghai and Jilin locked down, normal again in June.' },
} as const

export const VEHICLE_SCENARIOS: readonly ScenarioFact[] = [
  {
    id: 'A-FEB20',
    name: { zh: '2020 年 2 月：湖北封控与线束断供', en: 'February 2020: Hubei closed, harnesses missing' },
    note: {
      zh: 'A-HB20、A-KRH20、A-HOSE20 同时有效。开局已稳定：此前的堵点一直持续到库存耗尽的样子，海外车企因此比当时更早受影响。',
      en: 'A-HB20, A-KRH20 and A-HOSE20 together. The start is settled: as things stand when the blocks have lasted until stocks are used up, so that car makers overseas feel it sooner than they did.',
    },
    blocks: FEBRUARY,
    start: '2020-02-10',
    days: 90,
    isSettled: true,
  },
  {
    id: 'A-JAN20',
    name: { zh: '2020 年 1–5 月：逐日经过', en: 'January to May 2020: day by day' },
    note: {
      zh: '同样的堵点，从 1 月 23 日的正常状态开始逐日推演，库存与在途货物先顶一阵。',
      en: 'The same blocks from the normal state of 23 January, day by day; stocks and goods under way last for a while.',
    },
    blocks: [...FEBRUARY, KOREAN_CLOSED],
    start: '2020-01-23',
    days: 120,
  },
  {
    id: 'A-HB20',
    name: { zh: 'A-HB20 湖北封控', en: 'A-HB20 Hubei closed' },
    note: { zh: '湖北全部企业。东风本田 3 月 11 日最先复工，损失 48 天。', en: 'All enterprises in Hubei. Dongfeng Honda restarts first on 11 March after 48 lost days.' },
    blocks: [HUBEI, XIANGYANG, HOSE],
  },
  {
    id: 'A-KRH20',
    name: { zh: 'A-KRH20 韩资线束厂', en: 'A-KRH20 Korean harness makers' },
    note: { zh: '现代 2 月 4 日起停线，11–17 日恢复。', en: 'Hyundai lines off from 4 February, back between 11 and 17 February.' },
    blocks: [KOREAN_CLOSED, KOREAN_STAFF],
  },
  {
    id: 'A-HOSE20',
    name: { zh: 'A-HOSE20 武汉制动软管', en: 'A-HOSE20 Wuhan brake hoses' },
    note: { zh: '一家小企业牵动六国工厂。', en: 'One small enterprise, plants in six countries.' },
    blocks: [HOSE],
  },
  {
    id: 'A-APR20',
    name: { zh: '2020 年 4 月 14 日：尾声', en: '14 April 2020: the rest' },
    note: {
      zh: '湖北接近恢复（损失 2–8 %）；需求不足与国际物流成为新的堵点，资料未给数字，按四分之一至四分之三计（假定）。',
      en: 'Hubei nearly back (2 to 8 % lost); weak demand and international transport are the new blocks, without a figure in the sources, so taken as a quarter to three quarters (assumed).',
    },
    start: '2020-04-14',
    days: 90,
    isSettled: true,
    blocks: [
      {
        id: 'A-APR20h',
        at: { enterprises: inRegion('湖北') },
        cause: 'labour',
        severity: { low: 0.02, high: 0.08 },
        since: '2020-03-11',
        until: null,
        note: { zh: '4 月 21 日湖北返岗率 92.2 %。', en: 'Staff return in Hubei 92.2 % on 21 April.' },
        sources: ['W7', 'W8'],
      },
      {
        id: 'A-APR20d',
        at: { markets: enterprises.filter(({ stage }) => stage === 'a.car').map(({ id }) => id) },
        cause: 'demand',
        severity: PARTLY,
        since: '2020-03-01',
        until: null,
        note: { zh: '国内外需求不足。', en: 'Weak demand at home and abroad.' },
        sources: ['W9'],
      },
      {
        id: 'A-APR20l',
        at: { supplies: ['aptivsh>tslsh', 'aptivsh>sgm', 'renesas>boschcn', 'renesas>nissankyu', 'renesas>toyota'] },
        cause: 'logistics',
        severity: PARTLY,
        since: '2020-03-15',
        until: null,
        note: { zh: '国际人流、物流不畅。', en: 'People and goods do not move freely between countries.' },
        sources: ['W9'],
      },
    ],
  },
  {
    id: 'A-CHIP21',
    name: { zh: 'A-CHIP21 全球缺芯', en: 'A-CHIP21 Chip shortage' },
    note: { zh: '产能不足，减产 10–15 % 的车辆；到 2021-11-12 损失 1010 万辆。', en: 'Too little capacity, 10 to 15 % of vehicles; 10.1 million lost by 12 November 2021.' },
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
    note: { zh: '4 月 17 日重启，5 月底损失 12 %，6 月 24 日复原。', en: 'Restart on 17 April, 12 % lost at the end of May, none on 24 June.' },
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
    note: { zh: '三家“可替代”的 ESC 供应商背后是同一家二级供应商。', en: 'Three alternative ESC suppliers, one common supplier behind them.' },
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
        note: { zh: '部分开工；10 月 13 日博世满足约一半需求。', en: 'Partly open; on 13 October Bosch met about half of demand.' },
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
