import type { cliCompare as en } from '../en/cli-compare.ts'
import type { Texts } from '../texts.ts'

export const cliCompare: Texts<typeof en> = {
  a: '情景 A；默认为 "main"，没有时取第一个',
  b: '情景 B，按 A 的日历推演',
  withObserved: '不取情景 B，而与实测对比',
  threshold: '达到多少水平算开工，百分数；默认 30',
  thresholdRange: '开工标准应大于 0、不超过 100：{{what}}',
  needB: '请指明另一方：--b ID 或 --observed',
  bothB: '--b 与 --observed 只能选一个',
  noneObserved: '自 {{start}} 起的 {{days}} 天内没有实测；另有 {{outside}} 条实测在其他日期。',
  title: 'A {{a}} · B {{b}} · {{date}}，第 {{day}} 天，共 {{days}} 天',
  observedDays: '实测',
  rates: { level: '水平', outputRecovery: '复产率', operatingRate: '开工率', staffReturn: '返岗率' },
  headings: {
    figure: '指标',
    a: 'A',
    b: 'B',
    difference: 'B - A',
    over: '统计企业',
    lostA: 'A 损失天数',
    lostB: 'B 损失天数',
    change: '差别',
    effect: '作用（天）',
    rate: '指标',
    pairs: '对数',
    meanAbsolute: '平均绝对误差',
    bias: '偏差',
    largest: '最大误差',
    observed: '实测',
    model: '模型',
  },
  points: '{{value}} 个百分点',
  figures: {
    operatingRate: '开工率',
    staffReturn: '返岗率',
    outputRecovery: '复产率',
    leadingOutput: '龙头产出',
    stopped: '停产企业',
    blocksOpen: '未疏通堵点',
  },
  meaning:
    'B - A 以百分点计；损失天数：双方都有数据的各天中损失的满产天数；作用：在 A 上只改这一处，龙头企业多得的满产天数。',
  errorMeaning:
    '误差 = 模型 - 实测，以百分点计，只统计有实测的企业×日（{{all}} 对中的 {{pairs}} 对）；平均绝对误差表示偏离多少，偏差大于 0 表示模型偏高；水平 = 复产率，没有时取开工率。空缺不计入。',
}
