import { useEffect, useMemo, useState } from 'react'
import { scenesOf, type Scene, type SceneAnswer } from '../../model/scenes.ts'
import { useApp, useComputed, useDocument } from '../app-context.ts'

/** The story of the open chain. */
export function useScenes(): readonly Scene[] {
  const chain = useDocument((state) => state.chain)
  return useMemo(() => scenesOf(chain), [chain])
}

/** Figures and claims of all scenes as the engine has them now, by scene id; null until they are computed. */
export function useSceneAnswers(): ReadonlyMap<string, SceneAnswer> | null {
  const { previewer } = useApp()
  const chain = useDocument((state) => state.chain)
  const structure = useComputed((state) => state.structure)
  const [found, setFound] = useState<{ readonly chain: unknown; readonly answers: readonly SceneAnswer[] } | null>(null)
  const index = structure?.index
  useEffect(() => {
    const scenes = scenesOf(chain)
    if (!index || scenes.length === 0) return
    const job = previewer.start('scenes', { chain, index, scenes })
    job.result.then(
      (answers) => setFound({ chain, answers }),
      () => {},
    )
    return () => job.cancel()
  }, [chain, index, previewer])
  return useMemo(() => found && new Map(found.answers.map((answer) => [answer.id, answer])), [found])
}
