import type { share as en } from '../en/share.ts'
import type { Texts } from '../texts.ts'

export const share: Texts<typeof en> = {
  title: '分享当前视图',
  close: '关闭',
  intro: '打开链接看到同样的视图：情景、日期、所选对象、追溯、卡片显示方式、链图位置和正在进行的对比。',
  inside: '链接里有什么',
  withChain:
    '整条产业链“{{name}}”，含 {{enterprises}} 家企业、{{blocks}} 个堵点、联络员姓名和备注。拿到链接的人即可看到全部内容。',
  withoutChain: '只有视图、产业链名称和校验码，不含任何企业。打开的人须有同一份产业链文件，否则拒绝打开。',
  include: '把产业链放进链接',
  tooLarge: '产业链过大，放不进链接（上限 {{limit}} 个字符）：链接只注明名称，文件另行发送。',
  link: '链接',
  copy: '复制链接',
  copied: '已复制',
  characters: '{{count}} 个字符',
  qr: '链接二维码',
  noQr: '此处空间不足，放不下相机能识别的二维码。',
  shorter: {
    view: '二维码只含视图，不含产业链：若放入完整链接的 {{count}} 个字符，此处每格将小于 {{least}} 像素。扫码的人须有同一份产业链文件。',
    name: '二维码只含产业链名称和校验码，不含视图：若放入完整链接的 {{count}} 个字符，此处每格将小于 {{least}} 像素。要转交视图，请复制链接。',
  },
  making: '正在生成链接…',
  neverSent: '# 之后的内容只留在浏览器里，不会发送到任何服务器。',
}
