/** The dated block scenarios of the textile chain; how causes and dates were read stands in graph-data/README.md. */
import { PARTLY, type BlockFact, type ScenarioFact } from './block-rows.ts'
import { readFacts } from './facts.ts'

const { enterprises } = readFacts('C')
const inStage = (stage: string): string[] => enterprises.filter((each) => each.stage === stage).map(({ id }) => id)

const MELT_BLOWN: BlockFact = {
  id: 'C-MB20',
  at: { enterprises: inStage('c.meltblown') },
  cause: 'equipment',
  severity: { low: 0.5, high: 0.9 },
  since: '2020-02-01',
  until: '2020-06-01',
  rampDays: 14,
  note: {
    zh: '熔喷布只够每天约 5000 万只口罩，需求 1 亿至 5 亿只。',
    en: 'Melt-blown for about 50 million masks a day, demand 100 to 500 million.',
  },
  sources: ['W63', 'W77', 'W81'],
}
const MACHINES: BlockFact = {
  id: 'C-MC20',
  at: { enterprises: inStage('c.maskmc') },
  cause: 'equipment',
  severity: PARTLY,
  since: '2020-02-06',
  until: '2020-04-01',
  rampDays: 7,
  note: {
    zh: '口罩机售罄（“我有熔喷布，谁有口罩机？”）；资料未给数字，按四分之一至四分之三计（假定）。',
    en: 'Mask machines sold out; without a figure in the sources, so a quarter to three quarters (assumed).',
  },
  sources: ['W77', 'W83'],
}
const XIANTAO: BlockFact = {
  id: 'C-LAB20',
  at: { enterprises: ['pengchang', 'yucheng'] },
  cause: 'labour',
  severity: PARTLY,
  since: '2020-01-24',
  until: '2020-04-01',
  rampDays: 7,
  note: {
    zh: '仙桃 1 月 27 日召回员工，4 月前 74 家规上企业复工；资料未给数字，按四分之一至四分之三计（假定）。',
    en: 'Staff called back on 27 January, 74 larger firms running by April; without a figure in the sources, so a quarter to three quarters (assumed).',
  },
  sources: ['W72', 'W73'],
}
const ORDERS: BlockFact = {
  id: 'C-DEM20',
  at: { markets: inStage('c.brand') },
  cause: 'demand',
  severity: { low: 0.194, high: 0.31 },
  since: '2020-03-01',
  until: '2020-08-01',
  note: {
    zh: '上半年服装出口 −19.4 %，1–2 月零售 −31 %；63.6 % 的企业缺订单。',
    en: 'Apparel exports −19.4 % in the first half, retail −31 % in January and February; 63.6 % of firms short of orders.',
  },
  sources: ['W9', 'W10', 'W85', 'W87'],
}
const dyeing = { at: { enterprises: ['keqiao'] }, cause: 'energy' } as const
const vietnam = {
  cause: 'permit',
  since: '2021-07-14',
  until: '2021-10-01',
  rampDays: 30,
  sources: ['W69', 'W70'],
} as const

