import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { useTooLong } from '../../too-long.ts'

interface LeaveFieldProps extends Pick<TextInputProps, 'label' | 'aria-label' | 'placeholder' | 'type' | 'style'> {
  readonly text: string
  readonly onLeave: (text: string) => void
}

/** A text that is one step of the history, taken over when the field is left or Enter is pressed. */
export function LeaveField({ text, onLeave, ...props }: LeaveFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const error = useTooLong()(typed ?? '')
  const leave = () => {
    if (error !== null) return
    if (typed !== null && typed !== text) onLeave(typed)
    setTyped(null)
  }
  return (
    <TextInput
      size="xs"
      value={typed ?? text}
      error={error}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
        if (event.key !== 'Escape' || typed === null) return
        event.preventDefault()
        event.stopPropagation()
        setTyped(null)
      }}
      {...props}
    />
  )
}
