/** What each special survey asks beside what every survey asks. Headings stand in both languages, and are known again when the table comes back. */

export const INDUSTRIES = ['textiles', 'electronics', 'vehicleParts', 'smes'] as const
export type IndustryId = (typeof INDUSTRIES)[number]

export interface SurveyText {
  readonly zh: string
  readonly en: string
}

export interface SurveyQuestion {
  /** As it stands over the column, without brackets. */
  readonly heading: SurveyText
  /** What is meant, and in which unit. */
  readonly help: SurveyText
}

const ask = (heading: readonly [zh: string, en: string], help: readonly [zh: string, en: string]): SurveyQuestion => ({
  heading: { zh: heading[0], en: heading[1] },
  help: { zh: help[0], en: help[1] },
})

const TEXTILES: readonly SurveyQuestion[] = [
  ask(['在手订单可排产月数', 'Orders in hand, months'], ['按目前产能可生产几个月', 'months of work at today’s capacity']),
  ask(['出口订单取消或延期占比', 'Export orders cancelled or put off, %'], ['占全部出口订单的比例，%', 'share of all export orders, %']),
  ask(['紧缺原辅料', 'Short raw material'], ['棉、化纤、染料、面辅料等，写明品名', 'cotton, man-made fibre, dyes, trimmings: name it']),
  ask(['原料库存天数', 'Stock of raw material, days'], ['按目前用量可用几天', 'days at today’s use']),
  ask(['外省员工未返岗人数', 'Staff of other provinces not back'], ['人', 'persons']),
  ask(['转产防疫物资情况', 'Turned to protective goods'], ['产品与日产能；没有写“无”', 'product and output a day; “none” if not']),
  ask(['逾期应收账款万元', 'Overdue receivables, 10,000 yuan'], ['万元', '10,000 yuan']),
] // prettier-ignore

const ELECTRONICS: readonly SurveyQuestion[] = [
  ask(['紧缺进口元器件', 'Short imported components'], ['型号与来源国家或地区', 'type, and the country it comes from']),
  ask(['关键元器件库存天数', 'Stock of key components, days'], ['按目前用量可用几天', 'days at today’s use']),
  ask(['国产替代进展', 'Domestic substitute'], ['无、验证中、已导入', 'none, being qualified, in use']),
  ask(['通关等待天数', 'Days waiting at customs'], ['从到港到放行的天数', 'days from arrival to release']),
  ask(['国际航线货运受阻情况', 'Air and sea freight held up'], ['航线、周期、运价变化', 'route, time and price']),
  ask(['出口额占比', 'Exports, % of sales'], ['占销售额的比例，%', 'share of sales, %']),
  ask(['洁净厂房水电气保障', 'Clean room: water, power, gases'], ['缺什么、缺多少', 'what is short and how much']),
] // prettier-ignore

const VEHICLE_PARTS: readonly SurveyQuestion[] = [
  ask(['配套整车企业', 'Carmakers supplied'], ['按供货额从大到小', 'largest first']),
  ask(['独家供货零部件', 'Parts of which it is the sole supplier'], ['品名与所供整车企业；没有写“无”', 'part and carmaker; “none” if not']),
  ask(['成品库存可供天数', 'Finished parts in stock, days'], ['按整车厂正常用量可供几天', 'days at the carmakers’ normal use']),
  ask(['断供的二级供应商', 'Second-tier supplier that does not deliver'], ['企业名称、所在地、零件', 'name, place, part']),
  ask(['模具工装到位情况', 'Dies and tooling'], ['缺什么、在何处', 'what is missing and where it is']),
  ask(['进口零部件在途天数', 'Imported parts on the way, days'], ['天', 'days']),
  ask(['跨省运输受阻路段', 'Road closed between provinces'], ['省、路段、所需通行证', 'province, road, pass that is needed']),
] // prettier-ignore

const SMES: readonly SurveyQuestion[] = [
  ask(['现金可维持月数', 'Cash lasts, months'], ['不新增收入时可维持几个月', 'months without new income']),
  ask(['到期贷款万元', 'Loans falling due, 10,000 yuan'], ['三个月内到期，万元', 'within three months, 10,000 yuan']),
  ask(['订单较上年同期', 'Orders against a year ago, %'], ['上年同期为 100', 'a year ago is 100']),
  ask(['参保职工人数', 'Insured staff'], ['人', 'persons']),
  ask(['龙头企业拖欠货款万元', 'Owed by leading enterprises, 10,000 yuan'], ['企业与金额，万元', 'enterprise and amount, 10,000 yuan']),
  ask(['已享受惠企政策', 'Support received'], ['减税、缓缴社保、贷款展期、房租减免等', 'tax relief, deferred insurance, extended loans, rent …']),
  ask(['希望获得的帮助', 'Help wanted'], ['一句话', 'one sentence']),
] // prettier-ignore

export const QUESTIONS: Readonly<Record<IndustryId, readonly SurveyQuestion[]>> = {
  textiles: TEXTILES,
  electronics: ELECTRONICS,
  vehicleParts: VEHICLE_PARTS,
  smes: SMES,
}

/** Both languages over one column; what stands in brackets is passed over when the heading is read. */
export const bilingual = ({ zh, en }: SurveyText): string => `${zh} (${en})`

export const SURVEY_NAMES: Readonly<Record<IndustryId, SurveyText>> = {
  textiles: { zh: '纺织服装行业专项摸排表', en: 'Special survey: textiles and apparel' },
  electronics: { zh: '电子信息行业专项摸排表', en: 'Special survey: electronics' },
  vehicleParts: { zh: '汽车零部件行业专项摸排表', en: 'Special survey: vehicle parts' },
  smes: { zh: '中小企业专项摸排表', en: 'Special survey: SMEs' },
}
