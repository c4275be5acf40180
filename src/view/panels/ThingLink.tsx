import type { ReactNode } from 'react'
import { useApp, useDocument, useWords } from '../app-context.ts'
import { blockNameById, rowName } from '../names.ts'
import type { ShownDay } from '../shown-day.ts'

/** The name of an enterprise; a click selects it. */
export function EnterpriseLink({ shown, row }: { readonly shown: ShownDay; readonly row: number }) {
  const { language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const { index } = shown.outcome.played
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => stores.session.setState({ selection: { kind: 'enterprise', id: index.enterpriseIds[row]! } })}
    >
      {rowName(chain, index, row, language)}
    </button>
  )
}

/** A block by its name, or by the words given; a click selects it. */
export function BlockLink({ id, children }: { readonly id: string; readonly children?: ReactNode }) {
  const { language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const name = blockNameById(chain, id, language)
  return (
    <button
      type="button"
      className="link-button"
      title={name}
      onClick={() => stores.session.setState({ selection: { kind: 'block', id } })}
    >
      {children ?? name}
    </button>
  )
}
