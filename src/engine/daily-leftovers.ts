/**
 * Steps 6 and 7 of a day (docs/model.md 3): what suppliers have left after contracts and end market goes to those who ask for
 * more, substitutes first, then restock orders.
 */
import { COUNT, type DailyModel } from './daily-state.ts'
import { cappedRatio, lesser, NEGLIGIBLE, positive, smaller } from './rounding.ts'

/** Step 6: what contracts left short is asked of the group's suppliers with free capacity, backups too. */
export function substitute(model: DailyModel): void {
  model.work.substitute.fill(0)
  if (model.forces.areLinksOpen) askStandIns(model)
  else askStandInsWithin(model)
  deliverFromLeft(model, model.work.substitute, model.work.active, model.work.counts[COUNT.active]!)
}

/** Capacity of a supplier that is free for others, as far as its inputs allow it to meet its own contracts and market; value. */
function headroomOf({ index, work }: DailyModel, row: number): number {
  const x = index.output[row]!
  const own = work.contracts[row]! + work.wantedByMarket[row]!
  const free = positive(work.potential[row]! * x - own) * cappedRatio(work.possible[row]!, own)
  return free > x * NEGLIGIBLE ? free : 0
}

/** Step 6 on a day on which every link is open. */
function askStandIns(model: DailyModel): void {
  const { index, work } = model
  const { linkStart, linkFrom } = index
  const { asked, short, substitute: orders, active } = work
  let asking = 0
  for (let place = 0; place < work.counts[COUNT.active]!; place++) {
    const group = active[place]!
    const first = linkStart[group]!
    const end = linkStart[group + 1]!
    let free = 0
    for (let link = first; link < end; link++) {
      const headroom = headroomOf(model, linkFrom[link]!)
      asked[link] = headroom
      free += headroom
    }
    if (!(free > 0)) continue
    active[asking++] = group
    const missing = short[group]!
    for (let link = first; link < end; link++) {
      const order = (missing * asked[link]!) / free
      asked[link] = order
      orders[linkFrom[link]!]! += order
    }
  }
  work.counts[COUNT.active] = asking
}

/** Step 6 where blocked links let only so much through. */
function askStandInsWithin(model: DailyModel): void {
  const { index, work } = model
  const { room } = model.forces
  const { asked, booked, short, substitute: orders, active } = work
  let asking = 0
  for (let place = 0; place < work.counts[COUNT.active]!; place++) {
    const group = active[place]!
    const first = index.linkStart[group]!
    const end = index.linkStart[group + 1]!
    let free = 0
    for (let link = first; link < end; link++) {
      const hasRoom = room[link]! > booked[link]! + index.flow[link]! * NEGLIGIBLE
      const headroom = hasRoom ? headroomOf(model, index.linkFrom[link]!) : 0
      asked[link] = headroom
      free += headroom
    }
    if (!(free > 0)) continue
    active[asking++] = group
    for (let link = first; link < end; link++) {
      const order = smaller(room[link]! - booked[link]!, (short[group]! * asked[link]!) / free)
      asked[link] = order
      booked[link]! += order
      orders[index.linkFrom[link]!]! += order
    }
  }
  work.counts[COUNT.active] = asking
}

/** Share of the groups above which going through all links in order is faster than following the groups that ask. */
const MANY = 0.25

/** Whether step 7 goes through all links. */
export const isRestockWide = ({ index, forces, work }: DailyModel): boolean =>
  forces.areLinksOpen && work.counts[COUNT.restocking]! > index.groupCount * MANY

/** Step 7: restock orders are filled last. */
export function restock(model: DailyModel): void {
  const { work } = model
  work.restock.fill(0)
  if (isRestockWide(model)) {
    restockAll(model)
    return
  }
  askRestock(model)
  deliverFromLeft(model, work.restock, work.restocking, work.counts[COUNT.restocking]!)
}

function askRestock({ index, share, work, forces }: DailyModel): void {
  const { room, areLinksOpen } = forces
  const { linkStart, linkFrom } = index
  const { restockOrder, asked, booked, restock: orders, restocking, counts } = work
  const restockingCount = counts[COUNT.restocking]!
  for (let place = 0; place < restockingCount; place++) {
    const group = restocking[place]!
    const order = restockOrder[group]!
    const end = linkStart[group + 1]!
    for (let link = linkStart[group]!; link < end; link++) {
      const wanted = order * share[link]!
      const amount = areLinksOpen ? wanted : positive(smaller(room[link]! - booked[link]!, wanted))
      asked[link] = amount
      orders[linkFrom[link]!]! += amount
    }
  }
}

/** Step 7 through all links; who asks for nothing adds nothing, so that every sum has the same bits. */
function restockAll(model: DailyModel): void {
  const { index, share, work } = model
  const { linkFrom, linkGroup, linkCount } = index
  const { restockOrder, asked, sent, restock: orders, leftFill } = work
  for (let link = 0; link < linkCount; link++) {
    const amount = restockOrder[linkGroup[link]!]! * share[link]!
    asked[link] = amount
    orders[linkFrom[link]!]! += amount
  }
  takeFromLeft(model, orders)
  for (let link = 0; link < linkCount; link++) sent[link]! += asked[link]! * leftFill[linkFrom[link]!]!
}

/** Fills the orders of the first `count` of `groups` in proportion from what each supplier has left, and takes it off. */
function deliverFromLeft(model: DailyModel, orders: Float64Array, groups: Int32Array, count: number): void {
  const { linkStart, linkFrom } = model.index
  const { asked, sent, leftFill } = model.work
  if (count === 0) return
  takeFromLeft(model, orders)
  for (let place = 0; place < count; place++) {
    const group = groups[place]!
    const end = linkStart[group + 1]!
    for (let link = linkStart[group]!; link < end; link++) sent[link]! += asked[link]! * leftFill[linkFrom[link]!]!
  }
}

/** What each supplier has left for the orders of the phase: the share it fills, and what remains. Whoever is asked for nothing keeps all. */
function takeFromLeft({ index, work }: DailyModel, orders: Float64Array): void {
  const { left, delivered, leftFill } = work
  for (let row = 0; row < index.enterpriseCount; row++) {
    const ordered = orders[row]!
    if (ordered === 0) continue
    const had = left[row]!
    const filled = lesser(ordered, had)
    leftFill[row] = cappedRatio(had, ordered)
    delivered[row]! += filled
    left[row] = had - filled
  }
}
