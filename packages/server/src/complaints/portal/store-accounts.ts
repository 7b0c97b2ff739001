/** Which complaints an account of the portal may look at and answer. */
import type { Decision } from '@anpei/domain/kernel'
import { refuse } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { complaintsWhere, findComplaintAs, type ComplaintRecord } from '../store.ts'

export async function linkAccount(tx: Tx, complaintId: string): Promise<void> {
  await tx.db
    .insertInto('complaint_account')
    .values({ tenant_id: tx.actor.tenantId, complaint_id: complaintId, account_id: tx.actor.id })
    .execute()
}

/**
 * Those it brought; and those whose decision was sent by short message to its number, which the complainant left with
 * us, or the register holds of a complainant who left none: the message says to read it here (CMP-08).
 */
const ofAccount = (tx: Tx) => sql<boolean>`c.id in (
  select a.complaint_id from complaint_account a
  where a.tenant_id = ${tx.actor.tenantId} and a.account_id = ${tx.actor.id}
  union all
  select k.id from portal_account p
  join complaint k on k.tenant_id = p.tenant_id and k.phone_hash = p.phone_hash
  join complaint_decision d on d.tenant_id = k.tenant_id and d.complaint_id = k.id and d.way = 'sms'
  where p.tenant_id = ${tx.actor.tenantId} and p.id = ${tx.actor.id}
  union all
  select k.id from portal_account p
  join person r on r.tenant_id = p.tenant_id and r.phone_hash = p.phone_hash
  join complaint k on k.tenant_id = p.tenant_id and k.person_id = r.id and k.representation = 'self'
    and k.phone_hash is null
  join complaint_decision d on d.tenant_id = k.tenant_id and d.complaint_id = k.id and d.way = 'sms'
  where p.tenant_id = ${tx.actor.tenantId} and p.id = ${tx.actor.id})`
const MOST = 50

/** Newest first. */
export async function ownComplaints(tx: Tx): Promise<readonly ComplaintRecord[]> {
  if (tx.actor.kind !== 'customer') return []
  return complaintsWhere(tx, sql`${ofAccount(tx)} order by c.id desc limit ${MOST}`)
}

/** Somebody else's complaint is not there. */
export async function findOfAccount(tx: Tx, complaintId: string, lock: boolean): Promise<Decision<ComplaintRecord>> {
  if (tx.actor.kind !== 'customer') return refuse('request.not_found')
  return findComplaintAs(tx, complaintId, ofAccount(tx), lock)
}
