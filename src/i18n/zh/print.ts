import type { print as en } from '../en/print.ts'
import type { Texts } from '../texts.ts'

export const print: Texts<typeof en> = {
  sentence:
    '{{scenario}}，{{date}}：开工率 {{operating}}，龙头企业产出为正常的 {{leading}}；{{count}} 家企业中 {{stopped}} 家停产，未疏通堵点 {{open}} 个。',
  sources: '来源：{{sources}}。',
  moreSources: '其余来源见报告。',
  noSources: '来源：未注明。',
  assumed: '虚线框为假定数据。共列入企业 {{count}} 家。图中数值为占正常产出的比例，逐日计算得出。',
  notes: '备注',
  noteOn: '所在位置',
  note: '备注内容',
  notePlace: '图上位置',
  noteColon: '：',
  madeOf: '畅链 · 产业链文件 {{hash}} · 计算引擎 {{engine}}',
  observedDays: '实测',
  lens: {
    better: '优于“{{name}}”',
    worse: '更差',
    nothingCleared: '不疏通',
    backToFull: '达产日期：{{first}} 至 {{last}}',
  },
  filtered: {
    hide: '筛选隐藏了 {{count}} 家企业',
    fade: '浅色：筛选条件之外的 {{count}} 家企业',
    empty: '没有符合筛选条件的企业：{{count}} 家全部以浅色显示',
    links: '手动隐藏了 {{count}} 条供应关系',
  },
  poster: {
    sheet:
      '第 {{row}} 行（共 {{rows}} 行），第 {{column}} 张（共 {{columns}} 张）。沿实线裁边，贴在前一张虚线外的粘贴边上。',
  },
  story: {
    back: '上一幕',
    next: '下一幕',
    play: '逐日播放',
    steps: '场景',
    keys: '方向键或翻页笔切换，P 播放，B 黑屏，F 全屏',
    stale: '本幕的论断已不成立。',
  },
}
