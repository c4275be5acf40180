import type { Chain } from '../../src/model/chain.ts'

/** First day of the scenario. */
export const START = '2020-02-10'

/**
 * A car maker held by two blocks at once: a maker of handles and a maker of cables, each a sole source. An engine maker is blocked
 * as well, but another one stands in. The handle comes over two days, the cable over one.
 */
export const TEST_CHAIN = {
  format: 'industrial-chain',
  version: 1,
  name: { zh: '测试链', en: 'Test chain' },
  stages: [
    { id: 'parts', name: { zh: '零部件', en: 'Parts' }, tier: 1 },
    { id: 'cars', name: { zh: '整车', en: 'Cars' }, tier: 0 },
  ],
  enterprises: [
    { id: 'handle', name: { zh: '把手厂', en: 'Handle works' }, role: 'core', stage: 'parts', region: '湖北' },
    { id: 'cable', name: { zh: '线缆厂', en: 'Cable works' }, role: 'sme', stage: 'parts' },
    {
      id: 'engine-a',
      name: { zh: '甲发动机厂', en: 'Engine works A' },
      role: 'core',
      stage: 'parts',
      spareCapacity: 1,
    },
    {
      id: 'engine-b',
      name: { zh: '乙发动机厂', en: 'Engine works B' },
      role: 'core',
      stage: 'parts',
      spareCapacity: 1,
    },
    { id: 'car', name: { zh: '整车厂', en: 'Car maker' }, role: 'leading', stage: 'cars', finalDemand: 10 },
  ],
  supplies: [
    { id: 's1', from: 'handle', to: 'car', product: 'door handle', flow: 0.05, leadDays: 2 },
    { id: 's2', from: 'cable', to: 'car', product: 'cable', flow: 0.4, leadDays: 1 },
    { id: 's3', from: 'engine-a', to: 'car', product: 'engine', flow: 2, leadDays: 1 },
    { id: 's4', from: 'engine-b', to: 'car', product: 'engine', flow: 2, leadDays: 1 },
  ],
  blocks: [
    { id: 'b-handle', at: { enterprise: 'handle' }, cause: 'permit', severity: 1 },
    { id: 'b-cable', at: { enterprise: 'cable' }, cause: 'labour', severity: 1 },
    { id: 'b-engine', at: { enterprise: 'engine-a' }, cause: 'cash', severity: 1 },
  ],
  scenarios: [
    { id: 'main', name: { zh: '停工', en: 'Standstill' }, start: START, days: 30, settled: true, blocks: 'all' },
  ],
} as const satisfies Chain

/** The name of one of its enterprises. */
export const nameOf = (id: (typeof TEST_CHAIN.enterprises)[number]['id'], language: 'en' | 'zh' = 'en'): string =>
  TEST_CHAIN.enterprises.find((enterprise) => enterprise.id === id)!.name[language]
