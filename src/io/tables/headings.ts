import type { ColumnFieldId } from '../../model/bring.ts'
import { QUESTIONS } from '../../model/surveys/questions.ts'

/** Headings under which each field is found, in Chinese and in English. */
const HEADINGS: Readonly<Record<ColumnFieldId, readonly string[]>> = {
  supplier: [
    '供应商', '供应商名称', '供货商', '供方', '上游企业', '上游企业名称', '上游', '供应企业', '卖方', '销售方', '供货单位',
    'source', 'from', 'supplier', 'supplier name', 'seller', 'vendor',
  ], // prettier-ignore
  customer: [
    '客户', '客户名称', '采购方', '采购商', '采购企业', '下游企业', '下游企业名称', '下游', '需方', '买方', '购买方', '采购单位',
    'target', 'to', 'customer', 'customer name', 'buyer', 'purchaser',
  ], // prettier-ignore
  supplierCode: ['供应商代码', '供应商统一社会信用代码', '上游企业代码', 'supplier code', 'source code'],
  customerCode: ['客户代码', '客户统一社会信用代码', '下游企业代码', '采购方代码', 'customer code', 'target code'],
  product: [
    '产品', '产品名称', '供应产品', '物料', '物料名称', '零部件', '零件', '品名', '货物', 'product', 'product name', 'part',
    'material', 'item', 'goods', 'label',
  ], // prettier-ignore
  flow: [
    '金额', '采购额', '采购金额', '年采购额', '交易额', '交易金额', '供应额', '供货额', '日采购额', '日供货额', '流量', 'value', 'flow',
    'amount', 'weight', 'annual value', 'value per year', 'value per day', 'sales', 'purchases',
  ], // prettier-ignore
  share: [
    '占比', '采购占比', '依赖度', '份额', '比例', '比重', '占采购比例', 'share', 'dependency', 'dependence', 'percentage',
  ], // prettier-ignore
  leadDays: [
    '提前期', '交货期', '供货周期', '交期', '运输天数', 'lead', 'lead time', 'lead days', 'leaddays', 'delivery time',
  ], // prettier-ignore
  backup: ['备用', '备份', '备选', '是否备用', 'backup', 'alternative'],
  currency: ['币种', '币别', '货币', '货币单位', '结算币种', 'currency', 'currency code'],
  unit: ['单位', '金额单位', '计量单位', '数值单位', 'unit', 'value unit', 'unit of value'],
  year: ['年份', '年度', '年', 'year', 'fiscal year'],
  name: [
    '企业名称', '企业', '单位名称', '单位', '公司名称', '公司', '企业全称', '名称', '工厂', 'name', 'enterprise', 'company',
    'company name', 'enterprise name', 'firm',
  ], // prettier-ignore
  id: ['编号', '企业编号', 'id', 'node id', 'key'],
  code: [
    '统一社会信用代码', '社会信用代码', '信用代码', '组织机构代码', '企业代码', '代码', 'code', 'credit code', 'uscc', 'uscc code',
    'registration number',
  ], // prettier-ignore
  aliases: ['曾用名', '原名', '别名', '简称', '企业简称', 'alias', 'aliases', 'former name', 'formerly', 'short name'],
  role: [
    '角色',
    '企业类型',
    '企业类别',
    '类型',
    '类别',
    '链上角色',
    '企业角色',
    '是否龙头',
    'role',
    'type',
    'tier role',
  ],
  stage: ['环节', '产业链环节', '所属环节', '所处环节', '链条环节', 'stage', 'segment', 'link'],
  region: ['地区', '所在地', '区域', '所属地区', '注册地', '省市', 'region', 'location', 'place'],
  province: ['省', '省份', '所在省', '所在省份', 'province'],
  city: ['市', '城市', '地市', '所在市', '所在城市', '县市区', '区县', 'city'],
  industry: ['所属产业链', '产业链', '产业链名称', '所属行业', '行业', '产业', 'chain', 'industry', 'industrial chain'],
  foreign: ['外资', '是否外资', '外资企业', '境外', 'foreign', 'foreign owned'],
  finalDemand: ['终端需求', '最终需求', '日销售额', 'final demand', 'finaldemand'],
  spareCapacity: ['富余产能', '备用产能', '闲置产能', 'spare capacity', 'sparecapacity'],
  operatingRate: ['开工率', '复工率', '产能利用率', '开工率%', 'operating rate', 'operatingrate', 'utilisation'],
  staffReturn: [
    '返岗率', '员工返岗率', '到岗率', '人员返岗率', '返岗复工率', 'staff return', 'staff return rate', 'staffreturn',
  ], // prettier-ignore
  outputRecovery: [
    '复产率',
    '达产率',
    '产值恢复率',
    '产能恢复率',
    'output recovery',
    'output recovery rate',
    'outputrecovery',
  ],
  date: [
    '更新时间',
    '更新日期',
    '填报时间',
    '填报日期',
    '日期',
    '统计日期',
    '时间',
    'updated',
    'date',
    'as of',
    'reported',
  ],
  cause: [
    '困难类型',
    '问题类型',
    '堵点类型',
    '问题类别',
    '堵点类别',
    '堵点原因',
    'cause',
    'kind of difficulty',
    'block type',
  ],
  difficulty: [
    '存在困难', '存在问题', '困难', '问题', '堵点', '困难问题', '主要困难', '困难描述', '存在的困难', '堵点描述', 'difficulty', 'difficulties',
    'problem', 'block', 'issue',
  ], // prettier-ignore
  severity: ['严重程度', '程度', '影响程度', 'severity'],
  measure: ['需协调事项', '协调事项', '措施', '诉求', '需要协调解决的事项', '建议措施', 'measure', 'request', 'action'],
  department: ['责任部门', '牵头部门', '责任单位', '牵头单位', '协调部门', 'department', 'responsible department'],
  owner: ['联络员', '联系人', '责任人', '负责人', '服务专员', 'owner', 'liaison', 'liaison officer', 'contact'],
  since: ['发生时间', '开始时间', '发现时间', '堵点开始', 'since', 'start'],
  remark: [
    '备注', '补充说明', '其他情况', '其他问题', 'remark', 'remarks', 'note', 'notes', 'comment', 'comments',
    ...Object.values(QUESTIONS).flatMap((questions) => questions.flatMap(({ heading }) => [heading.zh, heading.en])),
  ], // prettier-ignore
  due: ['完成时限', '办结时限', '时限', '截止时间', '解决时限', 'due', 'due date', 'deadline'],
}

