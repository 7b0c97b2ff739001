/** CMP-10: whoever says "dissatisfied" when asked after finds the same case open again, without another word. */
import type { StoredEvent } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { findComplaint } from '../store.ts'
import { reopen } from './reopen.ts'

export const FOLLOW_CALLBACK = 'complaints.follow_callback'

export async function followCallback(tx: Tx, { facts }: StoredEvent): Promise<void> {
  const { subjectKind, subjectId, satisfied } = facts
  if (subjectKind !== 'complaint' || satisfied !== 'no' || typeof subjectId !== 'string') return
  const found = await findComplaint(tx, subjectId, 'complaint.read', true)
  // Reopened by hand in the meantime, or told twice.
  if (!found.ok || (found.value.state !== 'told' && found.value.state !== 'closed')) return
  const reopened = await reopen(tx, found.value, '回访时客户表示不满意')
  if (!reopened.ok) throw new Error(`complaint ${subjectId} could not be reopened: ${reopened.code}`)
}
