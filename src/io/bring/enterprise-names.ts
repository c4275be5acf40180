/** Which enterprise a name means: exactly one that is there, a new one, or a new one that looks like one that is there. */
import type { LookAlike, SameDecision } from '../../model/bring.ts'
import type { Chain, Enterprise } from '../../model/chain.ts'
import type { LocalText } from '../../model/local-text.ts'
import { isRounded } from '../tables/check-cells.ts'
import { freeIds } from './free-ids.ts'

const SUFFIXES =
  /股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|集团公司|集团|公司|总厂|coltd|limited|ltd|incorporated|inc|corporation|corp|company|gmbh|llc|plc|co$/g
const FORMER =
  /[(（【[]?\s*(?:原名|原|曾用名|前身|现名|formerly|f\.?k\.?a\.?|previously)\s*[:：]?\s*([^()（）【】[\]]+)[)）】\]]?/i

/** One space for many, so that no pattern walks them twice. */
const squeezed = (name: string): string => name.replace(/\s+/g, ' ')

/** Letters of other alphabets that look like Latin ones, behind the Latin ones. */
const TWINS = new Map(
  ['aаα', 'bв', 'cсϲ', 'eеε', 'hн', 'iіι', 'jј', 'kкκ', 'mм', 'nν', 'oоο', 'pрρ', 'sѕ', 'tтτ', 'xхχ', 'yуγ'].flatMap(
    ([latin, ...others]) => others.map((other): [string, string] => [other, latin!]),
  ),
)

/** A name without what writers vary: width, case, spaces, brackets, points, characters not seen, letters that look the same, the form of the company. */
export function lookAlikeKey(name: string): string {
  const bare = squeezed(name)
    .replace(FORMER, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{Cf}\p{Cc}]+/gu, '')
    .replace(/[\u0370-\u04ff]/g, (letter) => TWINS.get(letter) ?? letter)
  const short = bare.replace(SUFFIXES, '')
  if (short.length >= 2 || short === '' || short === bare) return short || bare
  // One character says too little alone, and still the same before any form.
  return `${short}公司`
}

/** The other name that is said in a name: `甲公司（原名：乙公司）`. */
const formerName = (name: string): string | null => FORMER.exec(squeezed(name))?.[1]?.trim() ?? null

/** Characters of a unified social credit code; shorter ones are somebody's own numbering, and say nothing elsewhere. */
const UNIFIED_CODE = 18

/** The code by which an enterprise is known, in capitals; one that a spreadsheet has rounded is that of many. */
export const identityCode = (code: string): string =>
  isRounded(code) ? '' : code.length === UNIFIED_CODE ? code.toUpperCase() : code

/** `9.13509E+17` is nobody's code. */
export const storedCode = (code: string): string => (isRounded(code) && !/^\d+$/.test(code) ? '' : code)

export function areAlike(name: string, other: string): boolean {
  if (name === other) return true
  const keys = new Set(keysOf(name))
  return keysOf(other).some((key) => keys.has(key))
}

const plainNames = (text: LocalText): string[] =>
  typeof text === 'string' ? [text] : [text.zh, text.en].filter((each) => each !== undefined)

export interface FoundEnterprise {
  readonly id: string
  readonly isNew: boolean
}

export class EnterpriseNames {
  /** New ones, in the order of their first appearance. */
  readonly made = new Map<string, string>()
  /** Every name that was asked for. */
  readonly asked = new Set<string>()
  private readonly byName = new Map<string, string>()
  private readonly byCode = new Map<string, string>()
  private readonly ids = new Set<string>()
  private readonly freeId = freeIds((id) => this.ids.has(id))
  private readonly known: ReadonlySet<string>
  private readonly decisions: ReadonlyMap<string, string | null>

  constructor({ enterprises }: Chain, same: readonly SameDecision[]) {
    this.known = new Set(enterprises.map(({ id }) => id))
    this.decisions = new Map(same.map(({ name, is }) => [name, is]))
    for (const enterprise of enterprises) this.learn(enterprise)
  }

  private learn({ id, name, code, aliases = [] }: Pick<Enterprise, 'id' | 'name' | 'code' | 'aliases'>): void {
    for (const each of [...plainNames(name), ...aliases, id]) if (!this.byName.has(each)) this.byName.set(each, id)
    const key = code === undefined ? '' : identityCode(code)
    if (key !== '' && !this.byCode.has(key)) this.byCode.set(key, id)
    this.ids.add(id)
  }

  /** By the code, else by the exact name; a name that is nowhere is a new enterprise, unless a person has decided otherwise. */
  idOf(name: string, code = '', wished = ''): FoundEnterprise {
    this.asked.add(name)
    const decided = this.decisions.get(name)
    const found =
      this.byCode.get(code) ??
      this.byName.get(wished || name) ??
      // Some tables name enterprises by their codes.
      this.byCode.get(name) ??
      (decided ? this.knownId(decided) : undefined)
    if (found !== undefined) {
      if (code !== '' && !this.byCode.has(code)) this.byCode.set(code, found)
      if (name !== '' && !this.byName.has(name)) this.byName.set(name, found)
      return { id: found, isNew: !this.known.has(found) }
    }
    const id = this.freeId(wished || (code.length >= UNIFIED_CODE ? code : name || code))
    this.learn({ id, name: name || wished || code, ...(code === '' ? {} : { code }) })
    this.made.set(id, name || wished || code)
    return { id, isNew: true }
  }

  isDecided(name: string): boolean {
    return this.decisions.has(name)
  }

  /** A person may have decided for one that comes with the same file. */
  private knownId(id: string): string | undefined {
    return this.ids.has(id) ? id : undefined
  }

  /** New enterprises whose name looks like another's, and that nobody has decided on. */
  lookAlikes(): LookAlike[] {
    const byKey = new Map<string, { readonly id: string; readonly name: string }>()
    const keys = new Map<string, readonly string[]>()
    for (const [name, id] of this.byName) {
      keys.set(name, keysOf(name))
      for (const key of keys.get(name)!) if (!byKey.has(key)) byKey.set(key, { id, name })
    }
    const found: LookAlike[] = []
    for (const [id, name] of this.made) {
      if (this.decisions.has(name)) continue
      const other = (keys.get(name) ?? keysOf(name))
        .map((key) => byKey.get(key))
        .find((each) => each !== undefined && each.id !== id)
      if (other !== undefined) found.push({ name, id: other.id, other: other.name })
    }
    return found
  }
}

function keysOf(name: string): string[] {
  const former = formerName(name)
  return [lookAlikeKey(name), ...(former === null ? [] : [lookAlikeKey(former)])].filter((key) => key !== '')
}
