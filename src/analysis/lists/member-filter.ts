import type { Enterprise } from '../../model/chain.ts'
import { provinceOf } from '../regions/province-of.ts'

/** Which members are looked at; '' and `any` = all. */
export interface MemberFilter {
  readonly industry: string
  /** Id of a province, as `provinceOf` gives it. */
  readonly province: string
  readonly size: 'any' | 'sme' | 'other'
  readonly owned: 'any' | 'foreign' | 'domestic'
}

export const EVERY_MEMBER: MemberFilter = { industry: '', province: '', size: 'any', owned: 'any' }

/** `sme`: by its present role in the table of enterprises. */
export function passes({ industry, region, role, foreign }: Enterprise, filter: MemberFilter): boolean {
  return (
    (filter.industry === '' || industry === filter.industry) &&
    (filter.province === '' || provinceOf(region) === filter.province) &&
    (filter.size === 'any' || (role === 'sme') === (filter.size === 'sme')) &&
    (filter.owned === 'any' || (foreign === true) === (filter.owned === 'foreign'))
  )
}
