/** What every command on a complaint begins and ends with: the locked case, kept from those concerned, and the save. */
import { decideCoordination, decideImpartial } from '@anpei/domain/complaints'
import type { Decision, Permission } from '@anpei/domain/kernel'
import { writeAsOne, type Writing } from '../db/index.ts'
import { tellLive, type Tx } from '../http/index.ts'
import { nameWritings } from './store-names.ts'
import { complaintChangeWriting, findComplaint, type ComplaintChange, type ComplaintRecord } from './store.ts'

/** Locked; whoever is complained about, their line and the channel that sold are refused (CMP-05). */
export async function lockImpartially(
  tx: Tx,
  complaintId: string,
  permission: Permission,
): Promise<Decision<ComplaintRecord>> {
  const found = await findComplaint(tx, complaintId, permission, true)
  if (!found.ok || tx.actor.kind === 'system') return found
  const impartial = decideImpartial(tx.actor, found.value)
  return impartial.ok ? found : impartial
}

/** Locked for checking, classifying and assigning: the superior named for it may, though they stand in the line. */
export async function lockToCoordinate(tx: Tx, complaintId: string): Promise<Decision<ComplaintRecord>> {
  const found = await findComplaint(tx, complaintId, 'complaint.coordinate', true)
  if (!found.ok) return found
  const allowed = decideCoordination(tx.actor, found.value, found.value.coordinatorId)
  return allowed.ok ? found : allowed
}

/** The change and what goes with it, in one statement, and word to whoever has the list open. */
export function saveComplaint(
  tx: Tx,
  complaint: ComplaintRecord,
  change: ComplaintChange,
  more: readonly Writing[] = [],
): void {
  const writing = complaintChangeWriting(tx, complaint, change)
  const name = change.told?.complainant.name
  const names = name === undefined ? [] : nameWritings(tx, complaint.id, name, complaint.told.complainant.name)
  tx.later(writeAsOne(tx.db, [...(writing ? [writing] : []), ...names, ...more]))
  tellLive(tx, 'complaints', null)
}
