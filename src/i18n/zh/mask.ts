import type { mask as en } from '../en/mask.ts'
import type { Texts } from '../texts.ts'

export const mask: Texts<typeof en> = {
  title: '名称脱敏',
  close: '关闭',
  make: '生成不含名称的副本',
  intro:
    '企业名称、统一社会信用代码、曾用名与别名、编号、联络员，以及所有人工填写的文字（说明、措施、佐证、情景、演示场景、来源标题与网址）均改为代码；全部数字逐位不变。供应关系、数额与地区本身仍可能让人认出企业。',
  already: '当前已是脱敏副本，再次脱敏只会给代码再编代码。',
  option: { products: '产品名称也改为代码', provinces: '地区只保留到省', chainName: '隐去产业链名称' },
  optionHelp: {
    products: '不选则保留原名；如有产品名称含企业名称，则全部改为代码。',
    provinces: '不选则保留原样；含企业名称的除外。',
    chainName: '改为“脱敏产业链”。',
  },
  key: '密钥文件',
  keyFormat: { csv: '表格（CSV）', json: 'JSON' },
  keyHelp: '密钥说明每个代码对应什么，单独成一个文件，别处不留存，切勿与副本一同外传。没有密钥无法还原。',
  save: '保存副本与密钥（两个文件）',
  open: '在此打开副本，保存密钥',
  running: '正在脱敏…',
  failed: '未能完成：{{reason}}',
  done: '已改为代码：企业 {{enterprises}} 家，文字 {{texts}} 处，产品 {{products}} 种。',
  forced: '有产品名称含企业名称，产品一并改为代码。',
  others: '含企业名称而改为代码的环节、地区、行业或部门：{{count}} 处。',
  left: '本程序不认识、未写入副本且不可还原的字段、演示场景或备注：{{count}} 处。',
  kept: '已打开脱敏副本，由它生成的图片、链接和文件均不含名称；原件仍以原名保存在本机。',
  off: {
    title: '还原名称',
    intro: '返回的副本可凭密钥还原名称，副本中的改动予以保留。',
    copy: '选择脱敏副本…',
    key: '选择对应密钥…',
    take: '还原并打开',
    same: '已打开。副本与脱敏时逐字节一致。',
    changed: '已打开。副本在脱敏后有改动，改动均予保留。',
  },
}
