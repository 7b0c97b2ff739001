/** SRV-09: of two versions a person chooses one, and says why; what was not chosen stays to be read. */
import type { chooseRecord as route, VisitStand } from '@anpei/contract/visits'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision, type Instant } from '@anpei/domain/kernel'
import { decideChoice } from '@anpei/domain/visits'
import type { Tx } from '../http/index.ts'
import { applyRecord } from './apply-record.ts'
import { standOf } from './stand.ts'
import { lockVisit, saveVisit } from './store.ts'
import { choose, putAwayBeside, recordsOf, setAside } from './store-records.ts'

export async function chooseRecord(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<VisitStand>> {
  const locked = await lockVisit(tx, params.visitId, 'visit.arrange')
  if (!locked.ok) return locked
  const visit = locked.value
  const beside = (await recordsOf(tx, visit.id)).filter((one) => one.standing === 'beside')
  if (beside.length === 0) return refuse('visit.nothing_to_choose')
  const { recordId } = body
  const chosen = recordId === null ? null : beside.find((one) => one.id === recordId)
  if (chosen === undefined) return refuse('request.not_found')
  let { state } = visit
  let dueAt: Instant | null = visit.dueAt
  if (chosen === null) {
    await putAwayBeside(tx, visit.id)
    await saveVisit(tx, visit.id, {})
  } else {
    const moved = decideChoice(visit.state, chosen.result)
    if (!moved.ok) return moved
    await setAside(tx, visit.id)
    await choose(tx, chosen.id)
    state = moved.value.to
    dueAt = await applyRecord(tx, visit, chosen, moved.value)
  }
  tx.record({
    name: 'visit.record_chosen',
    subject: { kind: 'visit', id: visit.id },
    personId: visit.personId,
    facts: { recordId, beside: beside.map((one) => one.id) },
    reason: body.reason,
  })
  return ok(standOf({ ...visit, revision: visit.revision + 1 }, state, dueAt))
}
