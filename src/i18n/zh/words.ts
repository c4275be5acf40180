import type { words as en } from '../en/words.ts'
import type { Texts } from '../texts.ts'

export const words: Texts<typeof en> = {
  role: { leading: '龙头企业', core: '核心配套企业', sme: '中小企业' },
  state: {
    running: '正常运行',
    reduced: '减产',
    stopped: '受牵连停产',
    blocked: '堵点',
    recovering: '恢复中',
    noData: '无数据',
  },
  cause: {
    material: '原料荒',
    labour: '用工荒',
    cash: '资金荒',
    cost: '成本过高',
    energy: '停电限气',
    equipment: '设备故障、缺件',
    permit: '未获准复工',
    logistics: '物流不畅',
    border: '口岸受阻',
    demand: '订单取消',
  },
  severityStep: { slight: '轻微', medium: '中等', severe: '严重', stop: '全停' },
  confidence: { stated: '有出处', likely: '可能', assumed: '假定' },
  need: { essential: '必需', partial: '部分必需', negligible: '可忽略' },
  upstream: '上游',
  downstream: '下游',
  gap: '',
  colon: '：',
}
