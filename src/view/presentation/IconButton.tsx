import { ActionIcon, Tooltip } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'

export interface IconButtonProps {
  readonly label: string
  readonly sign: LucideIcon
  readonly onClick: () => void
  readonly disabled?: boolean
  readonly className?: string
  /** Of a sign that switches something on and off. */
  readonly isPressed?: boolean
}

/** Pixels; the signs of the page are all of one size. */
const ICON_SIZE = 17

/** A sign that is a button; what it does stands in its label, shown on hover and read aloud. */
export function IconButton({ label, sign: Sign, isPressed, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={isPressed ? 'light' : 'subtle'}
        color={isPressed ? 'blue' : 'gray'}
        aria-label={label}
        aria-pressed={isPressed}
        {...rest}
      >
        <Sign size={ICON_SIZE} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
