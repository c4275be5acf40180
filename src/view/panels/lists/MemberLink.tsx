import { useApp } from '../../app-context.ts'
import { useListNames } from './list-names.ts'

/** An enterprise by its name; a click selects it. */
export function MemberLink({ id }: { readonly id: string }) {
  const { stores } = useApp()
  const { name } = useListNames()
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => stores.session.setState({ selection: { kind: 'enterprise', id } })}
    >
      {name(id)}
    </button>
  )
}
