/** The dated block scenarios of the electronics chain; how causes and dates were read stands in graph-data/README.md. */
import { PARTLY, type BlockFact, type ScenarioFact } from './block-rows.ts'

const foxconn = {
  at: { enterprises: ['fxzz', 'fxsz'] },
  cause: 'labour',
  since: '2020-02-02',
  sources: ['W59'],
} as const
const FOXCONN_CLOSED: BlockFact = {
  id: 'B-ZZ20',
  ...foxconn,
  severity: 0.9,
  until: '2020-03-03',
  rampDays: 7,
  note: { zh: '2 月 10 日 16 万员工中约一成到岗。', en: 'About a tenth of 160,000 staff back on 10 February.' },
}
const FOXCONN_SEASONAL: BlockFact = {
  id: 'B-ZZ20b',
  ...foxconn,
  severity: { low: 0, high: 0.5 },
  until: '2020-04-01',
  note: {
    zh: '3 月 3 日季节工到岗一半，3 月底恢复正常；季节工占多少无资料，故损失在 0 至一半之间。',
    en: 'Half of the seasonal staff back on 3 March, normal at the end of March; how many are seasonal is not told, so nothing to a half is lost.',
  },
}
const WUHAN: BlockFact = {
  id: 'B-WH20',
  at: { enterprises: ['csotwh', 'tmwh', 'boewh', 'ymtc', 'yofc'] },
  cause: 'permit',
  severity: { low: 0.1, high: 0.2 },
  since: '2020-01-23',
  until: '2020-05-01',
  note: {
    zh: '武汉面板与存储厂连续生产，2 月稼动率降 10–20 %，爬坡推迟。',
    en: 'Panel and memory plants in Wuhan keep running; use 10 to 20 % lower in February, ramps delayed.',
  },
  sources: ['W53', 'W57'],
}