export const TEXTILE_SCENARIOS: readonly ScenarioFact[] = [
  {
    id: 'C-MAR20',
    name: { zh: '2020 年 3 月：一头缺熔喷布，一头缺订单', en: 'March 2020: melt-blown missing, orders missing' },
    note: {
      zh: 'C-LAB20、C-MB20、C-MC20、C-DEM20 同时有效：缺料向下游传，缺单向上游传。',
      en: 'C-LAB20, C-MB20, C-MC20 and C-DEM20 together: what is missing runs downstream, lost orders run upstream.',
    },
    blocks: [XIANTAO, MELT_BLOWN, MACHINES, ORDERS],
    start: '2020-03-15',
    days: 120,
    isSettled: true,
  },
  {
    id: 'C-FEB20',
    name: { zh: '2020 年 2 月：口罩为什么不够', en: 'February 2020: why there were not enough masks' },
    note: {
      zh: 'C-LAB20、C-MB20、C-MC20 同时有效：堵点在一个环节，不在原料聚丙烯。',
      en: 'C-LAB20, C-MB20 and C-MC20 together: the block is one step, not the raw material polypropylene.',
    },
    blocks: [XIANTAO, MELT_BLOWN, MACHINES],
    start: '2020-02-10',
    days: 120,
    isSettled: true,
  },
  {
    id: 'C-MB20',
    name: { zh: 'C-MB20 熔喷布', en: 'C-MB20 Melt-blown fabric' },
    note: { zh: '“有口罩机，没有熔喷布。”', en: 'Machines are there, melt-blown is not.' },
    blocks: [MELT_BLOWN],
  },
  {
    id: 'C-MC20',
    name: { zh: 'C-MC20 口罩机', en: 'C-MC20 Mask machines' },
    note: { zh: '口罩机到位后，堵点由下游移到上游。', en: 'When the machines came, the block moved upstream.' },
    blocks: [MACHINES],
  },
  {
    id: 'C-LAB20',
    name: { zh: 'C-LAB20 仙桃用工', en: 'C-LAB20 Staff in Xiantao' },
    note: { zh: '受影响的是医院。', en: 'Hospitals feel it.' },
    blocks: [XIANTAO],
  },
  {
    id: 'C-DEM20',
    name: { zh: 'C-DEM20 订单取消', en: 'C-DEM20 Orders cancelled' },
    note: {
      zh: '订单损失逆流而上：服装、面料、长丝、PTA。',
      en: 'Lost orders run upstream: garments, fabric, filament, PTA.',
    },
    blocks: [ORDERS],
  },
  {
    id: 'C-XJ21',
    name: { zh: 'C-XJ21 新疆棉', en: 'C-XJ21 Xinjiang cotton' },
    note: {
      zh: '抵制与进口禁令落在用新疆棉的企业到欧美日品牌的关系上；资料未给数字，按四分之一至四分之三计（假定）。',
      en: 'Boycott and import ban lie on the links to brands abroad from makers that use Xinjiang cotton; without a figure, so a quarter to three quarters (assumed).',
    },
    blocks: [
      {
        id: 'C-XJ21',
        at: { supplies: ['luthai>uniqlo', 'shenzhou>nike', 'shenzhou>adidas', 'shenzhou>puma', 'shenzhou>uniqlo'] },
        cause: 'border',
        severity: PARTLY,
        since: '2021-01-01',
        until: null,
        note: { zh: '品牌抵制、美国暂扣令。', en: 'Boycott by brands, withhold-release order of the United States.' },
        sources: ['G3'],
      },
    ],
  },
  {
    id: 'C-SUEZ21',
    name: { zh: 'C-SUEZ21 苏伊士运河', en: 'C-SUEZ21 Suez Canal' },
    note: {
      zh: '堵塞 6 天，积压约一周；亚洲到欧洲的货。',
      en: 'Blocked for 6 days, about a week of backlog; goods from Asia to Europe.',
    },
    blocks: [
      {
        id: 'C-SUEZ21',
        at: { supplies: ['shenzhou>adidas', 'shenzhou>puma', 'pouchen>adidas', 'huali>puma'] },
        cause: 'logistics',
        severity: 1,
        since: '2021-03-23',
        until: '2021-03-29',
        rampDays: 7,
        note: { zh: '350–400 多艘船受阻。', en: '350 to more than 400 ships held up.' },
        sources: ['W88'],
      },
    ],
  },
  {
    id: 'C-VN21',
    name: { zh: 'C-VN21 越南封控', en: 'C-VN21 Vietnam locked down' },
    note: {
      zh: '耐克损失十周，鞋的 51 % 出自越南。',
      en: 'Nike loses ten weeks; 51 % of its shoes come from Vietnam.',
    },
    blocks: [
      {
        id: 'C-VN21',
        at: { enterprises: ['pouchen', 'changshin'] },
        severity: 1,
        ...vietnam,
        note: {
          zh: '南部 88 家工厂停产，10 月起分步恢复。',
          en: '88 plants in the south closed, back step by step from October.',
        },
      },
      {
        id: 'C-VN21b',
        at: { enterprises: ['huali', 'szvn'] },
        severity: { low: 0.3, high: 0.5 },
        ...vietnam,
        note: { zh: '其余工厂产能 50–70 %。', en: 'Other plants at 50 to 70 % of capacity.' },
      },
    ],
  },
  {
    id: 'C-KQ21',
    name: { zh: 'C-KQ21 柯桥印染停产', en: 'C-KQ21 Dyeing in Keqiao stopped' },
    note: {
      zh: '161 家企业；通知至 9 月 30 日，约四天后放宽。',
      en: '161 firms; ordered until 30 September, relaxed after about four days.',
    },
    blocks: [
      {
        id: 'C-KQ21',
        ...dyeing,
        severity: 1,
        since: '2021-09-21',
        until: '2021-09-25',
        rampDays: 5,
        note: { zh: '能耗双控停产。', en: 'Stopped to save energy.' },
        sources: ['W67', 'W89'],
      },
    ],
  },
  {
    id: 'C-SX22',
    name: { zh: 'C-SX22 绍兴限电', en: 'C-SX22 Power limits in Shaoxing' },
    note: { zh: '9 月 1 日开机率 56.8 %。', en: 'Operating rate 56.8 % on 1 September.' },
    blocks: [
      {
        id: 'C-SX22',
        ...dyeing,
        severity: 0.43,
        since: '2022-08-01',
        until: '2022-10-01',
        note: { zh: '高温限电。', en: 'Power limits in the heat.' },
        sources: ['W90'],
      },
    ],
  },
]
