import { indexChain, type IndexedChainResult } from '../engine/index-chain.ts'
import { readAsChain } from '../io/bring/read-as-chain.ts'
import { fillIn, placeCode, problemText } from '../i18n/problem-text.ts'
import type { Chain, Scenario } from '../model/chain.ts'
import type { Problem } from '../model/problem.ts'
import type { CommandContext } from './command.ts'
import { WrongUse } from './exit-codes.ts'
import { readFile } from './read-file.ts'

export interface OpenedChain extends Pick<IndexedChainResult, 'index' | 'assumed'> {
  readonly chain: Chain
}

export interface CheckedFile {
  /** Null when there is an error. */
  readonly opened: OpenedChain | null
  /** Of the file and of its baseline. */
  readonly problems: readonly Problem[]
}

/**
 * A file of any kind: what is no chain is brought into an empty one, as its headings tell.
 * @throws WrongUse when there is no such file
 */
export async function checkFile(context: CommandContext, path: string): Promise<CheckedFile> {
  const { chain, problems } = await readAsChain(await readFile(context, path), path)
  if (chain === null) return { opened: null, problems }
  const indexed = indexChain(chain)
  const all = [...problems, ...indexed.problems.map((problem) => ({ ...problem, file: path }))]
  const isSound = all.every(({ severity }) => severity !== 'error')
  return { opened: isSound ? { chain, index: indexed.index, assumed: indexed.assumed } : null, problems: all }
}

/** The chain of a file, or null after its errors have been printed; warnings are left to `check`. */
export async function openChain(context: CommandContext, path: string): Promise<OpenedChain | null> {
  const { opened, problems } = await checkFile(context, path)
  if (opened === null) printProblems(context, problems)
  return opened
}

export function printProblems({ terminal, language }: CommandContext, problems: readonly Problem[]): void {
  for (const problem of problems) {
    const { severity, sentence, mend } = problemText(problem, language)
    terminal.printError(`${placeCode(problem)}\n  ${severity} ${problem.code}: ${sentence}\n  ${mend}\n`)
  }
}

/**
 * The scenario that was asked for; without a wish `main`, else the first.
 * @returns null when the file has none
 * @throws WrongUse when there is no scenario of that id
 */
export function chosenScenario({ texts }: CommandContext, chain: Chain, id: string | undefined): Scenario | null {
  const scenarios = chain.scenarios ?? []
  if (id === undefined) return scenarios.find((scenario) => scenario.id === 'main') ?? scenarios[0] ?? null
  const found = scenarios.find((scenario) => scenario.id === id)
  if (found) return found
  const known = scenarios.map((scenario) => scenario.id).join(', ') || '–'
  throw new WrongUse(fillIn(texts.usage.unknownScenario, { what: id, known }))
}
