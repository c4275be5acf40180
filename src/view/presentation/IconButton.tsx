import { ActionIcon, Tooltip } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'

export interface IconButtonProps {
  readonly label: string
  readonly sign: LucideIcon
  readonly onClick: () => void
  readonly disabled?: boolean
  readonly className?: string
}

/** Pixels; the signs of the page are all of one size. */
const ICON_SIZE = 17

/** A sign that is a button; what it does stands in its label, shown on hover and read aloud. */
export function IconButton({ label, sign: Sign, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} {...rest}>
        <Sign size={ICON_SIZE} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
