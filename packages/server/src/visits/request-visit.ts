/**
 * SRV-09, CLM-02: somebody is to be visited at home, at the scene, or by video. Any row may ask: the service desk turns
 * a request into a visit, a report into a survey. Promises run from the wish, which may be earlier than its entry.
 */
import type { requestVisit as route, VisitStand } from '@anpei/contract/visits'
import type { Input } from '@anpei/contract/kernel'
import { parsePhone } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { areaInForce, decideRequest, eligibleBy, visitLifecycle } from '@anpei/domain/visits'
import { loadPerson, secretsOf } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { recordVisit } from './record-visit.ts'
import { settleVisit } from './settle-visit.ts'
import { standOf } from './stand.ts'
import { areaOn } from './store-areas.ts'
import { insertVisit } from './store.ts'

type Body = Input<typeof route>['body']

export async function requestVisit(tx: Tx, { body }: { body: Body }): Promise<Decision<VisitStand>> {
  if (body.requestedAt && body.requestedAt > tx.now) return refuse('visit.requested_in_future')
  const requestedAt = body.requestedAt ?? tx.now
  const { kind, personId, wishes } = body
  const today = dayOfInstant(tx.now)
  const stands = decideRequest({ kind, personId, name: body.name, phone: body.phone, wishes, today })
  if (!stands.ok) return stands
  const phone = body.phone === '' ? null : parsePhone(body.phone)
  if (phone && !phone.ok) return phone
  const person = personId ? await loadPerson(tx.db, tx.actor.tenantId, personId) : undefined
  if (personId && !person) return refuse('request.not_found')
  // Where nothing else is told, one is visited where the register says.
  const home = kind === 'home' && personId && body.address === '' ? await secretsOf(tx, personId) : undefined
  const villageCode = body.villageCode ?? person?.villageCode ?? null
  const confirmed = kind === 'on_site' && villageCode ? await areaOn(tx, villageCode, dayOfInstant(requestedAt)) : null
  const area = kind === 'on_site' ? areaInForce(confirmed) : null

  const id = newId()
  const visitNo = await tx.app.numbers.draw(tx.db, 'visit', tx.now)
  await insertVisit(tx, {
    id,
    visitNo,
    kind,
    subject: body.subject,
    personId,
    villageCode,
    area,
    purpose: body.purpose,
    channel: body.channel,
    eligibleBy: eligibleBy({
      birthOn: person?.birthOn ?? null,
      careMarks: person?.careMarks ?? [],
      told: body.told,
      today,
    }),
    wishes: wishes.map(({ day, half }) => `${day}/${half}`),
    requestedAt,
    recordedBy: tx.actor.kind === 'system' ? null : tx.actor.id,
    told: {
      name: body.name || (person?.name ?? ''),
      phone: phone?.value.phone ?? '',
      address: body.address || (home?.address ?? ''),
      why: body.why,
    },
  })
  recordVisit(tx, { id, kind, personId }, 'requested', {
    at: requestedAt,
    facts: {
      visitNo,
      channel: body.channel,
      ...(body.subject ? { subjectKind: body.subject.kind, subjectId: body.subject.id } : {}),
      ...(area ? { onSite: area.area, areaKnown: area.known } : {}),
    },
  })
  const { dueAt } = await settleVisit(tx, id, true)
  return ok(standOf({ id, visitNo, kind, revision: 1 }, visitLifecycle.initial, dueAt))
}
