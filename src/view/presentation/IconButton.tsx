import { ActionIcon, Tooltip } from '@mantine/core'

export interface IconButtonProps {
  readonly label: string
  readonly sign: string
  readonly onClick: () => void
  readonly disabled?: boolean
  readonly className?: string
}

/** A sign that is a button; what it does stands in its label, shown on hover and read aloud. */
export function IconButton({ label, sign, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} {...rest}>
        {sign}
      </ActionIcon>
    </Tooltip>
  )
}
