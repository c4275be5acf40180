import { Button, Menu, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { fieldText, sceneText } from '../../../i18n/scene-text.ts'
import { textIn, type Language } from '../../../model/local-text.ts'
import type { Scene, SceneAnswer } from '../../../model/scenes.ts'
import { changeScene } from '../../../state/actions/edit-scenes.ts'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { useTooLong } from '../../too-long.ts'
import { SceneActions } from './SceneActions.tsx'

type Part = 'name' | 'words' | 'notes'

/** Words of one scene in both languages, with figures to insert, and how they read now. An edit is one step, when its field is left. */
export function SceneWords({ scene, answer }: { readonly scene: Scene; readonly answer: SceneAnswer | undefined }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const put = (part: Part, lng: Language, text: string) => {
    const now = { zh: textIn(scene[part], 'zh'), en: textIn(scene[part], 'en') }
    if (now[lng] !== text) changeScene(stores, { ...scene, [part]: { ...now, [lng]: text } })
  }
  const claims = (scene.claims ?? []).join('\n')
  const putClaims = (text: string) => {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    if (lines.join('\n') !== claims) changeScene(stores, { ...scene, claims: lines })
  }
  return (
    <div className="scene-words" role="group" aria-label={t('present.edit')}>
      <div className="scene-shown">
        <strong>{t('present.asShown')}</strong>
        <p>{answer ? sceneText(scene.words, answer, language) : t('present.computing')}</p>
        <SceneActions scene={scene} />
        <InsertFigure
          onInsert={(field) => put('words', language, `${textIn(scene.words, language)} {{${field}}}`.trim())}
        />
      </div>
      {(['name', 'words', 'notes'] as const).map((part) =>
        (['zh', 'en'] as const).map((lng) => (
          <TextField
            key={part + lng}
            label={t(`present.${part}${lng === 'zh' ? 'Zh' : 'En'}`)}
            isLong={part !== 'name'}
            text={ownText(scene[part], lng)}
            onLeave={(text) => put(part, lng, text)}
          />
        )),
      )}
      <TextField
        label={t('present.claims', { example: '{{gain:handle}} = 0', interpolation: { skipOnVariables: true } })}
        isLong
        text={claims}
        onLeave={putClaims}
      />
      <ul className="scene-claims">
        {answer?.claims.map(({ claim, verdict }) => (
          <li key={claim} className={verdict === 'holds' ? '' : 'claim-fails'}>
            {verdict === 'holds' ? '✓' : '⚠'} {claim} {sides(claim, answer, language)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Text in this very language; a plain text stands for both. */
const ownText = (text: Scene['notes'], language: Language): string =>
  typeof text === 'string' ? text : (text?.[language] ?? '')

/** What the fields of a claim are now. */
const sides = (claim: string, answer: SceneAnswer, language: Language): string =>
  [...claim.matchAll(/\{\{\s*([^{}]+?)\s*\}\}/g)]
    .map(([, field = '']) => `(${fieldText(field, answer.fields[field], language)})`)
    .join(' ')

interface TextFieldProps {
  readonly label: string
  readonly isLong: boolean
  readonly text: string
  readonly onLeave: (text: string) => void
}

/** Keeps what is typed until the field is left, so that a text is one step of the history. */
function TextField({ label, isLong, text, onLeave }: TextFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const error = useTooLong()(typed ?? '')
  const common = {
    size: 'xs',
    label,
    error,
    value: typed ?? text,
    onBlur: () => {
      if (error !== null) return
      if (typed !== null) onLeave(typed)
      setTyped(null)
    },
  } as const
  return isLong ? (
    <Textarea {...common} autosize minRows={2} maxRows={6} onChange={(event) => setTyped(event.currentTarget.value)} />
  ) : (
    <TextInput {...common} onChange={(event) => setTyped(event.currentTarget.value)} />
  )
}

const FREE = [
  'date', 'day', 'days', 'operatingRate', 'staffReturn', 'outputRecovery', 'leadingOutput', 'stopped', 'stoppedByOthers', 'blocksOpen',
] as const // prettier-ignore
const OF_ENTERPRISE = { name: '', level: '', lost: '', firstDay: ':0.8' } as const
const OF_BLOCK = ['gain', 'severity', 'owner'] as const

/** Figures of the day, and of what is selected. */
function InsertFigure({ onInsert }: { readonly onInsert: (field: string) => void }) {
  const { t } = useWords()
  const selection = useSession((state) => state.selection)
  const isEnterprise = selection?.kind === 'enterprise'
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-sm" variant="light" title={t('present.insertInto')}>
          {t('present.insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
        {isEnterprise &&
          Object.entries(OF_ENTERPRISE).map(([name, end]) => (
            <Menu.Item key={name} onClick={() => onInsert(`${name}:${selection.id}${end}`)}>
              {t(`present.fields.${name as keyof typeof OF_ENTERPRISE}`)}
            </Menu.Item>
          ))}
        {selection?.kind === 'block' &&
          OF_BLOCK.map((name) => (
            <Menu.Item key={name} onClick={() => onInsert(`${name}:${selection.id}`)}>
              {t(`present.fields.${name}`)}
            </Menu.Item>
          ))}
        {FREE.map((name) => (
          <Menu.Item key={name} onClick={() => onInsert(name)}>
            {t(`present.fields.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
