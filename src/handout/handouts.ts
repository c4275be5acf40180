import type { Progress } from '../analysis/planners/what-if.ts'
import { ENGINE_VERSION } from '../engine/version.ts'
import type { HandoutFormatId, PaperSize } from '../model/handout-formats.ts'
import { fingerprintOf } from './fingerprint.ts'
import { handoutState, type HandoutState } from './handout-state.ts'
import { lensOfLooked, lookedAt } from './looked-at.ts'
import { pagesOf } from './pages.ts'
import { posterOf } from './poster.ts'
import { pictureFocus } from './picture/focus-of-looked.ts'
import { mapPicture, type MapPictureOptions } from './picture/map-picture.ts'
import { reportOf, type ReportRequest } from './report/report.ts'
import { storyOf } from './story/story.ts'
import { svgOf } from './svg.ts'
import { worksheetOf, type WorkPages } from './worksheet/worksheet.ts'

export interface HandoutOptions extends ReportRequest {
  /** Of laid-out pages; default A4. */
  readonly paper?: PaperSize
  /** Of a work sheet; default all departments. */
  readonly work?: WorkPages
}

type Make = (options: HandoutOptions, progress: Progress) => Promise<string | Uint8Array>

/** The map of the shown day as it is looked at. */
async function mapOf(options: HandoutOptions): Promise<readonly [HandoutState, MapPictureOptions]> {
  const { look = {}, chain } = options
  const state = lookedAt(handoutState(options), look)
  const origin = { fingerprint: await fingerprintOf(chain), engine: ENGINE_VERSION }
  return [state, { lens: lensOfLooked(state, look, options.lens), origin, focus: pictureFocus(state, look) }]
}

async function pagesOrPoster(options: HandoutOptions) {
  const { paper = 'a4', language } = options
  if (paper === 'poster') return posterOf(...(await mapOf(options)))
  return pagesOf(mapPicture(...(await mapOf(options))), { paper, language })
}

const HANDOUTS = {
  picture: async (options) => svgOf(mapPicture(...(await mapOf(options)))),
  pages: pagesOrPoster,
  report: reportOf,
  story: storyOf,
  worksheet: worksheetOf,
  // The library for slides is large: it comes when slides are made.
  slides: async (options, progress) => (await import('./slides/slides.ts')).slidesOf(options, progress),
} as const satisfies Record<HandoutFormatId, Make>

/** Makes the file of a hand-out. */
export async function makeHandout(
  id: HandoutFormatId,
  options: HandoutOptions,
  progress: Progress,
): Promise<Uint8Array> {
  const made = await HANDOUTS[id](options, progress)
  return typeof made === 'string' ? new TextEncoder().encode(made) : made
}
