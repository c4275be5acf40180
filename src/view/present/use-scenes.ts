import { useEffect, useMemo, useState } from 'react'
import { scenesOf, type Scene, type SceneAnswer } from '../../model/scenes.ts'
import { isTooLong, tooLongWords } from '../../analysis/run-estimate.ts'
import { estimateWork } from '../../analysis/planners/work-estimate.ts'
import { Cancelled } from '../../analysis/runner.ts'
import { useApp, useComputed, useDocument, useWords } from '../app-context.ts'

/** The story of the open chain. */
export function useScenes(): readonly Scene[] {
  const chain = useDocument((state) => state.chain)
  return useMemo(() => scenesOf(chain), [chain])
}

export interface SceneAnswers {
  /** By scene id; null until they are computed. */
  readonly answers: ReadonlyMap<string, SceneAnswer> | null
  /** Why there are none, as a sentence; '' = they are there or on their way. */
  readonly trouble: string
}

/** Figures and claims of all scenes as the engine has them now. */
export function useSceneAnswers(): SceneAnswers {
  const { previewer } = useApp()
  const { t } = useWords()
  const chain = useDocument((state) => state.chain)
  const structure = useComputed((state) => state.structure)
  const [found, setFound] = useState<{ readonly chain: unknown; readonly answers: readonly SceneAnswer[] } | null>(null)
  const [failure, setFailure] = useState<{ readonly question: unknown; readonly message: string } | null>(null)
  const index = structure?.index
  const question = useMemo(() => index && { chain, index, scenes: scenesOf(chain) }, [chain, index])
  const work = useMemo(() => (question ? estimateWork('scenes', question) : null), [question])
  const isRefused = work !== null && isTooLong(work)
  useEffect(() => {
    if (!question || question.scenes.length === 0 || isRefused) return
    const job = previewer.start('scenes', question)
    job.result.then(
      (answers) => setFound({ chain: question.chain, answers }),
      (error: unknown) => error instanceof Cancelled || setFailure({ question, message: String(error) }),
    )
    return () => job.cancel()
  }, [question, isRefused, previewer])
  const answers = useMemo(() => found && new Map(found.answers.map((answer) => [answer.id, answer])), [found])
  if (work && isRefused) return { answers: null, trouble: t('present.tooLong', tooLongWords(work)) }
  const hasFailed = failure !== null && failure.question === question
  return { answers, trouble: hasFailed ? t('present.failed', { message: failure.message }) : '' }
}
