import { Button, SegmentedControl } from '@mantine/core'
import { useMemo } from 'react'
import {
  coverageOf,
  type LeadingCoverage,
  type ListCoverage,
  type MissingSource,
} from '../../../analysis/lists/coverage.ts'
import type { Members } from '../../../analysis/lists/list-versions.ts'
import type { IsoDate } from '../../../model/chain.ts'
import { setMember } from '../../../state/actions/edit-lists.ts'
import { useApp, useComputed, useWords } from '../../app-context.ts'
import { useListNames } from './list-names.ts'
import { MemberLink } from './MemberLink.tsx'

/** Leading enterprises whose missing sources are named, and sources named of each. */
const NAMED_LEADING = 40
const NAMED = 8

export type Reach = 'direct' | 'whole'

interface CoverageProps {
  readonly date: IsoDate
  readonly members: Members
  readonly reach: Reach
  readonly onReach: (reach: Reach) => void
}

/** Null until the chain is indexed. */
export function useCoverage(members: Members): ListCoverage | null {
  const index = useComputed((state) => state.structure?.index)
  return useMemo(() => (index ? coverageOf(index, members) : null), [index, members])
}

/** How many leading enterprises have all sole sources on the list. */
export function CoverageSentence({ members, reach }: Pick<CoverageProps, 'members' | 'reach'>) {
  const { t } = useWords()
  const coverage = useCoverage(members)
  if (!coverage) return null
  const covered = reach === 'whole' ? coverage.covered : coverage.coveredDirect
  const all = coverage.leading.length
  return (
    <p className="lists-covered" role="status">
      <strong title={t('lists.coverage.help', { reach: t(`lists.coverage.${reach}`) })}>
        {all === 0 ? t('lists.coverage.noLeading') : t('lists.coverage.sentence', { covered, all })}
      </strong>{' '}
      <span className="meta">{t('lists.coverage.counted', { reach: t(`lists.coverage.${reach}`) })}</span>
    </p>
  )
}

/** Which sole sources are missing on the list, for each leading enterprise. */
export function CoverageTab({ date, members, reach, onReach }: CoverageProps) {
  const { t } = useWords()
  const index = useComputed((state) => state.structure?.index)
  const coverage = useCoverage(members)
  if (!index || !coverage) return null
  const isCounted = ({ steps }: MissingSource): boolean => reach === 'whole' || steps === 1
  const lacking = coverage.leading
    .map((each): LeadingCoverage => ({ ...each, missing: each.missing.filter(isCounted) }))
    .filter(({ missing }) => missing.length > 0)
  return (
    <section className="lists-coverage" aria-label={t('lists.coverage.title')}>
      <p className="meta">{t('lists.coverage.help', { reach: t(`lists.coverage.${reach}`) })}</p>
      <SegmentedControl
        size="xs"
        aria-label={t('lists.coverage.reach')}
        value={reach}
        onChange={onReach}
        data={(['direct', 'whole'] as const).map((value) => ({ value, label: t(`lists.coverage.${value}`) }))}
      />
      {lacking.length === 0 && coverage.leading.length > 0 && <p>{t('lists.coverage.all')}</p>}
      <ul>
        {lacking.slice(0, NAMED_LEADING).map((each) => (
          <Lacking key={each.row} of={each} ids={index.enterpriseIds} date={date} />
        ))}
      </ul>
      {lacking.length > NAMED_LEADING && (
        <p className="meta">{t('lists.coverage.moreLeading', { count: lacking.length - NAMED_LEADING })}</p>
      )}
    </section>
  )
}

interface LackingProps {
  readonly of: LeadingCoverage
  readonly ids: readonly string[]
  readonly date: IsoDate
}

function Lacking({ of: { row, missing }, ids, date }: LackingProps) {
  const { t } = useWords()
  const { stores } = useApp()
  const { name } = useListNames()
  return (
    <li>
      {t('lists.coverage.missing', { name: name(ids[row]!) })}{' '}
      {missing.slice(0, NAMED).map(({ supplier, steps }) => (
        <span key={supplier} className="lists-missing">
          <MemberLink id={ids[supplier]!} />
          {steps > 1 && <small> {t('lists.coverage.steps', { count: steps })}</small>}
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('lists.coverage.addOne', { name: name(ids[supplier]!) })}
            title={t('lists.coverage.addOne', { name: name(ids[supplier]!) })}
            onClick={() => setMember(stores, date, ids[supplier]!, 'core')}
          >
            +
          </Button>
        </span>
      ))}
      {missing.length > NAMED && t('lists.coverage.more', { count: missing.length - NAMED })}
    </li>
  )
}
