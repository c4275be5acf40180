import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { textIn } from '../../../model/local-text.ts'
import type { Scene } from '../../../model/scenes.ts'
import { duplicateScene, removeScene, retakeScene } from '../../../state/actions/edit-scenes.ts'
import { undo } from '../../../state/document.ts'
import { useApp, useWords } from '../../app-context.ts'

/** What can be done with a scene as a whole. */
export function SceneActions({ scene }: { readonly scene: Scene }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const duplicate = () => {
    const copyIn = (lng: 'zh' | 'en') => t('present.copyOf', { name: textIn(scene.name, lng), lng })
    stores.session.setState({ sceneId: duplicateScene(stores, scene, { zh: copyIn('zh'), en: copyIn('en') }) })
  }
  const remove = () => {
    removeScene(stores, scene)
    const id = notifications.show({
      message: (
        <>
          {t('present.removed', { name: textIn(scene.name, language) })}{' '}
          <Button
            size="compact-xs"
            variant="light"
            onClick={() => {
              undo(stores.document)
              notifications.hide(id)
            }}
          >
            {t('present.undo')}
          </Button>
        </>
      ),
    })
  }
  return (
    <div className="scene-actions">
      <Button size="compact-sm" variant="default" onClick={() => retakeScene(stores, scene)}>
        {t('present.retake')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={duplicate}>
        {t('present.duplicate')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={remove}>
        {t('present.remove')}
      </Button>
    </div>
  )
}
