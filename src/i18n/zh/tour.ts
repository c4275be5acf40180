import type { tour as en } from '../en/tour.ts'
import type { Texts } from '../texts.ts'

export const tour: Texts<typeof en> = {
  title: '导览',
  of: '第 {{at}} 步，共 {{count}} 步',
  skip: '跳过',
  back: '上一步',
  next: '下一步',
  done: '完成',
  steps: {
    blocks: { title: '先疏通哪一个？', text: '清单按疏通后能挽回的产出给堵点排序，排在第一的牵制最大。' },
    clear: { title: '疏通它', text: '点一下，就在当前日疏通这个堵点，并推演之后的变化；随时可以撤销。' },
    days: {
      title: '看恢复怎样传开',
      text: '逐日播放：恢复从堵点传到龙头企业，上方的指标随之变化。点按指标名称可看公式。',
    },
    why: {
      title: '它为什么停着？',
      text: '点选任一张卡片，详情会说明原因、背后的堵点，以及怎样才能恢复。按 ? 看帮助，按 Ctrl K 看全部操作。',
    },
  },
}
