import type { Enterprise, Input, Supply } from '../../src/model/chain.ts'
import { productOf, readFacts, regionOf, type ChainLetter, type Product, type SupplyFact } from './facts.ts'
import { confidenceOf, coverDaysOf, finalDemandOf, leadDaysOf, needOf, roleOf, spareOf } from './rules.ts'

/** A supply of the facts, or one that a rule made of several. */
export interface RoutedSupply extends SupplyFact {
  /** Further sources than `source`. */
  readonly alsoFrom?: readonly string[]
  /** True when the two ends come from a rule and not from one fact. */
  readonly isAssumed?: boolean
}

/** What a chain has beyond the common rules; all of it published. */
export interface ChainRules {
  readonly letter: ChainLetter
  readonly route?: (supplies: readonly SupplyFact[]) => readonly RoutedSupply[]
  /** Share of the customer's purchases of the product, by `from>to`. */
  readonly shares: Readonly<Record<string, number>>
  /** Share of the customer's purchases that a product takes, by `customer id or stage`, then by product name. */
  readonly costs: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export interface FactChain {
  readonly enterprises: readonly Enterprise[]
  readonly supplies: readonly Supply[]
  readonly inputs: readonly Input[]
}

/** Purchases per unit of output, the default of the format. */
const PURCHASES = 0.6
/** Few listed inputs are never taken for all purchases: the sizes of a customer's inputs count as at least this sum. */
const LEAST_SIZES = 10
/** Share bought from suppliers who are not listed, the default of the format. */
const UNLISTED = 0.3
const PLACES = 4

const rounded = (value: number): number => Number(value.toFixed(PLACES))

interface Place {
  readonly stage: string
  readonly tier: number
  readonly region: string
}

/** The chain's rows from its facts, everything else by the rules. */
export function factChain(rules: ChainRules): FactChain {
  const facts = readFacts(rules.letter)
  const tiers = new Map(facts.stages.map(({ id, tier }) => [id, tier]))
  const places = new Map(
    facts.enterprises.map(({ id, stage, region }): [string, Place] => [id, { stage, tier: tiers.get(stage)!, region }]),
  )
  const routed = rules.route?.(facts.supplies) ?? facts.supplies
  const bought = routed.map((fact) => ({ fact, product: productOf(rules.letter, fact) }))
  const shares = sharesOf(bought, rules.shares)
  const supplies = bought.map((row) => supplyOf(row, shares, places))
  const selling = new Set(routed.map(({ from }) => from))
  return {
    enterprises: facts.enterprises.map((fact) => {
      const role = roleOf(fact.role)
      return {
        id: fact.id,
        name: { zh: fact.zh, en: fact.en },
        role,
        stage: fact.stage,
        region: regionName(fact.region),
        ...(selling.has(fact.id) ? {} : { finalDemand: finalDemandOf(tiers.get(fact.stage)!) }),
        spareCapacity: spareOf(role),
        sources: [fact.source],
        confidence: confidenceOf(fact.source),
        assumed: selling.has(fact.id) ? ['spareCapacity'] : ['finalDemand', 'spareCapacity'],
      }
    }),
    supplies,
    inputs: inputsOf(bought, supplies, places, rules.costs),
  }
}

/** Chinese names of the codes that the table of regions has for places abroad. */
const ABROAD: Readonly<Record<string, string>> = {
  KR: '韩国', JP: '日本', VN: '越南', MY: '马来西亚', DE: '德国', FR: '法国', 'FR/IT': '法国、意大利', NL: '荷兰', GB: '英国',
  UA: '乌克兰', US: '美国', 'US/BR/IN': '美国、巴西、印度', SA: '沙特阿拉伯', 'SA/内蒙古': '沙特阿拉伯、内蒙古', CD: '刚果（金）',
} // prettier-ignore

/** A region in both languages. */
export const regionName = (region: string): string => `${ABROAD[region] ?? region} · ${regionOf(region).en}`

/** Whether officers for firms abroad look after the region, as it stands in a chain. */
export const isLookedAfterAbroad = (region: string): boolean =>
  ['台湾', '香港', ...Object.values(ABROAD)].some((name) => region.startsWith(name))

interface Bought {
  readonly fact: RoutedSupply
  readonly product: Product
}

interface Share {
  readonly share: number
  readonly isPublished: boolean
}

/**
 * Shares by `from>to`: the published ones; beside them the other listed suppliers of the group share equally what the unlisted leave
 * of the rest. A group without a published share gets none: the engine then shares it out equally.
 */
function sharesOf(bought: readonly Bought[], published: ChainRules['shares']): ReadonlyMap<string, Share> {
  const groups = new Map<string, Bought[]>()
  for (const row of bought) {
    const key = JSON.stringify([row.fact.to, row.product.name])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const shares = new Map<string, Share>()
  for (const group of groups.values()) {
    const stated = ({ fact, product }: Bought) => (product.kind === 'noStock' ? 1 : published[pairOf(fact)])
    const sum = group.reduce((total, row) => total + (stated(row) ?? 0), 0)
    const others = group.filter((row) => stated(row) === undefined).length
    if (sum === 0) continue
    for (const row of group) {
      const share = stated(row) ?? rounded(((1 - sum) * (1 - UNLISTED)) / others)
      shares.set(pairOf(row.fact), { share, isPublished: stated(row) !== undefined })
    }
  }
  return shares
}

const pairOf = ({ from, to }: SupplyFact): string => `${from}>${to}`

function supplyOf(
  { fact, product }: Bought,
  shares: ReadonlyMap<string, Share>,
  places: ReadonlyMap<string, Place>,
): Supply {
  const { from, to, source, alsoFrom = [], isAssumed = false } = fact
  const pair = pairOf(fact)
  const given = shares.get(pair)
  const lead = leadDaysOf(regionOf(places.get(from)!.region), regionOf(places.get(to)!.region), product.freight)
  return {
    id: pair,
    from,
    to,
    product: product.name,
    ...(given ? { share: given.share } : {}),
    leadDays: lead,
    sources: [source, ...alsoFrom],
    confidence: isAssumed ? 'assumed' : confidenceOf(source),
    assumed: given?.isPublished === false ? ['share', 'leadDays'] : ['leadDays'],
  }
}

interface OpenInput {
  readonly enterprise: string
  readonly product: Product
  longestLead: number
}

function inputsOf(
  bought: readonly Bought[],
  supplies: readonly Supply[],
  places: ReadonlyMap<string, Place>,
  costs: ChainRules['costs'],
): Input[] {
  const groups = new Map<string, Map<string, OpenInput>>()
  bought.forEach(({ fact, product }, row) => {
    const ofCustomer = groups.get(fact.to) ?? new Map<string, OpenInput>()
    groups.set(fact.to, ofCustomer)
    const group = ofCustomer.get(product.name) ?? { enterprise: fact.to, product, longestLead: 0 }
    ofCustomer.set(product.name, group)
    group.longestLead = Math.max(group.longestLead, supplies[row]!.leadDays!)
  })
  return [...groups].flatMap(([customer, group]) => {
    const place = places.get(customer)!
    const shares = costSharesOf([...group.values()], costs[customer] ?? costs[place.stage] ?? {})
    return [...group.values()].map(({ enterprise, product, longestLead }, row) => ({
      enterprise,
      product: product.name,
      need: needOf(product.kind),
      coverDays: coverDaysOf(product.kind, place.tier, longestLead),
      costShare: shares[row]!,
      assumed: ['need', 'coverDays', 'costShare'],
    }))
  })
}

/** Published shares of the purchases as they are; what is left by the size of the others. */
function costSharesOf(inputs: readonly OpenInput[], published: Readonly<Record<string, number>>): number[] {
  const open = inputs.filter(({ product }) => published[product.name] === undefined)
  const given = inputs.reduce((sum, { product }) => sum + (published[product.name] ?? 0), 0)
  const sizes = open.reduce((sum, { product }) => sum + product.size, 0)
  const base = Math.max(sizes, LEAST_SIZES)
  return inputs.map(({ product }) => {
    const share = published[product.name]
    return rounded(PURCHASES * (share ?? ((1 - given) * product.size) / base))
  })
}
