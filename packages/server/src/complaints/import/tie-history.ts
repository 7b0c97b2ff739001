/**
 * CUS-07, CUS-10: the source of a past complaint tells a name only, so a person says whose it is and by what. From then
 * on it is copied, kept and destroyed with that customer's data; a wrong tie is taken back the same way.
 */
import type { tieHistory as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { institutionScope } from '../../identity/index.ts'
import { findCustomer } from './find-customer.ts'
import { tiePerson } from './store-history.ts'

type Found = { externalNo: string; personId: string | null; erased: boolean }

export async function tieHistory(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Record<string, never>>> {
  const [history, person] = await Promise.all([findHistory(tx, params.historyId), findCustomer(tx, body.personId)])
  if (!history || history.erased || (body.personId !== null && !person)) return refuse('request.not_found')
  const [before, after] = [history.personId, person?.id ?? null]
  if (before === after) return ok({})
  await tiePerson(tx, params.historyId, after)
  const what = {
    subject: { kind: 'complaint_history', id: params.historyId },
    reason: body.reason,
    facts: { no: history.externalNo },
  }
  if (before !== null) tx.record({ ...what, name: 'complaint_history.untied', personId: before })
  if (after !== null) tx.record({ ...what, name: 'complaint_history.tied', personId: after })
  return ok({})
}

async function findHistory(tx: Tx, historyId: string): Promise<Found | undefined> {
  const { rows } = await sql<Found>`select h.external_no as "externalNo", h.person_id as "personId",
      p.erased_at is not null or h.emptied_at is not null as erased
    from complaint_history h left join person p on p.tenant_id = h.tenant_id and p.id = h.person_id
    where h.tenant_id = ${tx.actor.tenantId} and h.id = ${historyId}
      and ${institutionScope(tx.actor, 'complaint.read', sql`h.institution_id`)} for update of h`.execute(tx.db)
  return rows[0]
}
