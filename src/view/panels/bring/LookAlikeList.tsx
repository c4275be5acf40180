import { Button } from '@mantine/core'
import type { BroughtSummary, LookAlike, SameDecision } from '../../../model/bring.ts'
import { useWords } from '../../app-context.ts'
import type { StepProps } from './bring-session.ts'

/** Pairs drawn at once; the rest come as these are decided. */
const SHOWN = 30

/** Names that may mean one enterprise: a person decides on each. */
export function LookAlikeList({ state, session, brought }: StepProps & { readonly brought: BroughtSummary }) {
  const { t } = useWords()
  const { lookAlikes } = brought
  if (lookAlikes.length === 0) return null
  const mapping = state.mapping!
  const decide = (decisions: readonly SameDecision[]): void =>
    session.map({ ...mapping, same: [...mapping.same, ...decisions] }, 'keepsDirection')
  const same = ({ name, id }: LookAlike): SameDecision => ({ name, is: id })
  return (
    <fieldset className="bring-step">
      <legend>{t('bring.same.title')}</legend>
      <div className="bring-row">
        <span>{t('bring.same.count', { count: lookAlikes.length })}</span>
        <Button size="compact-xs" variant="default" onClick={() => decide(lookAlikes.map(same))}>
          {t('bring.same.all')}
        </Button>
      </div>
      <ul className="bring-pairs">
        {lookAlikes.slice(0, SHOWN).map((pair) => (
          <li key={pair.name}>
            <span>{t('bring.same.pair', { name: pair.name, other: pair.other })}</span>
            <Button
              size="compact-xs"
              aria-label={`${t('bring.same.yes')}: ${pair.name}`}
              onClick={() => decide([same(pair)])}
            >
              {t('bring.same.yes')}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`${t('bring.same.no')}: ${pair.name}`}
              onClick={() => decide([{ name: pair.name, is: null }])}
            >
              {t('bring.same.no')}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
