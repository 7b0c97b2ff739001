/**
 * ORG-07, ORG-06, CMP-04: open complaints of somebody who is away today or lacks a certificate go to the stand-in,
 * where that one may have them, else to whoever is chosen by skill, area and load; none waits with who is not there.
 */
import { decideAssignee } from '@anpei/domain/complaints'
import { dayOfInstant } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { OFF_DUTY, standInFor } from '../identity/index.ts'
import { mayHandle } from './reassign.ts'
import { sealComplaint } from './seal-complaint.ts'
import { settleComplaint } from './settle-complaint.ts'
import { handlerCandidates } from './store-handlers.ts'
import { lockOfAbsent } from './store.ts'
import { saveComplaint } from './work-on.ts'

const MOST_AT_ONCE = 500

export async function handOverComplaints(tx: Tx): Promise<number> {
  const today = dayOfInstant(tx.now)
  const complaints = await lockOfAbsent(tx, today, MOST_AT_ONCE)
  for (const complaint of complaints) {
    const { id, personId, responsibleId: before } = complaint
    const standIn = await standInFor(tx.db, tx.actor.tenantId, before ?? '', today)
    const may = standIn && decideAssignee(await handlerCandidates(tx), complaint, standIn.id)
    const next = may?.ok ? may.value : (await mayHandle(tx, complaint, complaint))[0]
    if (!next) continue
    saveComplaint(tx, complaint, { responsibleId: next.id })
    await sealComplaint(tx, { ...complaint, responsibleId: next.id })
    tx.record({
      name: 'complaint.assigned',
      subject: { kind: 'complaint', id },
      personId,
      reason: OFF_DUTY,
      facts: { responsibleId: next.id, before },
    })
    await settleComplaint(tx, id)
  }
  return complaints.length
}
