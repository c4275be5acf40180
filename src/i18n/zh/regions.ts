import type { regions as english } from '../en/regions.ts'
import type { Texts } from '../texts.ts'

export const regions: Texts<typeof english> = {
  title: '按地区看',
  close: '关闭',
  intro:
    '每个省级行政区一块，只示意相对位置，不画边界。地区按企业“地区”一栏的文字判定：取最先出现的省、市或国家名；一个都没有的归入“地区不明”。',
  map: '各地区及地区间流量',
  table: '当日各地区情况',
  column: { name: '地区', enterprises: '企业', blocked: '有堵点', stopped: '停产', level: '产出水平' },
  total: '合计',
  blockedShort: '堵 {{count}}',
  stoppedShort: '停 {{count}}',
  inside: '{{name}}的企业',
  noFlows: '没有跨地区的供应：供应关系都在同一地区内，或企业地区不详。',
  flows: '地区间最大的流量',
  flow: '{{from}} → {{to}}：当日为正常的 {{share}}，{{count}} 条供应',
  more: '另有 {{count}} 家',
}
