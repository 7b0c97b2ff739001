/** Whether somebody who complained can be reached at all (CMP-08, CMP-10). */
import type { Reach } from '@anpei/domain/complaints'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { ComplaintRecord } from '../store.ts'

/** Channels in which we can answer without knowing a number. */
const ANSWERABLE: readonly string[] = ['wechat', 'app', 'sms', 'email']

export function isAnswerable(channel: string): boolean {
  return ANSWERABLE.includes(channel)
}

type Of = Pick<ComplaintRecord, 'id' | 'personId' | 'told'>

export async function reachOf(tx: Tx, { id, personId, told }: Of): Promise<Reach> {
  const { tenantId } = tx.actor
  const { rows } = await sql<{ back: boolean }>`select
      exists (select from complaint_account a where a.tenant_id = ${tenantId} and a.complaint_id = ${id})
      or exists (select from complaint_link l join desk_request r on r.tenant_id = l.tenant_id and r.id = l.target_id
        where l.tenant_id = ${tenantId} and l.complaint_id = ${id} and l.target_kind = 'request'
          and r.channel = any(${[...ANSWERABLE]}::text[])) as back`.execute(tx.db)
  const { name, phone, email, address } = told.complainant
  return { personKnown: personId !== null, name, phone, email, address, backChannel: rows[0]?.back ?? false }
}
