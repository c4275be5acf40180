import { Component, lazy, Suspense, type ReactNode } from 'react'
import { loadWords } from '../i18n/areas.ts'

const RecoveryPage = lazy(async () => {
  await loadWords('storage')
  return { default: (await import('../view/panels/storage/RecoveryPage.tsx')).RecoveryPage }
})

interface FallibleState {
  readonly error: unknown
  readonly hasFailed: boolean
}

/** Shows what can be recovered in place of a page that cannot be shown: no chain may shut a person out of the others. */
export class Fallible extends Component<{ readonly children: ReactNode }, FallibleState> {
  override state: FallibleState = { error: null, hasFailed: false }

  static getDerivedStateFromError(error: unknown): FallibleState {
    return { error, hasFailed: true }
  }

  override render(): ReactNode {
    const { error, hasFailed } = this.state
    if (!hasFailed) return this.props.children
    const message = error instanceof Error ? error.message : String(error)
    return (
      <Suspense>
        <RecoveryPage message={message} onStart={() => this.setState({ error: null, hasFailed: false })} />
      </Suspense>
    )
  }
}
