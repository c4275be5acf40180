import type { folds as english } from '../en/folds.ts'
import type { Texts } from '../texts.ts'

export const folds: Texts<typeof english> = {
  title: '折叠图面',
  close: '关闭',
  intro: '一组代表多家企业。组与组之间的连线是组内连线之和，并显示其中最差的状态。各项数字都不遗漏任何企业。',
  by: '折叠方式',
  rule: {
    auto: '自动（超过 {{count}} 家企业时）',
    none: '不折叠',
    stage: '按环节',
    region: '按地区',
    stageRegion: '按环节和地区',
    industry: '按行业',
    list: '按名单：龙头、核心配套、名单外',
    matters: '只留与龙头企业攸关的',
  },
  ruleHelp: {
    auto: '有堵点的、龙头的、在名单上的企业不折叠。',
    matters: '保留所选龙头企业及其逐级必需投入的供应商，其余按环节折叠。',
  },
  leading: '龙头企业（不选即全部）',
  now: '图上现有 {{cards}} 张卡片，其中 {{folds}} 组；{{links}} 条连线，其中合并的 {{merged}} 条。',
  nothing: '没有折叠：{{cards}} 张卡片，{{links}} 条连线。',
  closeAgain: '收起已展开的 {{count}} 组',
  list: '各组',
  column: { name: '组', level: '产出水平', blocked: '有堵点', stopped: '停产', inside: '组内连线' },
  unfold: '展开',
  detail: {
    kind: '折叠组',
    level: '产出水平（按产出加权）',
    members: '组内企业',
    blocked: '组内有堵点的企业',
    stopped: '因他人停产的企业',
    inside: '组内连线',
    sent: '当日流量（每日价值）',
    normal: '正常流量（每日价值）',
    merged: '合并连线：{{count}} 条',
    more: '另有 {{count}} 项',
  },
}
