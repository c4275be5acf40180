/**
 * Steps 6 and 7 of a day (docs/model.md 3): what suppliers have left after contracts and end market goes to those who ask for
 * more, substitutes first, then restock orders.
 */
import type { DailyModel } from './daily-state.ts'
import type { Forces } from './forces.ts'
import { NEGLIGIBLE, positive, smaller } from './rounding.ts'

/** Step 6: what contracts left short is asked of the group's suppliers with free capacity, backups too. */
export function substitute(model: DailyModel, forces: Forces): void {
  model.work.substitute.fill(0)
  if (forces.areLinksOpen) askStandIns(model)
  else askStandInsWithin(model, forces)
  deliverFromLeft(model, model.work.substitute)
}

/** Step 6 on a day on which every link is open. */
function askStandIns({ index, work }: DailyModel): void {
  const { linkStart, linkFrom } = index
  const { asked, short, headroom, substitute: orders, active, activeCount } = work
  let asking = 0
  for (let place = 0; place < activeCount[0]!; place++) {
    const group = active[place]!
    const first = linkStart[group]!
    const end = linkStart[group + 1]!
    let free = 0
    for (let link = first; link < end; link++) free += headroom[linkFrom[link]!]!
    if (!(free > 0)) continue
    active[asking++] = group
    const missing = short[group]!
    for (let link = first; link < end; link++) {
      const row = linkFrom[link]!
      const order = (missing * headroom[row]!) / free
      asked[link] = order
      orders[row]! += order
    }
  }
  activeCount[0] = asking
}

/** Step 6 where blocked links let only so much through. */
function askStandInsWithin({ index, work }: DailyModel, { room }: Forces): void {
  const { asked, booked, short, headroom, substitute: orders, active, activeCount } = work
  let asking = 0
  for (let place = 0; place < activeCount[0]!; place++) {
    const group = active[place]!
    const first = index.linkStart[group]!
    const end = index.linkStart[group + 1]!
    let free = 0
    for (let link = first; link < end; link++) {
      if (room[link]! > booked[link]! + index.flow[link]! * NEGLIGIBLE) free += headroom[index.linkFrom[link]!]!
    }
    if (!(free > 0)) continue
    active[asking++] = group
    for (let link = first; link < end; link++) {
      const left = room[link]! - booked[link]!
      const spareRoom = left > index.flow[link]! * NEGLIGIBLE ? left : 0
      const order = smaller(spareRoom, (short[group]! * headroom[index.linkFrom[link]!]!) / free)
      asked[link] = order
      booked[link]! += order
      orders[index.linkFrom[link]!]! += order
    }
  }
  activeCount[0] = asking
}

/** Step 7: restock orders are filled last. */
export function restock(model: DailyModel, { room, areLinksOpen }: Forces): void {
  const { index, share, work } = model
  const { restockOrder, asked, booked, restock: orders, active, activeCount } = work
  orders.fill(0)
  let count = 0
  for (let group = 0; group < index.groupCount; group++) {
    const order = restockOrder[group]!
    if (order <= 0) continue
    active[count++] = group
    for (let link = index.linkStart[group]!; link < index.linkStart[group + 1]!; link++) {
      const wanted = order * share[link]!
      const amount = areLinksOpen ? wanted : positive(smaller(room[link]! - booked[link]!, wanted))
      asked[link] = amount
      orders[index.linkFrom[link]!]! += amount
    }
  }
  activeCount[0] = count
  deliverFromLeft(model, orders)
}

/** Fills the orders of the active groups in proportion from what each supplier has left, and takes it off. */
function deliverFromLeft({ index, work }: DailyModel, orders: Float64Array): void {
  const { asked, sent, left, delivered, active, activeCount } = work
  const { linkStart, linkFrom, enterpriseCount } = index
  if (activeCount[0] === 0) return
  for (let place = 0; place < activeCount[0]!; place++) {
    const group = active[place]!
    for (let link = linkStart[group]!; link < linkStart[group + 1]!; link++) {
      if (asked[link]! <= 0) continue
      const row = linkFrom[link]!
      sent[link]! += asked[link]! * smaller(1, left[row]! / orders[row]!)
    }
  }
  for (let row = 0; row < enterpriseCount; row++) {
    const filled = smaller(orders[row]!, left[row]!)
    delivered[row]! += filled
    left[row]! -= filled
  }
}
