import { useEffect, useState } from 'react'
import type { FieldValue, SceneAnswer } from '../../model/scenes.ts'

/** How long figures count up, ms. */
const COUNTS = 900

export const wantsNoMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** 0 to 1 while figures count, begun anew with each `key`; 1 at once where motion is unwanted. */
export function useCounting(key: unknown): number {
  const [share, setShare] = useState(1)
  useEffect(() => {
    if (key === null || wantsNoMotion()) return
    const begun = performance.now()
    let frame = 0
    const step = () => {
      const now = Math.min(1, (performance.now() - begun) / COUNTS)
      setShare(1 - (1 - now) * (1 - now))
      if (now < 1) frame = requestAnimationFrame(step)
    }
    step()
    return () => cancelAnimationFrame(frame)
  }, [key])
  return share
}

/** The answer with its figures on their way up. */
export function partOf(answer: SceneAnswer | undefined, share: number): SceneAnswer | undefined {
  if (!answer || share >= 1) return answer
  const part = (value: FieldValue): FieldValue =>
    'value' in value && value.kind !== 'date' ? { ...value, value: value.value * share } : value
  const fields = Object.fromEntries(Object.entries(answer.fields).map(([name, value]) => [name, part(value)]))
  return { ...answer, fields }
}
