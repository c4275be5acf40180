import { longDate } from '../../i18n/format.ts'
import type { app as words } from '../../i18n/en/app.ts'
import type { Edit } from '../../state/document.ts'
import { blockById } from '../../state/selectors.ts'
import { useDocument, useWords } from '../app-context.ts'
import { blockName } from '../names.ts'

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))

/** The name of an undo step in words. */
export function useStepName(): (edit: Edit | undefined) => string {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  return (edit) => {
    if (!edit) return ''
    const block = edit.values['block'] === undefined ? undefined : blockById(chain, edit.values['block'])
    const said = Object.entries(edit.values).map(([name, value]) => [
      name,
      isDay(value) ? longDate(value, language) : value,
    ])
    const values = {
      ...(Object.fromEntries(said) as Edit['values']),
      ...(block ? { block: blockName(chain, block, language) } : {}),
    }
    const text: unknown = t(`app.step.${edit.name as keyof typeof words.step}`, values as never)
    return typeof text === 'string' ? text : edit.name
  }
}