export const ELECTRONICS_SCENARIOS: readonly ScenarioFact[] = [
  {
    id: 'B-FEB20',
    name: { zh: '2020 年 2 月：富士康返岗与武汉封控', en: 'February 2020: staff return at Foxconn, Wuhan closed' },
    note: {
      zh: 'B-ZZ20 与 B-WH20 同时有效。每个厂区有两个用工堵点：先解决返岗，再解决季节工，缺一不可。',
      en: 'B-ZZ20 and B-WH20 together. Each site has two labour blocks, the return of the staff and the seasonal staff; both have to be cleared.',
    },
    blocks: [FOXCONN_CLOSED, FOXCONN_SEASONAL, WUHAN],
    start: '2020-02-10',
    days: 90,
    isSettled: true,
  },
  {
    id: 'B-JK19',
    name: { zh: 'B-JK19 日本管制半导体材料', en: "B-JK19 Japan's controls on chip materials" },
    note: {
      zh: '每份许可推迟约 90 天，按停供 90 天计。',
      en: 'Each licence takes about 90 days, read as no deliveries for 90 days.',
    },
    blocks: [
      {
        id: 'B-JK19',
        at: { supplies: ['shinetsu>samf', 'jsr>samf', 'tok>samm'] },
        cause: 'border',
        severity: 1,
        since: '2019-07-04',
        until: '2019-10-02',
        note: {
          zh: '逐单出口许可；光刻胶 12 月 20 日放宽。',
          en: 'A licence for each export; eased for resist on 20 December.',
        },
        sources: ['W48'],
      },
    ],
  },
  {
    id: 'B-ZZ20',
    name: { zh: 'B-ZZ20 富士康返岗', en: 'B-ZZ20 Staff return at Foxconn' },
    note: {
      zh: '一季度 iPhone 预测下调 10 %，至 4100 万部。',
      en: 'Forecast for iPhones in the first quarter down 10 % to 41 million.',
    },
    blocks: [FOXCONN_CLOSED, FOXCONN_SEASONAL],
  },
  {
    id: 'B-WH20',
    name: { zh: 'B-WH20 武汉面板与存储', en: 'B-WH20 Panels and memory in Wuhan' },
    note: { zh: '份额小，主要影响价格。', en: 'A small share, felt mostly in prices.' },
    blocks: [WUHAN],
  },
  {
    id: 'B-HW20',
    name: { zh: 'B-HW20 对华为断供', en: 'B-HW20 Supplies to Huawei end' },
    note: {
      zh: '堵点在供应关系上；京东方留下供屏。台积电的断供落在其到海思的关系上。',
      en: 'The blocks lie on links; BOE remains for panels. That of TSMC lies on its link to HiSilicon.',
    },
    days: 120,
    blocks: [
      {
        id: 'B-HW20',
        at: { supplies: ['tsmc>hisi', 'sdc>huawei', 'lgd>huawei', 'skh>huawei', 'samm>huawei', 'mtk>huawei'] },
        cause: 'border',
        severity: 1,
        since: '2020-09-15',
        until: null,
        note: { zh: '5 月 15 日宣布，9 月 15 日生效。', en: 'Announced on 15 May, in force from 15 September.' },
        sources: ['W54'],
      },
    ],
  },
  {
    id: 'B-AKM20',
    name: { zh: 'B-AKM20 旭化成微火灾', en: 'B-AKM20 Fire at AKM' },
    note: {
      zh: '至少停产六个月，计划 2022 年 3 月重启。',
      en: 'Stopped for at least six months, restart planned for March 2022.',
    },
    blocks: [
      {
        id: 'B-AKM20',
        at: { enterprises: ['akm'] },
        cause: 'equipment',
        severity: 1,
        since: '2020-10-20',
        until: '2022-03-01',
        note: { zh: '延冈工厂烧毁。', en: 'The plant in Nobeoka burnt out.' },
        sources: ['W58'],
      },
    ],
  },
  {
    id: 'B-TX21',
    name: { zh: 'B-TX21 得州寒潮', en: 'B-TX21 Texas freeze' },
    note: {
      zh: '三星奥斯汀停产超过两周半；图上只有三星代工一个点，故按整体计。',
      en: 'Samsung Austin stopped for more than two and a half weeks; the map has one Samsung Foundry, so all of it is taken.',
    },
    blocks: [
      {
        id: 'B-TX21',
        at: { enterprises: ['samf'] },
        cause: 'energy',
        severity: 1,
        since: '2021-02-16',
        until: '2021-03-06',
        note: { zh: '停电停产。', en: 'Power cut, fab stopped.' },
        sources: ['W28'],
      },
    ],
  },
  {
    id: 'B-ABF21',
    name: { zh: 'B-ABF21 ABF 载板短缺', en: 'B-ABF21 Shortage of ABF substrates' },
    note: {
      zh: '交期由 30 周延至 70 周；资料未给产能缺口，按四分之一至四分之三计（假定）。',
      en: 'Lead times from 30 to 70 weeks; no figure for the gap, so a quarter to three quarters (assumed).',
    },
    blocks: [
      {
        id: 'B-ABF21',
        at: { enterprises: ['aji', 'unimicron', 'nanya'] },
        cause: 'equipment',
        severity: PARTLY,
        since: '2020-10-01',
        until: '2024-01-01',
        note: { zh: '产能不足。', en: 'Too little capacity.' },
        sources: ['W47'],
      },
    ],
  },
  {
    id: 'B-XA22',
    name: { zh: 'B-XA22 西安封控', en: "B-XA22 Xi'an locked down" },
    note: {
      zh: '三星、美光西安厂减产；资料未给数字，按四分之一至四分之三计（假定）。',
      en: "Samsung and Micron make less in Xi'an; without a figure in the sources, so a quarter to three quarters (assumed).",
    },
    blocks: [
      {
        id: 'B-XA22',
        at: { enterprises: ['samm', 'micron'] },
        cause: 'permit',
        severity: PARTLY,
        since: '2021-12-23',
        until: '2022-01-25',
        note: { zh: '封控减员生产。', en: 'Running with fewer people under lockdown.' },
        sources: ['W60'],
      },
    ],
  },
  {
    id: 'B-KX22',
    name: { zh: 'B-KX22 铠侠与西数污染', en: 'B-KX22 Contamination at Kioxia and WD' },
    note: {
      zh: '损失 6.5–16 EB，上限为全球一季产量的 10 %；两家占 NAND 的 32.5 %，即一季内损失 12–31 %。',
      en: '6.5 to 16 EB lost, at most 10 % of a quarter of the world; the two make 32.5 % of NAND, so 12 to 31 % for a quarter.',
    },
    blocks: [
      {
        id: 'B-KX22',
        at: { enterprises: ['kioxia'] },
        cause: 'material',
        severity: { low: 0.12, high: 0.31 },
        since: '2022-01-29',
        until: '2022-04-29',
        note: { zh: '材料受污染。', en: 'Contaminated material.' },
        sources: ['W50'],
      },
    ],
  },
  {
    id: 'B-NE22',
    name: { zh: 'B-NE22 乌克兰氖气', en: 'B-NE22 Neon from Ukraine' },
    note: { zh: '库存与其他来源可缓冲。', en: 'Stocks and other sources cushion it.' },
    blocks: [
      {
        id: 'B-NE22',
        at: { enterprises: ['ingas', 'cryoin'] },
        cause: 'permit',
        severity: 1,
        since: '2022-02-24',
        until: null,
        note: { zh: '战事停产。', en: 'Stopped by war.' },
        sources: ['W49'],
      },
    ],
  },
  {
    id: 'B-SC22',
    name: { zh: 'B-SC22 四川限电', en: 'B-SC22 Sichuan power cuts' },
    note: { zh: '成都富士康只保留 20 % 安全负荷。', en: 'Foxconn Chengdu keeps a safety load of 20 % only.' },
    blocks: [
      {
        id: 'B-SC22',
        at: { enterprises: ['fxcd'] },
        cause: 'energy',
        severity: 1,
        since: '2022-08-15',
        until: '2022-08-26',
        note: { zh: '原定至 20 日，延至 25 日。', en: 'Until the 20th, extended to the 25th.' },
        sources: ['W43'],
      },
    ],
  },
  {
    id: 'B-ZZ22',
    name: { zh: 'B-ZZ22 郑州富士康', en: 'B-ZZ22 Foxconn Zhengzhou' },
    note: {
      zh: '产能利用率不超过 70 %，少产 600 万至 2000 万部。',
      en: 'Use at most 70 %; 6 to 20 million devices fewer.',
    },
    blocks: [
      {
        id: 'B-ZZ22',
        at: { enterprises: ['fxzz'] },
        cause: 'labour',
        severity: 0.3,
        since: '2022-10-01',
        until: '2023-01-01',
        note: { zh: '封控与员工流失。', en: 'Lockdown, staff leaving.' },
        sources: ['W52'],
      },
    ],
  },
]
