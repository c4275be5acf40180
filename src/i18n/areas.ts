import i18next from 'i18next'
import type { Language } from '../model/local-text.ts'
import type { Texts } from './texts.ts'

interface Area<English> {
  readonly en: () => Promise<English>
  readonly zh: () => Promise<Texts<English>>
}

const area = <English>(en: Area<English>['en'], zh: Area<English>['zh']): Area<English> => ({ en, zh })

/** Words that come with the part of the page that first needs them, so that the first load stays small. */
const LATE_AREAS = {
  analysis: area(
    async () => (await import('./en/analysis.ts')).analysis,
    async () => (await import('./zh/analysis.ts')).analysis,
  ),
  bring: area(
    async () => (await import('./en/bring.ts')).bring,
    async () => (await import('./zh/bring.ts')).bring,
  ),
  commands: area(
    async () => (await import('./en/commands.ts')).commands,
    async () => (await import('./zh/commands.ts')).commands,
  ),
  table: area(
    async () => (await import('./en/table.ts')).table,
    async () => (await import('./zh/table.ts')).table,
  ),
  form: area(
    async () => (await import('./en/form.ts')).form,
    async () => (await import('./zh/form.ts')).form,
  ),
  folds: area(
    async () => (await import('./en/folds.ts')).folds,
    async () => (await import('./zh/folds.ts')).folds,
  ),
  follow: area(
    async () => (await import('./en/follow.ts')).follow,
    async () => (await import('./zh/follow.ts')).follow,
  ),
  edit: area(
    async () => (await import('./en/edit.ts')).edit,
    async () => (await import('./zh/edit.ts')).edit,
  ),
  workbook: area(
    async () => (await import('./en/workbook.ts')).workbook,
    async () => (await import('./zh/workbook.ts')).workbook,
  ),
  handout: area(
    async () => (await import('./en/handout.ts')).handout,
    async () => (await import('./zh/handout.ts')).handout,
  ),
  storage: area(
    async () => (await import('./en/storage.ts')).storage,
    async () => (await import('./zh/storage.ts')).storage,
  ),
  present: area(
    async () => (await import('./en/present.ts')).present,
    async () => (await import('./zh/present.ts')).present,
  ),
  compare: area(
    async () => (await import('./en/compare.ts')).compare,
    async () => (await import('./zh/compare.ts')).compare,
  ),
  mask: area(
    async () => (await import('./en/mask.ts')).mask,
    async () => (await import('./zh/mask.ts')).mask,
  ),
  lists: area(
    async () => (await import('./en/lists.ts')).lists,
    async () => (await import('./zh/lists.ts')).lists,
  ),
  observed: area(
    async () => (await import('./en/observed.ts')).observed,
    async () => (await import('./zh/observed.ts')).observed,
  ),
  regions: area(
    async () => (await import('./en/regions.ts')).regions,
    async () => (await import('./zh/regions.ts')).regions,
  ),
  work: area(
    async () => (await import('./en/work.ts')).work,
    async () => (await import('./zh/work.ts')).work,
  ),
  help: area(
    async () => (await import('./en/help.ts')).help,
    async () => (await import('./zh/help.ts')).help,
  ),
  tour: area(
    async () => (await import('./en/tour.ts')).tour,
    async () => (await import('./zh/tour.ts')).tour,
  ),
  share: area(
    async () => (await import('./en/share.ts')).share,
    async () => (await import('./zh/share.ts')).share,
  ),
} as const

export type LateArea = keyof typeof LATE_AREAS
/** Tables of the late areas, by area, in English. */
export type LateWords = { readonly [Name in LateArea]: Awaited<ReturnType<(typeof LATE_AREAS)[Name]['en']>> }

const loading = new Map<LateArea, Promise<void>>()

/** Brings the words of an area in both languages; `t('<area>.…')` may be asked for once this is done. */
export function loadWords(name: LateArea): Promise<void> {
  let started = loading.get(name)
  if (!started) loading.set(name, (started = load(name)))
  return started
}

async function load(name: LateArea): Promise<void> {
  const add = (language: Language, table: object): void =>
    void i18next.addResourceBundle(language, 'translation', { [name]: table }, true, true)
  const [en, zh] = await Promise.all([LATE_AREAS[name].en(), LATE_AREAS[name].zh()])
  add('en', en)
  add('zh', zh)
}

/** All late words of one language, for those who check them. */
export async function lateWords(language: Language): Promise<LateWords> {
  const rows = Object.entries(LATE_AREAS).map(async ([name, each]) => [name, await each[language]()] as const)
  return Object.fromEntries(await Promise.all(rows)) as LateWords
}
