import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import { enterpriseName } from '../../names.ts'

/** While a supply is drawn: says so, and opens its form once a customer is chosen. */
export function LinkingBar({ from }: { readonly from: string }) {
  const { t, language } = useWords()
  const { session } = useApp().stores
  const chain = useDocument((state) => state.chain)
  useEffect(() => {
    const stop = session.subscribe(({ selection }) => {
      if (selection?.kind !== 'enterprise') return
      session.setState({ linking: null, edit: { table: 'supplies', values: { from, to: selection.id } } })
    })
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      session.setState({ linking: null })
    }
    addEventListener('keydown', hear, true)
    return () => {
      stop()
      removeEventListener('keydown', hear, true)
    }
  }, [session, from])
  return (
    <div role="status" className="linking-bar">
      {t('edit.action.linking', { name: enterpriseName(chain, from, language) })}{' '}
      <Button size="compact-xs" variant="default" onClick={() => session.setState({ linking: null })}>
        {t('edit.action.stop')}
      </Button>
    </div>
  )
}
