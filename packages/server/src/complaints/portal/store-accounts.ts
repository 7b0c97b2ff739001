/** Which account of the portal brought a complaint: what it may look at and answer. */
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

const ofAccount = (tx: Tx) => sql<boolean>`exists (select from complaint_account a where a.tenant_id = c.tenant_id
  and a.complaint_id = c.id and a.account_id = ${tx.actor.id})`
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
