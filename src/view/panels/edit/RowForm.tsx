import { Autocomplete, Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { Suspense, useState } from 'react'
import { flushSync } from 'react-dom'
import { problemText } from '../../../i18n/problem-text.ts'
import type { Block } from '../../../model/chain.ts'
import { MOST_VALUE } from '../../../model/limits.ts'
import type { Problem } from '../../../model/problem.ts'
import type { Clearance } from '../../../state/actions/clearance.ts'
import type { EditTarget } from '../../../state/session.ts'
import { cellText, readCell } from '../../../state/edits/cell-text.ts'
import { EDIT_FIELDS, isFixed, type EditField } from '../../../state/edits/field-list.ts'
import {
  clearedBy,
  errorsAfter,
  freeIds,
  rowsOf,
  type CellEdit,
  type TableChange,
} from '../../../state/edits/table-change.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import { Dialog } from '../../Dialog.tsx'
import { useChoices } from './CellEditor.tsx'
import { LateAskEvidence } from './late-evidence.ts'
import { useCellWords, useEditing, useEditWords, type Clearing } from './use-editing.ts'

type Texts = Readonly<Record<string, string>>

/** Form of one row of any table: a new one, or one that is there. */
export function RowForm({ target, onClose }: { readonly target: EditTarget; readonly onClose: () => void }) {
  const { t } = useWords()
  const { table, position } = target
  const fields = EDIT_FIELDS[table].filter((field) => !isFixed(field))
  const form = useRowForm(target, fields, onClose)
  const editing = useEditing()
  if (form.asking)
    return (
      <Dialog title={t('edit.clear.title')} onClose={form.goBack} size="lg">
        <Suspense>
          <LateAskEvidence blocks={form.asking.blocks} onCancel={form.goBack} onDone={form.saveCleared} />
        </Suspense>
      </Dialog>
    )
  return (
    <Dialog title={t(`edit.form.${position === undefined ? 'add' : 'change'}.${table}`)} onClose={onClose} size="lg">
      <form
        // What is missing is said beside each field, in the language of the page and all at once.
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          flushSync(form.save)
          event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
        }}
      >
        {form.general !== '' && <p role="alert">{form.general}</p>}
        {fields.map((field, at) => (
          <FormField
            isFirst={at === 0}
            key={field.name}
            field={field}
            text={form.texts[field.name] ?? ''}
            error={form.errors[field.name]}
            onText={(text) => form.setText(field.name, text)}
          />
        ))}
        <Group mt="md">
          <Button type="submit">{t('edit.form.save')}</Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          {position !== undefined && (
            <Button variant="default" onClick={() => editing.remove(table, [position]) && onClose()}>
              {t('edit.form.remove')}
            </Button>
          )}
        </Group>
      </form>
    </Dialog>
  )
}

interface FormFieldProps {
  readonly field: EditField
  readonly isFirst: boolean
  readonly text: string
  readonly error: string | undefined
  readonly onText: (text: string) => void
}

function FormField({ field, isFirst, text, error, onText }: FormFieldProps) {
  const { fieldWord, fieldHelp } = useEditWords()
  const choices = useChoices(field)
  const given = {
    label: fieldWord(field),
    description: fieldHelp(field) || undefined,
    error,
    value: text,
    required: field.isRequired,
    withAsterisk: field.isRequired,
    styles: { description: { color: 'inherit' } },
    mt: 'xs',
    'data-autofocus': isFirst || undefined,
  } as const
  if (field.kind === 'choice' || field.kind === 'flag')
    return <NativeSelect {...given} data={['', ...choices]} onChange={(event) => onText(event.currentTarget.value)} />
  // The field that the form begins with does not cover the others with its list before anybody asks for it.
  if (choices.length > 0)
    return <Autocomplete {...given} openOnFocus={!isFirst} data={[...new Set(choices)]} onChange={onText} />
  return <TextInput {...given} onChange={(event) => onText(event.currentTarget.value)} />
}

