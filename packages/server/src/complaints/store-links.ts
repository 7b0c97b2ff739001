/** What a complaint hangs together with: the request it came from, complaints of other people (CMP-02, CMP-03). */
import { sql } from 'kysely'
import type { Writing } from '../db/index.ts'
import type { Tx } from '../http/index.ts'
import { complaintScope } from './store.ts'

type Target = { readonly kind: 'request' | 'complaint'; readonly id: string }
export type Linked = { readonly id: string; readonly complaintNo: string; readonly state: string }

export function newLinkWriting(tx: Tx, complaintId: string, target: Target): Writing {
  return tx.db
    .insertInto('complaint_link')
    .values({
      tenant_id: tx.actor.tenantId,
      complaint_id: complaintId,
      target_kind: target.kind,
      target_id: target.id,
      made_by: tx.actor.kind === 'staff' ? tx.actor.id : null,
      made_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
}

/** The requests it came from. */
export async function requestsOf(tx: Tx, complaintId: string): Promise<readonly { id: string; requestNo: string }[]> {
  const { rows } = await sql<{ id: string; requestNo: string }>`select r.id, r.request_no as "requestNo"
    from complaint_link l join desk_request r on r.tenant_id = l.tenant_id and r.id = l.target_id
    where l.tenant_id = ${tx.actor.tenantId} and l.complaint_id = ${complaintId} and l.target_kind = 'request'
    order by r.received_at, r.id limit 50`.execute(tx.db)
  return rows
}

export type Related = Linked & { readonly how: 'linked' | 'survivor' | 'merged' }

/** Other complaints it hangs together with, as far as whoever looks may see them. */
export async function relatedComplaints(
  tx: Tx,
  { id, mergedInto }: { readonly id: string; readonly mergedInto: string | null },
): Promise<readonly Related[]> {
  const { tenantId } = tx.actor
  const { rows } = await sql<Related>`
    with l as (select target_id as id, 'linked' as how from complaint_link
        where tenant_id = ${tenantId} and complaint_id = ${id} and target_kind = 'complaint'
      union select complaint_id, 'linked' from complaint_link
        where tenant_id = ${tenantId} and target_id = ${id} and target_kind = 'complaint'
      union select ${mergedInto}::uuid, 'survivor' where ${mergedInto}::uuid is not null
      union select m.id, 'merged' from complaint m where m.tenant_id = ${tenantId} and m.merged_into = ${id})
    select c.id, c.complaint_no as "complaintNo", c.state, l.how from l
    join complaint c on c.tenant_id = ${tenantId} and c.id = l.id
    where ${complaintScope(tx.actor, 'complaint.read')} order by c.complaint_no limit 100`.execute(tx.db)
  return rows
}
