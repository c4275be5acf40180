import { decimal, percent } from '../../i18n/format.ts'
import { useComputed, useDocument, useWords } from '../app-context.ts'
import { enterpriseById } from '../../state/selectors.ts'
import type { ShownDay } from '../shown-day.ts'
import { Fact } from './Fact.tsx'

/** The figures of an enterprise, each with its unit, its definition, and a mark where it is assumed. */
export function EnterpriseFacts({ shown, row }: { readonly shown: ShownDay; readonly row: number }) {
  const { t, language } = useWords()
  const assumed = useComputed((state) => state.structure?.assumed)
  const chain = useDocument((state) => state.chain)
  const { index } = shown.outcome.played
  const marked = enterpriseById(chain, index.enterpriseIds[row]!)?.assumed ?? []
  const perDay = (value: number) => `${decimal(value, 3, language)} ${t('panels.card.perDay')}`
  return (
    <>
      <h3>{t('panels.card.numbers')}</h3>
      <dl>
        <Fact
          name={t('panels.card.outputPerDay')}
          value={perDay(index.output[row]!)}
          isAssumed={assumed?.output[row] === 1}
          definition={t('panels.card.definition.outputPerDay')}
        />
        <Fact
          name={t('panels.card.finalDemand')}
          value={perDay(index.finalDemand[row]!)}
          isAssumed={assumed?.finalDemand[row] === 1 || marked.includes('finalDemand')}
          definition={t('panels.card.definition.finalDemand')}
        />
        <Fact
          name={t('panels.card.spare')}
          value={percent(index.spare[row]!, language)}
          isAssumed={marked.includes('spareCapacity')}
          definition={t('panels.card.definition.spare')}
        />
        <Fact
          name={t('panels.card.staff')}
          value={percent(shown.view.staffReturn[row]!, language)}
          definition={t('panels.card.definition.staff')}
        />
      </dl>
    </>
  )
}
