import { Button } from '@mantine/core'

export interface ActionButtonProps {
  readonly name: string
  /** The key that does the same while the map has the focus; written beside the name. */
  readonly keyName?: string
  readonly isMain?: boolean
  /** What it does it to, where the name alone leaves that open. */
  readonly title?: string | undefined
  readonly onClick: () => void
}

export function ActionButton({ name, keyName, isMain = false, title, onClick }: ActionButtonProps) {
  return (
    <Button size="compact-sm" variant={isMain ? 'filled' : 'default'} title={title} onClick={onClick}>
      {name}
      {keyName && <kbd aria-hidden="true">{keyName}</kbd>}
    </Button>
  )
}
