/** SRV-09: who goes out: base and villages, working calendar, visits a half-day, accident cover. */
import type { saveVisitor as route } from '@anpei/contract/visits'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { calendarsOf } from '../sla/index.ts'
import { isKnown, upsertVisitor } from './store-visitors.ts'

export async function saveVisitor(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { staffId } = params
  const [calendars, known] = await Promise.all([
    calendarsOf(tx),
    isKnown(tx, staffId, [body.baseVillage, ...body.villages]),
  ])
  if (!known) return refuse('request.not_found')
  if (!calendars.byId.has(body.calendarId)) return refuse('visit.calendar_unknown')
  if (body.cover && body.cover.to < body.cover.from) return refuse('visit.cover_ends_before')
  await upsertVisitor(tx, { staffId, ...body })
  tx.record({
    name: 'visitor.saved',
    subject: { kind: 'staff_user', id: staffId },
    facts: {
      active: body.active,
      baseVillage: body.baseVillage,
      capacity: body.halfDayCapacity,
      coverFrom: body.cover?.from ?? null,
      coverTo: body.cover?.to ?? null,
    },
  })
  return ok({ staffId })
}
