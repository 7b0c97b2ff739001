/** SLA L12, CUS-11: a data security incident becomes known; its three reports are timed from then. */
import type { IncidentView, recordIncident as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { complianceOwner } from './data-request-entry.ts'
import { settleIncident } from './data-request-due.ts'
import { insertIncident, staffByLogin } from './store-privacy-incidents.ts'
import { sealMatter } from './seals.ts'
import { incidentView } from './views-privacy-incidents.ts'

export async function recordIncident(tx: Tx, { body }: Input<typeof route>): Promise<Decision<IncidentView>> {
  if (body.knownAt > tx.now) return refuse('customers.incident_in_future')
  const concerned = await staffByLogin(tx, body.sealFrom)
  if (concerned.length < new Set(body.sealFrom).size) return refuse('customers.incident_unknown_person')
  if (concerned.includes(tx.actor.id)) return refuse('customers.incident_about_yourself')
  const id = newId()
  const incidentNo = await tx.app.numbers.draw(tx.db, 'incident', tx.now)
  const ownerId = await complianceOwner(tx)
  await insertIncident(tx, {
    id,
    incidentNo,
    level: body.level,
    title: body.title,
    personsCount: body.personsCount,
    knownAt: body.knownAt,
    ownerId,
    told: { what: body.what, steps: [] },
  })
  if (concerned.length > 0) {
    const keepers = [tx.actor.id, ...(ownerId === null || concerned.includes(ownerId) ? [] : [ownerId])]
    await sealMatter(tx, { kind: 'data_incident', id }, { concerned, keepers, shut: true, reason: '涉事人员回避' })
  }
  tx.record({
    name: 'data_incident.known',
    subject: { kind: 'data_incident', id },
    // The two hours run from when it became known, not from when it was entered.
    at: body.knownAt,
    facts: { incidentNo, level: body.level, persons: body.personsCount, recordedAt: tx.now },
  })
  await settleIncident(tx, id, true)
  return incidentView(tx, id)
}