/** Longer ones are no headings, and would only take time. */
const LONGEST_HEADING = 100

/** A heading without what does not tell columns apart: width, case, spaces, units in brackets. */
export function headingKey(heading: string): string {
  return heading
    .slice(0, LONGEST_HEADING)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s_\-*:/.%'"#]+/g, '')
}

const BY_KEY: ReadonlyMap<string, readonly ColumnFieldId[]> = (() => {
  const byKey = new Map<string, ColumnFieldId[]>()
  for (const [id, headings] of Object.entries(HEADINGS) as [ColumnFieldId, readonly string[]][]) {
    for (const heading of headings) {
      const key = headingKey(heading)
      const fields = byKey.get(key) ?? []
      if (!fields.includes(id)) fields.push(id)
      byKey.set(key, fields)
    }
  }
  return byKey
})()

/** Fields whose headings contain others' must not be found inside them, such as `年` in every date. */
const SHORTEST_PART = 2
const SHORTEST_LATIN_PART = 4

/** Ends of names, which are no headings: without a heading the first row holds data. */
const NAME_OF_COMPANY = /(?:公司|集团|厂|中心|研究院|研究所|商行|gmbh|ltd|inc|corp)$/

/** Whether a heading is one of the known ones and does not only hold one. */
export const isExactHeading = (heading: string): boolean => BY_KEY.has(headingKey(heading))

/** Fields that a heading may mean, the likeliest first. */
export function fieldsOfHeading(heading: string): readonly ColumnFieldId[] {
  const key = headingKey(heading)
  if (key === '') return []
  const exact = BY_KEY.get(key)
  if (exact) return exact
  if (NAME_OF_COMPANY.test(key)) return []
  const parts = [...BY_KEY].filter(([part]) => isTellingPart(part) && key.includes(part))
  return parts.toSorted(([one], [other]) => other.length - one.length).flatMap(([, fields]) => fields)
}

const isTellingPart = (part: string): boolean =>
  part.length >= (/^[\u0020-\u024f]*$/.test(part) ? SHORTEST_LATIN_PART : SHORTEST_PART)
