import type { Problem, ProblemCode } from '../model/problem.ts'
import { withUnseenShown } from './unseen.ts'

/** Problems listed per code; the rest are counted on the last listed one, so that a broken file of a million rows stays readable. */
const LISTED_PER_CODE = 100

export interface ProblemList {
  add(problem: Omit<Problem, 'file'>): void
  /** Whether as many of a code are listed as ever will be: `count` then says the same as `add`, and needs no place. */
  isListed(code: ProblemCode): boolean
  count(problem: Pick<Problem, 'code' | 'severity'>): void
  hasErrors(): boolean
  /** In the order in which they were found. */
  all(): Problem[]
}

/** Gathers the problems of one file. */
export function problemList(file: string): ProblemList {
  const found = new Map<ProblemCode, number>()
  const problems: Problem[] = []
  let errors = 0
  const isListed = (code: ProblemCode): boolean => (found.get(code) ?? 0) >= LISTED_PER_CODE
  const count = ({ code, severity }: Pick<Problem, 'code' | 'severity'>): void => {
    if (severity === 'error') errors++
    found.set(code, (found.get(code) ?? 0) + 1)
  }
  return {
    isListed,
    count,
    add(problem) {
      if (!isListed(problem.code)) problems.push({ ...problem, file })
      count(problem)
    },
    hasErrors: () => errors > 0,
    all() {
      const last = new Map(problems.map((problem, position) => [problem.code, position]))
      return problems.map((problem, position) => {
        const more = found.get(problem.code)! - LISTED_PER_CODE
        return more > 0 && last.get(problem.code) === position ? { ...problem, more } : problem
      })
    },
  }
}

const LONGEST_EXCERPT = 60

/** What stands in the file, short enough for a sentence: a piece of JSON, or `list`, `object`, `nothing`. */
export function excerpt(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object' && value !== null) return 'object'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return JSON.stringify(value)
  if (value.length <= LONGEST_EXCERPT) return withUnseenShown(JSON.stringify(value))
  return withUnseenShown(`${JSON.stringify(value.slice(0, LONGEST_EXCERPT)).slice(0, -1)}…"`)
}

/** `supplies[3].from`, from `['supplies', 3, 'from']`. */
export function pathText(path: readonly (string | number)[]): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else if (!/^[A-Za-z_]\w{0,99}$/.test(step)) text += `[${excerpt(step)}]`
    else text += text === '' ? step : `.${step}`
  }
  return text
}
