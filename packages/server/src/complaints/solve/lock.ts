/** Who works on a complaint is its one responsible person and nobody concerned (CMP-04, CMP-05). */
import { decideHandler } from '@anpei/domain/complaints'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import type { ComplaintRecord } from '../store.ts'
import { lockImpartially } from '../work-on.ts'

export async function lockToHandle(tx: Tx, complaintId: string): Promise<Decision<ComplaintRecord>> {
  const locked = await lockImpartially(tx, complaintId, 'complaint.handle')
  if (!locked.ok || tx.actor.kind === 'system') return locked
  const mine = decideHandler(tx.actor.id, locked.value.responsibleId)
  return mine.ok ? locked : mine
}
