/**
 * NTF-02, SRV-05: the customer is told of a visit's time, of a later one with the reason, of the setting out, of the
 * end.
 */
import { slotWords, VISIT_KINDS } from '@anpei/domain/visits'
import type { Instant } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { notify } from '../notifications/index.ts'
import type { VisitRecord } from './store.ts'

type Words = 'visit_agreed' | 'visit_put_off' | 'visit_coming' | 'visit_cancelled' | 'visit_video'

/** Once per change of the visit; answers the channel it goes by first. */
export async function tellVisit(
  tx: Tx,
  visit: VisitRecord,
  template: Words,
  facts: Readonly<Record<string, string>>,
): Promise<string> {
  const { told } = visit
  return notify(tx, {
    personId: visit.personId,
    occasion: `${template}:${visit.id}:${visit.revision}`,
    template,
    facts: { what: VISIT_KINDS[visit.kind], visitNo: visit.visitNo, ...facts },
    subject: { kind: 'visit', id: visit.id },
    otherPhone: told.phone || null,
    otherName: told.name,
  })
}

export function whenOf(visit: Pick<VisitRecord, 'kind'>, slot: { from: Instant; to: Instant }): string {
  return slotWords({ kind: visit.kind, from: slot.from, to: slot.to })
}
