import { Button, NumberInput, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { PAPER_SIZES } from '../../../model/handout-formats.ts'
import { scenesOf } from '../../../model/scenes.ts'
import { textIn } from '../../../model/local-text.ts'
import { longDate } from '../../../i18n/format.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import type { HandoutWish } from '../../app-context.ts'
import { useDocument, useWords } from '../../app-context.ts'
import { useShownDay } from '../../shown-day.ts'
import { useMaking } from './use-making.ts'

type Format = HandoutWish['format']
type Choices = Omit<HandoutWish, 'format'>

const FORMATS = [
  'png',
  'picture',
  'pages',
  'report',
  'story',
  'slides',
  'worksheet',
] as const satisfies readonly Format[]
const LANGUAGES = ['zh', 'en'] as const

/** Pictures, pages, report and slides of the shown day, each with its own choices. */
export function RoomFormats() {
  const { t, language } = useWords()
  const shown = useShownDay()
  const hasScenes = useDocument((state) => scenesOf(state.chain).length > 0)
  const [choices, setChoices] = useState<Choices>({ language, crews: 1, paper: 'a4', width: 2400 })
  const { making, make, cancel } = useMaking()
  const scenario = shown?.outcome.scenario
  if (!scenario) return <p>{t('handout.room.noScenario')}</p>
  const formats = hasScenes ? FORMATS : FORMATS.filter((format) => format !== 'story')
  const place = {
    scenario: textIn(scenario.name, language) || scenario.id,
    date: longDate(dateOfDay(scenario, shown.day), language),
  }
  return (
    <section aria-labelledby="handout-room">
      <h3 id="handout-room">{t('handout.room.title')}</h3>
      <p>{t('handout.room.intro', place)}</p>
      <SegmentedControl
        size="xs"
        aria-label={t('handout.room.language')}
        value={choices.language}
        onChange={(value) => setChoices({ ...choices, language: value })}
        data={LANGUAGES.map((value) => ({ value, label: t(`handout.room.languages.${value}`) }))}
      />
      <ul className="handout-formats">
        {formats.map((format) => (
          <li key={format}>
            <div>
              <strong>{t(`handout.room.formats.${format}.name`)}</strong>
              <p>{t(`handout.room.formats.${format}.use`)}</p>
            </div>
            <div>
              <FormatChoices format={format} choices={choices} onChange={setChoices} />
            </div>
            {making?.format === format ? (
              <Making making={making} onCancel={cancel} />
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                disabled={making !== null}
                aria-label={t('handout.room.makeFormat', { format: t(`handout.room.formats.${format}.name`) })}
                onClick={() => make({ ...choices, format })}
              >
                {t('handout.room.make')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ChoicesProps {
  readonly format: Format
  readonly choices: Choices
  readonly onChange: (choices: Choices) => void
}

function FormatChoices({ format, choices, onChange }: ChoicesProps) {
  const { t } = useWords()
  if (format === 'pages')
    return (
      <SegmentedControl
        size="xs"
        aria-label={t('handout.room.paper')}
        value={choices.paper}
        onChange={(value) => onChange({ ...choices, paper: value })}
        data={PAPER_SIZES.map((value) => ({ value, label: t(`handout.room.papers.${value}`) }))}
      />
    )
  const field = format === 'png' ? 'width' : format === 'report' || format === 'slides' ? 'crews' : null
  if (field === null) return null
  return (
    <NumberInput
      size="xs"
      w={140}
      label={t(`handout.room.${field}`)}
      aria-label={`${t(`handout.room.formats.${format}.name`)}: ${t(`handout.room.${field}`)}`}
      min={field === 'width' ? 400 : 1}
      max={field === 'width' ? 12_000 : 50}
      step={field === 'width' ? 400 : 1}
      value={choices[field]}
      onChange={(value) => onChange({ ...choices, [field]: Number(value) || choices[field] })}
    />
  )
}

interface MakingProps {
  readonly making: { readonly done: number; readonly total: number }
  readonly onCancel: () => void
}

/** How far it is, and the way out. */
function Making({ making: { done, total }, onCancel }: MakingProps) {
  const { t } = useWords()
  return (
    <div role="status">
      {total > 0 ? t('handout.room.making', { done, total }) : t('handout.room.starting')}{' '}
      <Button size="compact-sm" variant="default" onClick={onCancel}>
        {t('handout.room.cancel')}
      </Button>
    </div>
  )
}
