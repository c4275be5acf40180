import { fillIn } from '../i18n/problem-text.ts'
import type { CommandContext, Options } from './command.ts'
import { WrongUse } from './exit-codes.ts'

/**
 * `name=value,name=value`; an empty value says no. A name may hold commas, as those of companies do, and so may the last value;
 * in quotation marks any may.
 * @throws WrongUse when there is no `=` in it
 */
export function pairsOf({ texts }: CommandContext, option: Options[string]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  if (typeof option !== 'string') return pairs
  let begun = ''
  let last: string | null = null
  for (const piece of option.match(PIECES) ?? []) {
    const text = begun + piece
    const at = text.lastIndexOf('=')
    if (piece.includes('=')) pairs.set((last = bare(text.slice(0, at))), bare(text.slice(at + 1)))
    begun = piece.includes('=') ? '' : `${text},`
  }
  const rest = begun.slice(0, -1)
  if (rest !== '' && last === null) throw new WrongUse(fillIn(texts.import.pairExpected, { what: rest }))
  if (rest !== '') pairs.set(last!, `${pairs.get(last!)},${rest}`)
  return pairs
}

/** Between commas; those in quotation marks part nothing. */
const PIECES = /(?:"[^"]*"|[^,"]|"(?![^"]*"))+/g

const bare = (text: string): string => text.trim().replace(/^"([^"]*)"$/, '$1')

/** @throws WrongUse when one of `named` is not there, with what is */
export function checkNamed(named: Iterable<string>, known: readonly string[], text: string): void {
  for (const what of named) {
    if (!known.includes(what)) throw new WrongUse(fillIn(text, { what, known: known.slice(0, SHOWN).join(', ') }))
  }
}

const SHOWN = 50
