/**
 * T22, T43; SLA §2 rule 11: whoever tells the complainant face to face or by telephone, or hears their answer, has
 * reached them as a person: that is a contact too, the first where there was none.
 */
import type { Instant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import type { ComplaintChange, ComplaintRecord } from '../store.ts'

/** The change of the complaint. To be called before its clocks are settled. */
export function noteContact(tx: Tx, { id, personId, firstContactAt }: ComplaintRecord, via: string): ComplaintChange {
  const facts = { via, human: true, successful: true }
  tx.record({ name: 'complaint.contacted', subject: { kind: 'complaint', id }, personId, facts })
  const at: Instant = tx.now
  return { firstContactAt: firstContactAt ?? at }
}
