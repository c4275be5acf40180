import { Button, CloseButton } from '@mantine/core'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { sceneText } from '../../../i18n/scene-text.ts'
import type { Scene, SceneAnswer } from '../../../model/scenes.ts'
import { moveScene, takeScene } from '../../../state/actions/edit-scenes.ts'
import { showScene } from '../../../state/actions/show-scene.ts'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { useSceneAnswers, useScenes } from '../../present/use-scenes.ts'
import { IconButton } from '../../presentation/IconButton.tsx'
import { SceneWords } from './SceneWords.tsx'
import './scenes.css'

/** The story: its scenes in order, their words, and whether what they claim is still so. */
export function ScenesSheet() {
  const { t } = useWords()
  const { stores } = useApp()
  const scenes = useScenes()
  const { answers, trouble } = useSceneAnswers()
  const sceneId = useSession((state) => state.sceneId)
  const chosen = scenes.find(({ id }) => id === sceneId)
  const take = () => {
    const number = scenes.length + 1
    const id = takeScene(stores, {
      zh: t('present.newName', { number, lng: 'zh' }),
      en: t('present.newName', { number, lng: 'en' }),
    })
    stores.session.setState({ sceneId: id })
  }
  return (
    <section className="sheet" aria-label={t('present.scenes')}>
      <div className="sheet-head">
        <h2 className="sheet-title">{t('present.scenes')}</h2>
        <Button size="compact-sm" variant="default" onClick={take}>
          {t('present.take')}
        </Button>
        <Button
          size="compact-sm"
          disabled={scenes.length === 0}
          onClick={() => stores.session.setState({ table: 'none', dialog: 'present' })}
        >
          {t('present.start')} P
        </Button>
        <CloseButton aria-label={t('present.close')} onClick={() => stores.session.setState({ table: 'none' })} />
      </div>
      {trouble !== '' && <p role="alert">{trouble}</p>}
      <div className="scenes">
        <SceneList scenes={scenes} answers={answers} chosen={chosen} />
        {chosen ? (
          <SceneWords key={chosen.id} scene={chosen} answer={answers?.get(chosen.id)} />
        ) : (
          scenes.length > 0 && <p className="scenes-empty">{t('present.choose')}</p>
        )}
      </div>
    </section>
  )
}

interface SceneListProps {
  readonly scenes: readonly Scene[]
  readonly answers: ReadonlyMap<string, SceneAnswer> | null
  readonly chosen: Scene | undefined
}

function SceneList({ scenes, answers, chosen }: SceneListProps) {
  const { t } = useWords()
  const { stores } = useApp()
  const [dragged, setDragged] = useState<Scene | null>(null)
  if (scenes.length === 0) return <p className="scenes-empty">{t('present.none')}</p>
  return (
    <div className="scenes-list">
      <ol>
        {scenes.map((scene, at) => (
          <li
            key={scene.id}
            draggable
            aria-current={scene === chosen ? 'true' : undefined}
            onDragStart={() => setDragged(scene)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged && dragged !== scene) moveScene(stores, dragged, at)
              setDragged(null)
            }}
          >
            <SceneRow scene={scene} at={at} count={scenes.length} answer={answers?.get(scene.id)} />
          </li>
        ))}
      </ol>
      <p className="meta">{t('present.order')}</p>
    </div>
  )
}

interface SceneRowProps {
  readonly scene: Scene
  readonly at: number
  readonly count: number
  readonly answer: SceneAnswer | undefined
}

function SceneRow({ scene, at, count, answer }: SceneRowProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const name = sceneText(scene.name, answer, language)
  const hear = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || step === 0) return
    event.preventDefault()
    event.stopPropagation()
    moveScene(stores, scene, at + step)
  }
  return (
    <>
      <button type="button" className="scene-go" onKeyDown={hear} onClick={() => showScene(stores, scene)}>
        <span className="scene-number">{at + 1}</span>
        <span>{name}</span>
        <ClaimMark answer={answer} />
      </button>
      <IconButton
        label={t('present.up', { name })}
        sign={ArrowUp}
        disabled={at === 0}
        onClick={() => moveScene(stores, scene, at - 1)}
      />
      <IconButton
        label={t('present.down', { name })}
        sign={ArrowDown}
        disabled={at === count - 1}
        onClick={() => moveScene(stores, scene, at + 1)}
      />
    </>
  )
}

/** Whether what a scene says is still so; nothing for a scene that claims nothing. */
function ClaimMark({ answer }: { readonly answer: SceneAnswer | undefined }) {
  const { t } = useWords()
  if (!answer || answer.claims.length === 0) return null
  const verdicts = answer.claims.map(({ verdict }) => verdict)
  if (verdicts.includes('fails')) return <em className="claim-fails">⚠ {t('present.fails')}</em>
  if (verdicts.includes('unreadable')) return <em className="claim-fails">⚠ {t('present.unreadable')}</em>
  return <em title={t('present.holds')}>✓</em>
}
