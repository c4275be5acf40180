import { useState, type ChangeEvent, type KeyboardEvent } from 'react'
import { dayNumber } from '../../../model/dates.ts'
import type { BlockState } from '../../../model/chain.ts'
import { MOST_VALUE } from '../../../model/limits.ts'
import { useWords } from '../../app-context.ts'
import { useTooLong } from '../../too-long.ts'
import { BLOCK_STATES } from '../block-draft.ts'

interface CellProps {
  /** What the field is and of which block, for who does not see the column. */
  readonly label: string
  readonly value: string
  readonly onDone: (text: string) => void
}

/** A field that looks like text until it is pointed at: Enter or leaving takes it, Esc gives the old text back. */
function useField({ value, onDone }: CellProps) {
  const [text, setText] = useState<string | null>(null)
  const tooLong = useTooLong()(text ?? '')
  const take = () => {
    if (tooLong !== null) return
    if (text !== null && text.trim() !== value) onDone(text.trim())
    setText(null)
  }
  return {
    text: text ?? value,
    setText,
    tooLong,
    take,
    onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Enter') {
        event.preventDefault()
        take()
      } else if (event.key === 'Escape' && text !== null) {
        event.preventDefault()
        event.stopPropagation()
        setText(null)
      }
    },
  }
}

/** The same where anything may be written that a file can hold. */
function useTextField({ placeholder, ...props }: CellProps & { readonly placeholder: string }) {
  const { text, setText, tooLong, take, onKeyDown } = useField(props)
  const given = {
    className: 'work-field',
    'aria-label': props.label,
    'aria-invalid': tooLong !== null,
    title: text,
    placeholder,
    value: text,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setText(event.currentTarget.value),
    onKeyDown,
    onBlur: take,
  } as const
  return { given, tooLong }
}

export function TextCell({ list, ...props }: CellProps & { readonly list?: string; readonly placeholder: string }) {
  const { given, tooLong } = useTextField(props)
  return (
    <>
      <input {...given} list={list} />
      <WorkError text={tooLong} />
    </>
  )
}

/** Several lines: what is to be done needs room. */
export function LongTextCell(props: CellProps & { readonly placeholder: string }) {
  const { given, tooLong } = useTextField(props)
  return (
    <>
      <textarea {...given} rows={2} />
      <WorkError text={tooLong} />
    </>
  )
}

const WorkError = ({ text }: { readonly text: string | null }) =>
  text !== null && (
    <span role="alert" className="work-error">
      {text}
    </span>
  )

/** @returns why the text is not taken, or null */
type Check = (text: string) => string | null

/** A field whose text must mean something; what it does not is said beside it, and the old value stays. */
export function CheckedCell({ type, check, unit, ...props }: CellProps & { readonly type: 'date' | 'number'; readonly check: Check; readonly unit?: string }) {
  const [error, setError] = useState<string | null>(null)
  const checked = {
    ...props,
    onDone: (next: string) => {
      const wrong = check(next)
      setError(wrong)
      if (wrong === null) props.onDone(next)
    },
  }
  const { text, setText, take, onKeyDown } = useField(checked)
  return (
    <>
      <span className="work-unit">
        <input
          className="work-field"
          type={type}
          step={type === 'number' ? 'any' : undefined}
          aria-label={props.label}
          aria-invalid={error !== null}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={take}
        />
        {unit !== undefined && <span aria-hidden="true">{unit}</span>}
      </span>
      <WorkError text={error} />
    </>
  )
} // prettier-ignore

/** A day of the calendar, not before the block begins; '' takes the date away. */
export function useDateCheck(since: string | null | undefined): Check {
  const { t } = useWords()
  return (text) => {
    if (text === '') return null
    if (Number.isNaN(dayNumber(text))) return t('work.wrong.date')
    return since && dayNumber(text) <= dayNumber(since) ? t('work.wrong.before', { since }) : null
  }
}

export function useEffortCheck(): Check {
  const { t } = useWords()
  return (text) => (Number(text) > 0 && Number(text) <= MOST_VALUE ? null : t('work.wrong.effort'))
}

export const STATE_SIGNS: Readonly<Record<BlockState, string>> = {
  found: '○',
  assigned: '◔',
  inHand: '◑',
  cleared: '●',
  notToBeCleared: '⊘',
}

interface StateSelectProps {
  readonly label: string
  readonly value: BlockState | ''
  readonly onState: (state: BlockState) => void
}

export function StateSelect({ label, value, onState }: StateSelectProps) {
  const { t } = useWords()
  return (
    <select
      className={`work-field work-state ${value}`}
      aria-label={label}
      value={value}
      onChange={(event) => onState(event.currentTarget.value as BlockState)}
    >
      {value === '' && <option value="">{t('work.assign.state')}</option>}
      {BLOCK_STATES.map((state) => (
        <option key={state} value={state}>
          {`${STATE_SIGNS[state]} ${t(`panels.blockState.${state}`)}`}
        </option>
      ))}
    </select>
  )
}
