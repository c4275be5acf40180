/** Which attribute of a graph from elsewhere stands for which field of ours: proposed by name, for a person to confirm. */
import type { GraphMapping, MappedAttribute } from '../../model/graph-mapping.ts'
import type { FlatValue } from './flat-fields.ts'
import { EDGE_SHAPE, NODE_SHAPE } from './chain-graph.ts'
import type { GraphDocument } from './graph-document.ts'

/** Names in other programs' files, in lower case, best first. */
const NODE_NAMES: Readonly<Record<string, readonly string[]>> = {
  name: ['label', 'title', 'shared name', 'shared_name', '名称', '企业名称', '企业', 'enterprise', 'company', 'firm', 'description'],
  'name.zh': ['name_zh', '中文名', '中文名称'],
  'name.en': ['name_en', '英文名', '英文名称'],
  code: ['统一社会信用代码', '信用代码', 'uscc', 'credit code', '代码'],
  role: ['角色', '企业类型', '类型'],
  stage: ['环节', '所属环节', 'segment', 'layer', 'tier', 'category'],
  region: ['地区', '省', '省份', '市', '所在地', 'province', 'city', 'location', 'country'],
  industry: ['行业', '所属产业', '所属产业链', 'sector'],
  finalDemand: ['final demand', 'final_demand', '最终需求'],
} // prettier-ignore
const EDGE_NAMES: Readonly<Record<string, readonly string[]>> = {
  product: ['产品', '物料', '零部件', 'part', 'material', 'item', 'goods', 'label', 'name', 'interaction', 'relation', 'type'],
  flow: ['金额', '采购额', '流量', 'value', 'amount', 'volume', 'weight'],
  share: ['占比', '依赖度', '份额', 'dependency', 'percentage'],
  leadDays: ['提前期', 'lead', 'lead_time', 'lead time', 'lead_days'],
} // prettier-ignore

export function proposedMapping(graph: GraphDocument): GraphMapping {
  const nodes = seenAttributes(graph.nodes)
  const edges = seenAttributes(graph.edges)
  return {
    attributes: [
      ...mapped('node', nodes, { own: NODE_SHAPE.columns.map(({ name }) => name), names: NODE_NAMES }),
      ...mapped('edge', edges, { own: EDGE_SHAPE.columns.map(({ name }) => name), names: EDGE_NAMES }),
    ],
    isReversed: false,
  }
}

interface Seen {
  readonly examples: FlatValue[]
  count: number
  /** Every value is the number 1, as programs write a weight that nobody set. */
  isAllOne: boolean
}

/** In the order in which they first stand in the file; the label is one of them. */
function seenAttributes(rows: GraphDocument['nodes'] | GraphDocument['edges']): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>()
  for (const { label, values } of rows) {
    if (label !== '' && !values.has('label')) note(seen, 'label', label)
    for (const [name, value] of values) note(seen, name, value)
  }
  return seen
}

/** An attribute of an element; its label counts as one, where no attribute has that name. */
export function attributeOf(
  { label, values }: GraphDocument['nodes'][number] | GraphDocument['edges'][number],
  name: string,
): FlatValue | undefined {
  return name === 'label' && !values.has(name) && label !== '' ? label : values.get(name)
}

const EXAMPLES = 3

function note(seen: Map<string, Seen>, name: string, value: FlatValue): void {
  if (value === '') return
  const known = seen.get(name) ?? { examples: [], count: 0, isAllOne: true }
  seen.set(name, known)
  known.count++
  if (value !== 1) known.isAllOne = false
  if (known.examples.length < EXAMPLES && !known.examples.includes(value)) known.examples.push(value)
}

interface FieldNames {
  readonly own: readonly string[]
  readonly names: Readonly<Record<string, readonly string[]>>
}

function mapped(of: 'node' | 'edge', seen: ReadonlyMap<string, Seen>, { own, names }: FieldNames): MappedAttribute[] {
  const fieldOf = new Map([...seen.keys()].filter((name) => own.includes(name)).map((name) => [name, name]))
  const taken = new Set([...fieldOf.values()].map(wholeField))
  const byLowerCase = new Map([...seen.keys()].toReversed().map((name) => [name.trim().toLowerCase(), name]))
  for (const [field, others] of Object.entries(names)) {
    if (taken.has(field) || (field.includes('.') && taken.has(wholeField(field)))) continue
    const found = [field.toLowerCase(), ...others]
      .map((name) => byLowerCase.get(name))
      .find((name) => name !== undefined && !fieldOf.has(name) && !(field === 'flow' && seen.get(name)!.isAllOne))
    if (found === undefined) continue
    fieldOf.set(found, field)
    taken.add(field)
  }
  return Array.from(seen, ([attribute, { examples, count }]) => {
    return { of, attribute, field: fieldOf.get(attribute) ?? null, examples, count }
  })
}

/** `name` of `name.zh`: a text in two languages and a plain one do not go together. */
const wholeField = (field: string): string => field.split('.')[0]!