/** The range in words leaves out the highest value of all, which hardly anybody passes. */
const isTooHigh = ({ found = '' }: Problem): boolean => Number(found) > MOST_VALUE

function useRowForm({ table, position, values }: EditTarget, fields: readonly EditField[], onClose: () => void) {
  const { language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const words = useCellWords()
  const { expectedWord, refusedWord } = useEditWords()
  const { saveRow } = useEditing()
  const old = position === undefined ? (values ?? {}) : (rowsOf(chain, table)[position] ?? {})
  const [first] = useState<Texts>(() =>
    Object.fromEntries(fields.map((field) => [field.name, cellText(old[field.name], field, words)])),
  )
  const [texts, setTexts] = useState(first)
  const [errors, setErrors] = useState<Texts>({})
  const [general, setGeneral] = useState('')
  const [asking, setAsking] = useState<{ readonly change: TableChange; readonly blocks: readonly Block[] } | null>(null)
  /** @param wrong what is beside each field already: what else is said of the row may follow from it */
  const refuse = (problems: readonly Problem[], wrong: Texts = {}) => {
    const beside: Record<string, string> = {}
    let rest = ''
    for (const problem of problems) {
      const { what, detail, mend } = problemText(problem, language)
      const text = [what, detail, mend].filter(Boolean).join(' · ')
      const name = /\]\.([^.[]+)/.exec(problem.path ?? '')?.[1] ?? ''
      const field = problem.path?.startsWith(table) ? fields.find((each) => each.name === name) : undefined
      if (field === undefined) rest = text
      else if (problem.expected === 'YYYY-MM-DD') beside[name] = expectedWord(problem.expected)
      else if (problem.code === 'LIMIT') beside[name] = refusedWord(texts[name] ?? '', '')
      else beside[name] = problem.code === 'NUMBER' && !isTooHigh(problem) ? expectedWord(field.range) : text
    }
    setErrors({ ...beside, ...wrong })
    setGeneral(Object.keys(wrong).length > 0 ? '' : rest)
  }
  const save = () => {
    const wrong: Record<string, string> = {}
    const cells: CellEdit[] = []
    for (const field of fields) {
      const text = texts[field.name] ?? ''
      if (position !== undefined && text === first[field.name]) continue
      const read = readCell(text, field, words, old[field.name])
      if ('expected' in read) wrong[field.name] = expectedWord(read.expected)
      else if (read.value !== undefined || position !== undefined)
        cells.push({ row: position ?? -1, field: field.name, value: read.value })
    }
    const isWrong = Object.keys(wrong).length > 0
    if (cells.length === 0) return isWrong ? refuse([], wrong) : onClose()
    const hasId = EDIT_FIELDS[table].some(isFixed)
    const id = hasId ? { id: freeIds(chain, table, table.slice(0, 1))() } : {}
    const row = { ...id, ...Object.fromEntries(cells.map(({ field, value }) => [field, value])) }
    const change = position === undefined ? { table, cells: [], rows: [row] } : { table, cells, rows: [] }
    // What would be refused is said all at once, and before anybody is asked for the evidence.
    const problems = errorsAfter(chain, change)
    if (isWrong || problems.length > 0) return refuse(problems, wrong)
    const blocks = clearedBy(chain, change)
    if (blocks.length > 0) return setAsking({ change, blocks })
    take(change)
  }
  const take = (change: TableChange, clearing?: Clearing) => {
    setAsking(null)
    const problems = saveRow(change, clearing)
    if (problems.length > 0) return refuse(problems)
    if (position === undefined && table === 'enterprises')
      stores.session.setState({ selection: { kind: 'enterprise', id: String(change.rows[0]!.id) } })
    onClose()
  }
  const saveCleared = (clearance: Clearance, thing: string) =>
    asking && take(asking.change, { ids: asking.blocks.map(({ id }) => id), clearance, thing })
  const setText = (name: string, text: string) => setTexts({ ...texts, [name]: text })
  return { texts, setText, errors, general, save, asking, saveCleared, goBack: () => setAsking(null) }
}
