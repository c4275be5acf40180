import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { leadingRows, outputCurve } from '../../analysis/figures.ts'
import { shortDate, signed } from '../../i18n/format.ts'
import type { Outcome } from '../../state/computed.ts'
import { undo, type Edit } from '../../state/document.ts'
import { dateOfDay } from '../../state/selectors.ts'
import { useApp, useComputed, useDocument, useWords } from '../app-context.ts'
import { useStepName } from '../presentation/step-name.ts'

const ID = 'cleared'

/** Says what a clearing brings, with the way back; a further clearing takes the notice's place. */
export function sayCleared(edit: Edit, closeLabel: string): void {
  notifications.hide(ID)
  notifications.show({
    id: ID,
    autoClose: 12_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': closeLabel },
    message: <ClearedNotice edit={edit} />,
  })
}

/** Goes as soon as its step is no longer the last one. */
function ClearedNotice({ edit }: { readonly edit: Edit }) {
  const { t } = useWords()
  const { stores } = useApp()
  const nameOf = useStepName()
  const last = useDocument((state) => state.past.at(-1))
  const outcome = useBeforeGone(
    useComputed((state) => state.outcome),
    last === edit,
  )
  useEffect(() => {
    if (last !== edit) notifications.hide(ID)
  }, [last, edit])
  return (
    <div className="cleared-notice">
      <div>
        <strong>{nameOf(edit)}</strong>
        {outcome?.wave && <Effect outcome={outcome} />}
      </div>
      <Button size="compact-sm" variant="default" onClick={() => undo(stores.document)}>
        {t('app.cleared.takeBack')}
      </Button>
    </div>
  )
}

/** A notice on its way out keeps its words: changed they would be read out once more. */
function useBeforeGone<Value>(value: Value, isThere: boolean): Value {
  const [kept, setKept] = useState(value)
  if (isThere && kept !== value) setKept(value)
  return isThere ? value : kept
}

/** What all clearings of the scenario bring together, against none. */
function Effect({ outcome: { played, nothingCleared, wave, scenario } }: { readonly outcome: Outcome }) {
  const { t, language } = useWords()
  const leading = leadingRows(played.index)
  const sum = (run: Outcome['played']['run']) =>
    outputCurve(played.index, run, leading).reduce((all, day) => all + day, 0)
  const felt = leading.map((row) => wave!.feels[row]!).filter((day) => day >= 0)
  const winners = wave!.gainDays.filter((days) => days > SOME_DAYS).length
  const losers = wave!.gainDays.filter((days) => days < -SOME_DAYS).length
  return (
    <p>
      {t('app.cleared.effect', {
        count: winners,
        days: signed(sum(played.run) - sum(nothingCleared.run), 2, language),
      })}
      {t('words.gap')}
      {felt.length > 0
        ? t('app.cleared.felt', { date: shortDate(dateOfDay(scenario, Math.min(...felt)), language) })
        : t('app.cleared.notFelt')}
      {losers > 0 && `${t('words.gap')}${t('app.cleared.losers', { count: losers })}`}
    </p>
  )
}

/** Days of full output below which nobody counts as having won or lost. */
const SOME_DAYS = 1e-9
