import { BLOCK_CAUSE_IDS, type BlockCauseId } from '../block-causes.ts'
import type { COLUMN_FIELDS } from '../bring.ts'
import type { Role } from '../chain.ts'
import { bilingual, type SurveyText } from './questions.ts'

type FieldId = (typeof COLUMN_FIELDS)['enterprises'][number]

/** A column that every survey has, and the field of the chain that it becomes. */
export interface SurveyColumn {
  readonly field: FieldId
  readonly heading: SurveyText
  readonly help: SurveyText
  /** Values to choose from; absent = anything of its kind. */
  readonly choices?: readonly string[]
}

const both = (zh: string, en: string): string => bilingual({ zh, en })

/** Words for causes that are read back as that cause alone. */
export const CAUSE_CHOICES: Readonly<Record<BlockCauseId, string>> = {
  material: both('原料', 'material'),
  labour: both('用工', 'labour'),
  cash: both('资金', 'cash'),
  cost: both('成本', 'cost'),
  energy: both('能源', 'energy'),
  equipment: both('设备', 'equipment'),
  permit: both('审批', 'permit'),
  logistics: both('物流', 'logistics'),
  border: both('口岸', 'border'),
  demand: both('订单', 'demand'),
}

/** The four steps of severity, as they are read back. */
export const SEVERITY_CHOICES = [
  both('轻微', 'slight'),
  both('中等', 'medium'),
  both('严重', 'severe'),
  both('全停', 'full stop'),
] as const

export const ROLE_CHOICES: Readonly<Record<Role, string>> = {
  leading: both('龙头企业', 'leading'),
  core: both('核心配套企业', 'core supplier'),
  sme: both('中小企业', 'SME'),
}

const column = (
  field: FieldId,
  heading: readonly [zh: string, en: string],
  help: readonly [zh: string, en: string],
  choices?: readonly string[],
): SurveyColumn => ({
  field,
  heading: { zh: heading[0], en: heading[1] },
  help: { zh: help[0], en: help[1] },
  ...(choices && { choices }),
})

const RATE: readonly [string, string] = ['占正常水平的百分比，如 80%', 'percent of normal, e.g. 80%']

/** Of what is known already; then what is observed; then what is difficult and who sees to it. */
export const SURVEY_COLUMNS: readonly SurveyColumn[] = [
  column('name', ['企业名称', 'Enterprise'], ['与营业执照一致', 'as registered']),
  column('id', ['编号', 'ID'], ['系统编号，请勿修改', 'leave as it is']),
  column('code', ['统一社会信用代码', 'Credit code'], ['18 位', '18 characters']),
  column('role', ['角色', 'Role'], ['从列表选择', 'choose from the list'], Object.values(ROLE_CHOICES)),
  column('stage', ['环节', 'Stage'], ['所在产业链环节', 'stage of the chain']),
  column('region', ['地区', 'Region'], ['省、市', 'province, city']),
  column('date', ['填报日期', 'Reported on'], ['YYYY-MM-DD；有百分比时必填', 'YYYY-MM-DD; needed with the rates']),
  column('operatingRate', ['开工率', 'Operating rate'], RATE),
  column('staffReturn', ['返岗率', 'Staff return rate'], RATE),
  column('outputRecovery', ['复产率', 'Output recovery rate'], RATE),
  column('cause', ['困难类型', 'Cause'], ['没有困难写“无”', '“none” where there is no difficulty'], BLOCK_CAUSE_IDS.map((id) => CAUSE_CHOICES[id])),
  column('difficulty', ['存在困难', 'Difficulty'], ['一句话说明', 'in one sentence']),
  column('severity', ['严重程度', 'Severity'], ['从列表选择，或损失产能的百分比', 'choose, or percent of capacity lost'], SEVERITY_CHOICES),
  column('since', ['发生时间', 'Since'], ['YYYY-MM-DD', 'YYYY-MM-DD']),
  column('measure', ['需协调事项', 'Measure wanted'], ['请谁做什么', 'who should do what']),
  column('department', ['责任部门', 'Department'], ['由主管单位填写', 'filled in by the authority']),
  column('owner', ['联络员', 'Liaison officer'], ['由主管单位填写', 'filled in by the authority']),
  column('due', ['完成时限', 'Due'], ['YYYY-MM-DD', 'YYYY-MM-DD']),
] // prettier-ignore
