import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { asSought } from '../../../model/as-sought.ts'
import type { Problem } from '../../../model/problem.ts'
import { problemText } from '../../../i18n/problem-text.ts'
import { useWords } from '../../app-context.ts'
import { saveText } from '../planners/save-text.ts'

const SHOWN = 200

/** Everything that is wrong or odd with the files: filtered here, downloaded whole. */
export function BringProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t, language } = useWords()
  const [filter, setFilter] = useState('')
  const [onlyErrors, setOnlyErrors] = useState(false)
  const lines = useMemo(
    // What keeps rows out comes first.
    () =>
      problems
        .toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
        .map((problem) => ({ problem, text: problemText(problem, language) })),
    [problems, language],
  )
  const wanted = asSought(filter.trim())
  const shown = lines.filter(
    ({ problem, text }) =>
      (!onlyErrors || problem.severity === 'error') &&
      (wanted === '' || asSought(`${problem.code} ${text.place} ${text.what} ${text.detail}`).includes(wanted)),
  )
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const download = (): void => {
    const head = (['severity', 'place', 'what', 'detail', 'mend'] as const).map((name) => t(`bring.problems.${name}`))
    const rows = lines.map(({ problem, text }) => [
      text.severity,
      text.place,
      `${text.what} (${problem.code})`,
      text.detail,
      text.mend,
    ])
    saveText(t('bring.problems.file'), [head, ...rows])
  }
  return (
    <fieldset className="bring-step">
      <legend>{t('bring.problems.title')}</legend>
      {problems.length === 0 ? (
        <p>{t('bring.problems.none')}</p>
      ) : (
        <>
          <div className="bring-row">
            <span>
              {t('bring.problems.errors', { count: errors })} ·{' '}
              {t('bring.problems.warnings', { count: problems.length - errors })}
            </span>
            <TextInput
              size="xs"
              aria-label={t('bring.problems.filter')}
              placeholder={t('bring.problems.filter')}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
            />
            <Checkbox
              size="xs"
              label={t('bring.problems.onlyErrors')}
              checked={onlyErrors}
              onChange={(event) => setOnlyErrors(event.currentTarget.checked)}
            />
            <Button size="compact-xs" variant="default" onClick={download}>
              {t('bring.problems.download')}
            </Button>
          </div>
          <ul className="bring-problems">
            {shown.slice(0, SHOWN).map(({ problem, text }, at) => (
              <li key={at} data-severity={problem.severity}>
                <span className="bring-kind">{text.severity}</span> <code>{text.place}</code> {text.sentence}
                {language === 'zh' ? '。' : '. '}
                <span className="bring-quiet">{text.mend}</span>
              </li>
            ))}
          </ul>
          {shown.length > SHOWN && <p>{t('bring.problems.more', { count: shown.length - SHOWN })}</p>}
        </>
      )}
    </fieldset>
  )
}
