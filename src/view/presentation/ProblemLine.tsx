import type { Problem } from '../../model/problem.ts'
import { problemText } from '../../i18n/problem-text.ts'
import { useWords } from '../app-context.ts'

/** One problem in a line: what, where, what was found, how to mend it. */
export function ProblemLine({ problem }: { readonly problem: Problem }) {
  const { language } = useWords()
  const { what, place, detail, mend } = problemText(problem, language)
  return <>{[what, place, detail, mend].filter(Boolean).join(' · ')}</>
}
