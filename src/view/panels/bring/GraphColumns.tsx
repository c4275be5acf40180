import { NativeSelect } from '@mantine/core'
import { GRAPH_FIELDS, type GraphMapping, type MappedAttribute } from '../../../model/graph-mapping.ts'
import { useWords } from '../../app-context.ts'
import type { StepProps } from './bring-session.ts'

const OWNERS = ['node', 'edge'] as const

/** What each attribute of another program's graph stands for, with its first values; a person confirms or changes what its name told. */
export function GraphColumns({ state, session, graph }: StepProps & { readonly graph: GraphMapping }) {
  const { t } = useWords()
  const choose = (chosen: MappedAttribute, field: string | null): void => {
    // A field has one attribute: choosing it here takes it from where it was.
    const attributes = graph.attributes.map((each) => {
      if (each === chosen) return { ...each, field }
      return each.of === chosen.of && field !== null && each.field === field ? { ...each, field: null } : each
    })
    session.map({ ...state.mapping!, graph: { ...graph, attributes } }, 'keepsDirection')
  }
  return (
    <fieldset className="bring-step">
      <legend>{t('bring.graph.title')}</legend>
      {OWNERS.map((of) => (
        <div key={of} className="bring-table">
          <strong>{t(`bring.graph.${of}`)}</strong>
          <div className="bring-row">
            {graph.attributes
              .filter((each) => each.of === of)
              .map((each) => (
                <AttributeSelect key={each.attribute} attribute={each} onChoose={(field) => choose(each, field)} />
              ))}
          </div>
        </div>
      ))}
    </fieldset>
  )
}

interface AttributeSelectProps {
  readonly attribute: MappedAttribute
  readonly onChoose: (field: string | null) => void
}

type OfferedField = (typeof GRAPH_FIELDS)[MappedAttribute['of']][number]

function AttributeSelect({ attribute, onChoose }: AttributeSelectProps) {
  const { t } = useWords()
  const { of, field, examples, count } = attribute
  const offered: readonly string[] = GRAPH_FIELDS[of]
  // An attribute with the very name of one of our other fields keeps it.
  const fields = field === null || offered.includes(field) ? offered : [...offered, field]
  const labelOf = (name: string): string => {
    if (name === 'name.zh' || name === 'name.en')
      return t(`bring.graph.fields.${name === 'name.zh' ? 'nameZh' : 'nameEn'}`)
    return offered.includes(name) ? t(`bring.fields.${name as Exclude<OfferedField, 'name.zh' | 'name.en'>}`) : name
  }
  return (
    <NativeSelect
      size="xs"
      label={t('bring.graph.attribute', { attribute: attribute.attribute })}
      description={t('bring.graph.examples', { count, examples: examples.map(String).join(', ').slice(0, 60) })}
      value={field ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      data={[
        { value: '', label: t('bring.columns.none') },
        ...fields.map((name) => ({ value: name, label: labelOf(name) })),
      ]}
    />
  )
}
