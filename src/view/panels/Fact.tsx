import { textIn } from '../../model/local-text.ts'
import { useDocument, useWords } from '../app-context.ts'
import { Defined } from './Defined.tsx'

export interface FactProps {
  readonly name: string
  readonly value: string
  readonly isAssumed?: boolean
  readonly definition?: string
}

/** One number with its unit; says on hover what it means, and whether it is assumed. */
export function Fact({ name, value, isAssumed = false, definition }: FactProps) {
  const { t } = useWords()
  const content = <dt tabIndex={definition ? 0 : undefined}>{name}</dt>
  return (
    <>
      <Defined definition={definition}>{content}</Defined>
      <dd>
        {value} {isAssumed && <span className="tag">{t('panels.card.assumed')}</span>}
      </dd>
    </>
  )
}

/** Titles and dates of the sources that a row names. */
export function Sources({
  ids,
  confidence,
}: {
  readonly ids: readonly string[] | undefined
  readonly confidence: 'stated' | 'likely' | 'assumed' | undefined
}) {
  const { t, language } = useWords()
  const sources = useDocument((state) => state.chain.sources) ?? []
  const named = (ids ?? []).flatMap((id) => {
    const source = sources.find((candidate) => candidate.id === id)
    return source ? [`${textIn(source.title, language)}${source.date ? `, ${source.date}` : ''}`] : [id]
  })
  return (
    <p className="meta">
      {t('panels.card.source')}
      {t('words.colon')}
      {named.length > 0 ? named.join('; ') : t('words.confidence.assumed')}
      {confidence && ` (${t(`words.confidence.${confidence}`)})`}
    </p>
  )
}
