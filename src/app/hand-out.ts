import handoutWorkerUrl from '../worker/handout-worker.ts?worker&url'
import { Cancelled, type JobProgress, type RunningJob } from '../analysis/runner.ts'
import type { SetOut } from '../handout/drawn-map.ts'
import type { Verdict } from '../handout/report/verify-report.ts'
import { HANDOUT_FORMATS } from '../model/handout-formats.ts'
import { lookedAt } from '../state/looked-at.ts'
import { shownScenario } from '../state/selectors.ts'
import type { Stores } from '../state/stores.ts'
import type { HandoutWish } from '../view/app-context.ts'
import type { FromHandoutWorker, HandoutOrder } from '../worker/handout-worker.ts'
import { baseName, download } from './download.ts'
import { pngOf } from './png.ts'
import { ownWorker } from './trusted-types.ts'

type OnProgress = (progress: JobProgress) => void

/** Makes a hand-out of the shown day in a worker and hands it over: as a file, or as pages in a window of their own to print. */
export function handOut(stores: Stores, wish: HandoutWish, onProgress: OnProgress): RunningJob<void> {
  const { chain, origin } = stores.document.getState()
  const session = stores.session.getState()
  const { scenarioId, day, threshold, lens, routes, pinned } = session
  const look = { ...lookedAt(chain, session), ...(routes?.lit && { route: routes.lit }), pinned }
  const scenario = shownScenario(chain, scenarioId)
  if (!scenario) throw new Error('expected a scenario to hand out')
  const shown = {
    chain,
    scenarioId: scenario.id,
    day: Math.min(day, scenario.days - 1),
    threshold,
    lens,
    look,
    setOut: setOutOf(stores),
  }
  // The window must open on the click itself; later it would count as unasked for.
  const pages = wish.format === 'pages' || wish.format === 'worksheet' ? window.open('', '_blank') : null
  const { crews, paper, language, work } = wish
  const job = ask(
    {
      kind: 'make',
      format: wish.format === 'png' ? 'picture' : wish.format,
      options: { ...shown, language, crews, paper, ...(work && { work }) },
    },
    onProgress,
  )
  const result = job.result.then(async (message) => {
    if (message.kind !== 'made') throw new Error(`expected a file, got ${message.kind}`)
    const name = `${baseName(origin)}-${scenario.id}-${shown.day}`
    if (wish.format === 'png') return download(await pngOf(message.bytes, wish.width), `${name}.png`, 'image/png')
    const { endings, type } = HANDOUT_FORMATS[wish.format]
    if (pages) return print(pages, message.bytes)
    // An ending without a point is a word of its own: `story.html`.
    download(message.bytes, name + endings[0].replace(/^\w/, '-$&'), type)
  })
  result.catch(() => pages?.close())
  return { result, cancel: job.cancel }
}

/** Folds and dragged cards of the map on screen; of a chain that is still being computed the drags alone. */
function setOutOf({ document, session, computed }: Stores): SetOut {
  const { folded, structure, outcome } = computed.getState()
  const isCurrent = folded?.structure === structure && outcome?.chain === document.getState().chain
  const { moved } = session.getState()
  return { moved, ...(folded && isCurrent && { folded: { graph: folded.graph, layout: folded.layout } }) }
}

/** Computes a report again. */
export async function verify(page: string, onProgress: OnProgress): Promise<Verdict> {
  const message = await ask({ kind: 'verify', page }, onProgress).result
  if (message.kind !== 'verified') throw new Error(`expected a verdict, got ${message.kind}`)
  return message.verdict
}

/** Shows laid-out pages and opens the browser's print dialog, which also writes PDF. */
function print(target: Window, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'text/html' }))
  target.addEventListener('load', () => target.print(), { once: true })
  target.location.href = url
}

function ask(order: HandoutOrder, onProgress: OnProgress): RunningJob<FromHandoutWorker> {
  const worker = new Worker(ownWorker(handoutWorkerUrl), { type: 'module' })
  let cancel = (): void => {}
  const result = new Promise<FromHandoutWorker>((resolve, reject) => {
    cancel = () => reject(new Cancelled())
    worker.onmessage = ({ data }: MessageEvent<FromHandoutWorker>) => {
      if (data.kind === 'progress') onProgress(data)
      else if (data.kind === 'failed') reject(new Error(data.message))
      else resolve(data)
    }
    worker.onerror = (event) => reject(new Error(event.message || 'the file could not be made'))
    worker.postMessage(order)
  }).finally(() => worker.terminate())
  return { result, cancel: () => cancel() }
}
