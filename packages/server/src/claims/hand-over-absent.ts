/**
 * ORG-07: when somebody is recorded absent from today on, each open case they own goes to the stand-in, or to whoever
 * has the least open work; a later absence hands over on its first morning by the nightly work. Idempotent: what has
 * moved is not theirs any more.
 */
import { dayOfInstant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { standInFor } from '../identity/index.ts'
import { chooseClaimOwner, mayOwnCases } from './owner.ts'
import { saveClaim } from './store-claims.ts'

const MOST_AT_ONCE = 500

export async function handOverAbsent(tx: Tx): Promise<number> {
  const { tenantId } = tx.actor
  const today = dayOfInstant(tx.now)
  const found = await sql<{ id: string; person_id: string; village_code: string | null; owner_id: string }>`
    select c.id, c.person_id, c.village_code, c.owner_id from claim c
    where c.tenant_id = ${tenantId} and c.state not in ('closed', 'withdrawn') and exists (
      select 1 from absence a where a.tenant_id = c.tenant_id and a.user_id = c.owner_id and a.cancelled_at is null
        and ${today}::date between a.from_on and a.to_on)
    order by c.id limit ${MOST_AT_ONCE} for update of c`.execute(tx.db)
  for (const row of found.rows) {
    const standIn = await standInFor(tx.db, tenantId, row.owner_id, today)
    const fit = standIn && (await mayOwnCases(tx.db, tenantId, standIn.id, today)) ? standIn.id : null
    const ownerId = fit ?? (await chooseClaimOwner(tx, row.village_code, [row.owner_id]))
    if (ownerId === null) continue
    await saveClaim(tx.db, tenantId, row.id, tx.now, { ownerId })
    tx.record({
      name: 'claim.assigned',
      subject: { kind: 'claim', id: row.id },
      personId: row.person_id,
      reason: '原承办人请假',
      facts: { ownerId, before: row.owner_id },
    })
  }
  return found.rows.length
}
