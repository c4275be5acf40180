import { Button } from '@mantine/core'
import type { BroughtSummary } from '../../../model/bring.ts'
import { useWords } from '../../app-context.ts'
import type { StepProps } from './bring-session.ts'

/** Where the answer is asked for. */
export const DIRECTION = 'bring-direction'

/** The first links as sentences: some sources store them against the flow. */
export function DirectionQuestion({ state, session, brought }: StepProps & { readonly brought: BroughtSummary }) {
  const { t } = useWords()
  if (brought.direction.length === 0) return null
  const mapping = state.mapping!
  const turn = (): void =>
    session.map({
      ...mapping,
      ...(mapping.graph && { graph: { ...mapping.graph, isReversed: !mapping.graph.isReversed } }),
      tables: mapping.tables.map((table) =>
        table.kind === 'supplies' ? { ...table, isReversed: !table.isReversed } : table,
      ),
    })
  return (
    <fieldset className={`bring-step ${DIRECTION}`}>
      <legend>{t('bring.direction.title')}</legend>
      <ul className="bring-sentences">
        {brought.direction.map((sample, at) => (
          <li key={at}>
            {t(sample.product === '' ? 'bring.direction.sentenceBare' : 'bring.direction.sentence', { ...sample })}
          </li>
        ))}
      </ul>
      <div className="bring-row">
        {!state.isConfirmed && <span>{t('bring.direction.ask')}</span>}
        <Button
          size="compact-sm"
          variant={state.isConfirmed ? 'light' : 'filled'}
          aria-pressed={state.isConfirmed}
          onClick={() => session.confirm()}
        >
          {t(state.isConfirmed ? 'bring.direction.confirmed' : 'bring.direction.yes')}
        </Button>
        {(mapping.tables.length > 0 || mapping.graph) && (
          <Button size="compact-sm" variant="default" onClick={turn}>
            {t('bring.direction.turn')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
