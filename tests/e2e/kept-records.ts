/** Reads, restores and damages what the page keeps, from a page of the same origin on which the program does not run. */
import type { Page } from 'playwright-core'

export interface KeptRecords {
  readonly documents: Record<string, unknown>[]
  readonly snapshots: ({ seq: number } & Record<string, unknown>)[]
  readonly log: ({ seq: number; body: string } & Record<string, unknown>)[]
}

type Store = keyof KeptRecords

export const readRecords = (page: Page): Promise<KeptRecords> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('changlian')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error!))
    })
    const all = (store: string): Promise<never[]> =>
      new Promise((resolve) => {
        const request = db.transaction(store).objectStore(store).getAll()
        request.addEventListener('success', () => resolve(request.result as never[]))
      })
    const records = { documents: await all('documents'), snapshots: await all('snapshots'), log: await all('log') }
    db.close()
    return records
  })

/** Puts exactly these records in place of what is kept. */
export const putRecords = (page: Page, records: KeptRecords): Promise<void> =>
  page.evaluate(async (wanted) => {
    sessionStorage.clear()
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('changlian')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error!))
    })
    const transaction = db.transaction(['documents', 'snapshots', 'log', 'meta'], 'readwrite')
    transaction.objectStore('meta').clear()
    for (const name of ['documents', 'snapshots', 'log'] as const) {
      const store = transaction.objectStore(name)
      store.clear()
      for (const record of wanted[name]) store.put(record)
    }
    await new Promise((resolve) => transaction.addEventListener('complete', resolve))
    db.close()
  }, records)

const WAYS = ['missing', 'flipped', 'cut', 'emptied', 'otherShape', 'wrongHash'] as const
type Way = (typeof WAYS)[number]

/** The field of a record that carries its content, and the one that vouches for it. */
const FIELDS = {
  // Not its layout: a number that this program does not know would make it a newer program's, which is refused, not mended.
  documents: ['head', 'epoch'],
  snapshots: ['chain', 'chainHash'],
  log: ['body', 'hash'],
} as const satisfies Record<Store, readonly [string, string]>

/** Damages one record. */
function damaged(record: Record<string, unknown>, store: Store, way: Way): Record<string, unknown> | null {
  const [content, hash] = FIELDS[store]
  const text = String(record[content])
  const keys = { id: record['id'], ...('seq' in record && store !== 'documents' ? { seq: record['seq'] } : {}) }
  if (way === 'missing') return null
  if (way === 'emptied') return keys
  if (way === 'otherShape') return { ...keys, [content]: [{ nothing: null }], [hash]: 7, origin: 3, past: 'x' }
  if (store === 'documents') return { ...record, seq: 'many', origin: null }
  if (way === 'cut') return { ...record, [content]: text.slice(0, Math.floor(text.length / 2)) }
  if (way === 'wrongHash') return { ...record, [hash]: '0123456789abcdef' }
  const at = Math.floor(text.length / 3)
  return { ...record, [content]: `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}` }
}

/** Damages one to three of the records. @returns them, and which are hit */
export function withDamage(records: KeptRecords, random: () => number) {
  const hit = new Set<string>()
  const after = { documents: [...records.documents], snapshots: [...records.snapshots], log: [...records.log] }
  const count = 1 + Math.floor(random() * 3)
  const ways: string[] = []
  for (let number = 0; number < count; number++) {
    const store = (['documents', 'snapshots', 'log', 'log'] as const)[Math.floor(random() * 4)]!
    const rows = after[store] as Record<string, unknown>[]
    if (rows.length === 0) continue
    const at = Math.floor(random() * rows.length)
    const way = WAYS[Math.floor(random() * WAYS.length)]!
    const row = rows[at]!
    const key = `${store} ${store === 'documents' ? '' : String(row['seq'])}`
    if (hit.has(key)) continue
    hit.add(key)
    ways.push(`${key}: ${way}`)
    const other = damaged(row, store, way)
    rows.splice(at, 1, ...(other ? [other] : []))
  }
  return { records: after, hit, ways }
}

/** Scenarios in the newest state that is whole; null when none is. Computed apart from the program. */
export function newestWhole(records: KeptRecords, hit: ReadonlySet<string>): number | null {
  const countAt = new Map<number, number>([[0, 1]])
  for (const snapshot of records.snapshots) {
    const chain = JSON.parse(snapshot['chain'] as string) as { scenarios: unknown[] }
    countAt.set(snapshot.seq, chain.scenarios.length)
  }
  let best: { seq: number; count: number } | null = null
  for (const { seq: start } of records.snapshots) {
    if (hit.has(`snapshots ${start}`)) continue
    let seq = start
    let count = countAt.get(start)!
    for (let next = records.log.find((row) => row.seq === seq + 1); next && !hit.has(`log ${seq + 1}`);) {
      count += (JSON.parse(next.body) as { kind: string }).kind === 'undo' ? -1 : 1
      seq++
      next = records.log.find((row) => row.seq === seq + 1)
    }
    if (!best || seq > best.seq) best = { seq, count }
  }
  return best?.count ?? null
}
