/** The dated block scenarios of the vehicle chain; how causes and dates were read stands in graph-data/README.md. */
import { PARTLY, type BlockFact, type ScenarioFact } from './block-rows.ts'
import { inRegion, inStage, without } from './vehicle-places.ts'
import { LATER_VEHICLE_SCENARIOS } from './vehicle-scenarios-later.ts'

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
  note: {
    zh: '春节后不得复工，2 月 10 日起陆续重开。',
    en: 'No restart after the holiday; plants reopen from 10 February.',
  },
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
    note: {
      zh: '湖北全部企业。东风本田 3 月 11 日最先复工，损失 48 天。',
      en: 'All enterprises in Hubei. Dongfeng Honda restarts first on 11 March after 48 lost days.',
    },
    blocks: [HUBEI, XIANGYANG, HOSE],
  },
  {
    id: 'A-KRH20',
    name: { zh: 'A-KRH20 韩资线束厂', en: 'A-KRH20 Korean harness makers' },
    note: {
      zh: '现代 2 月 4 日起停线，11–17 日恢复。',
      en: 'Hyundai lines off from 4 February, back between 11 and 17 February.',
    },
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
        at: { markets: inStage('a.car') },
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
  ...LATER_VEHICLE_SCENARIOS,
]
