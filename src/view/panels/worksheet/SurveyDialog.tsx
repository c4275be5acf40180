import { Button, Group, NativeSelect } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { askedEnterprises, type Asked } from '../../../analysis/surveys.ts'
import type { Chain, Role } from '../../../model/chain.ts'
import { textIn } from '../../../model/local-text.ts'
import { INDUSTRIES, QUESTIONS, type IndustryId } from '../../../model/surveys/questions.ts'
import { SURVEY_COLUMNS } from '../../../model/surveys/survey-columns.ts'
import { useApp, useDocument, useWords, type SurveyWish } from '../../app-context.ts'
import { Dialog } from '../../Dialog.tsx'

const ROLES: readonly Role[] = ['leading', 'core', 'sme']

/** A table to send out: which industry's questions, which enterprises, which kind of file; and the way back. */
export function SurveyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { stores, commands } = useApp()
  const chain = useDocument((state) => state.chain)
  const [industry, setIndustry] = useState<IndustryId>(() => likeliest(chain))
  const [who, setWho] = useState('industry')
  const asked = askedOf(who)
  const count = askedEnterprises(chain, industry, asked).length
  const questions = QUESTIONS[industry].length
  const write = (ending: SurveyWish['ending']): void => {
    commands
      .survey({ industry, asked, ending })
      .then((name) => notifications.show({ message: t('work.survey.written', { name }) }))
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        notifications.show({ color: 'red', message: t('work.survey.failed', { reason }) })
      })
  }
  return (
    <Dialog onClose={onClose} title={t('work.survey.title')} size="lg">
      <p>{t('work.survey.intro')}</p>
      <Group grow align="start">
        <NativeSelect
          label={t('work.survey.industry')}
          value={industry}
          onChange={(event) => setIndustry(event.currentTarget.value as IndustryId)}
          data={INDUSTRIES.map((value) => ({ value, label: t(`work.survey.industries.${value}`) }))}
        />
        <NativeSelect
          label={t('work.survey.who')}
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
          data={useChoices(chain, industry)}
        />
      </Group>
      <p role="status">
        {count === 0
          ? t('work.survey.noneFits')
          : t('work.survey.asked', { count, columns: SURVEY_COLUMNS.length + questions, questions })}
      </p>
      <Group>
        <Button onClick={() => write('.xlsx')}>{t('work.survey.xlsx')}</Button>
        <Button variant="default" onClick={() => write('.csv')}>
          {t('work.survey.csv')}
        </Button>
        <Button ml="auto" variant="subtle" onClick={() => stores.session.setState({ table: 'bring' })}>
          {t('work.survey.back')}
        </Button>
      </Group>
    </Dialog>
  )
}

/** The survey for which most enterprises of this chain are known. */
function likeliest(chain: Chain): IndustryId {
  const counts = INDUSTRIES.map((id) => askedEnterprises(chain, id, { by: 'industry' }).length)
  return INDUSTRIES[counts.indexOf(Math.max(...counts))]!
}

/** Values of the field: `industry`, `all`, `role leading`, `stage <id>`. */
function askedOf(who: string): Asked {
  if (who.startsWith('stage ')) return { by: 'stage', stage: who.slice('stage '.length) }
  const role = ROLES.find((each) => who === `role ${each}`)
  if (role) return { by: 'role', role }
  return { by: who === 'all' ? 'all' : 'industry' }
}

function useChoices(chain: Chain, industry: IndustryId) {
  const { t, language } = useWords()
  const countOf = (asked: Asked) => askedEnterprises(chain, industry, asked).length
  return [
    { value: 'industry', label: t('work.survey.fitting', { count: countOf({ by: 'industry' }) }) },
    { value: 'all', label: t('work.survey.everybody', { count: chain.enterprises.length }) },
    ...ROLES.map((role) => ({
      value: `role ${role}`,
      label: t('work.survey.role', { role: t(`words.role.${role}`), count: countOf({ by: 'role', role }) }),
    })),
    ...chain.stages.map(({ id, name }) => ({
      value: `stage ${id}`,
      label: t('work.survey.stage', { name: textIn(name, language), count: countOf({ by: 'stage', stage: id }) }),
    })),
  ]
}
