import type { Lens } from '../analysis/picture/card-figure.ts'
import type { Progress } from '../analysis/planners/what-if.ts'
import { ENGINE_VERSION } from '../engine/version.ts'
import type { HandoutFormatId, PaperSize } from '../model/handout-formats.ts'
import { fingerprintOf } from './fingerprint.ts'
import { handoutState } from './handout-state.ts'
import { pagesOf } from './pages.ts'
import { posterOf } from './poster.ts'
import { mapPicture } from './picture/map-picture.ts'
import { reportOf, type ReportRequest } from './report/report.ts'
import { storyOf } from './story/story.ts'
import { svgOf } from './svg.ts'
import { worksheetOf, type WorkPages } from './worksheet/worksheet.ts'

export interface HandoutOptions extends ReportRequest {
  /** What the cards of the map show; default the state. */
  readonly lens?: Lens
  /** Of laid-out pages; default A4. */
  readonly paper?: PaperSize
  /** Of a work sheet; default all departments. */
  readonly work?: WorkPages
}

type Make = (options: HandoutOptions, progress: Progress) => Promise<string | Uint8Array>

/** The map of the shown day as a picture. */
async function pictureOf(options: HandoutOptions) {
  return mapPicture(handoutState(options), await mapOptionsOf(options))
}

async function mapOptionsOf({ lens = 'state', chain }: HandoutOptions) {
  return { lens, origin: { fingerprint: await fingerprintOf(chain), engine: ENGINE_VERSION } }
}

async function pagesOrPoster(options: HandoutOptions) {
  const { paper = 'a4', language } = options
  if (paper === 'poster') return posterOf(options, await mapOptionsOf(options))
  return pagesOf(await pictureOf(options), { paper, language })
}

const HANDOUTS = {
  picture: async (options) => svgOf(await pictureOf(options)),
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
