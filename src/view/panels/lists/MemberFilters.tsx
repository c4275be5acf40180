import { Button, NativeSelect } from '@mantine/core'
import { EVERY_MEMBER, type MemberFilter } from '../../../analysis/lists/member-filter.ts'
import { provinceOf } from '../../../analysis/regions/province-of.ts'
import { OTHER, TILES } from '../../../analysis/regions/province-tiles.ts'
import { localPart } from '../../../model/local-part.ts'
import { useWords } from '../../app-context.ts'
import { useListNames } from './list-names.ts'

interface MemberFiltersProps {
  readonly ids: readonly string[]
  readonly filter: MemberFilter
  /** Members that pass. */
  readonly shown: number
  readonly onFilter: (filter: MemberFilter) => void
}

const TILE_NAMES = new Map(TILES.map((tile) => [tile.id, tile]))

/** By industry, region, size and owners, always with how many are shown and a way back. */
export function MemberFilters({ ids, filter, shown, onFilter }: MemberFiltersProps) {
  const { t, language } = useWords()
  const { byId } = useListNames()
  const rows = ids.map((id) => byId.get(id)!)
  const order = new Intl.Collator(language)
  const sorted = (choices: readonly Choice[]) => choices.toSorted((a, b) => order.compare(a.label, b.label))
  const industries = [...new Set(rows.flatMap(({ industry }) => industry ?? []))]
  const provinces = [...new Set(rows.map(({ region }) => provinceOf(region)))]
  const any: Choice = { value: '', label: t('lists.members.any') }
  const all: Choice = { value: 'any', label: t('lists.members.any') }
  const choose = (field: keyof MemberFilter, label: string, data: readonly Choice[]) => (
    <NativeSelect
      size="xs"
      label={label}
      value={filter[field]}
      data={[...data]}
      onChange={(event) => onFilter({ ...filter, [field]: event.currentTarget.value })}
    />
  )
  const tile = (id: string): Choice => ({ value: id, label: TILE_NAMES.get(id)?.[language] ?? OTHER })
  const industry = (name: string): Choice => ({ value: name, label: localPart(name, language) })
  return (
    <div className="lists-filters">
      {choose('industry', t('lists.members.filterIndustry'), [any, ...sorted(industries.map(industry))])}
      {choose('province', t('lists.members.filterRegion'), [any, ...sorted(provinces.map(tile))])}
      {choose('size', t('lists.members.filterSize'), [
        all,
        { value: 'sme', label: t('lists.members.onlySme') },
        { value: 'other', label: t('lists.members.notSme') },
      ])}
      {choose('owned', t('lists.members.filterOwned'), [
        all,
        { value: 'foreign', label: t('lists.members.onlyForeign') },
        { value: 'domestic', label: t('lists.members.notForeign') },
      ])}
      <span role="status">{t('lists.members.shown', { shown, all: ids.length })}</span>
      {shown < ids.length && (
        <Button size="compact-xs" variant="default" onClick={() => onFilter(EVERY_MEMBER)}>
          {t('lists.members.reset')}
        </Button>
      )}
    </div>
  )
}

interface Choice {
  readonly value: string
  readonly label: string
}
