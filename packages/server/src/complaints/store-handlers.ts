/** Who coordinates and who handles complaints, with how much each has open (CMP-04, ORG-07). */
import type { HandlerCandidate } from '@anpei/domain/complaints'
import { dayOfInstant, type Permission } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { App, Tx } from '../http/index.ts'
import { actorsFor } from '../identity/index.ts'

export type Handler = HandlerCandidate & { readonly institution: string }
type Known = { id: string; name: string; institutionId: string; institution: string; openCount: number }

export async function handlerCandidates(tx: Tx): Promise<readonly Handler[]> {
  return candidatesFor(tx, 'complaint.handle')
}

async function candidatesFor(tx: Tx, permission: Permission): Promise<readonly Handler[]> {
  const { tenantId } = tx.actor
  const actors = await actorsFor(tx.db, tenantId, permission, dayOfInstant(tx.now))
  const { rows } = await sql<Known>`select u.id, u.name, u.institution_id as "institutionId",
      coalesce(i.name, '') as institution, (select count(*)::int from complaint c where c.tenant_id = u.tenant_id
        and c.responsible_id = u.id and c.ended_at is null) as "openCount"
    from staff_user u left join institution i on i.tenant_id = u.tenant_id and i.id = u.institution_id
    where u.tenant_id = ${tenantId} and u.id = any(${actors.map((one) => one.id)}::uuid[])`.execute(tx.db)
  const known = new Map(rows.map((row) => [row.id, row]))
  return actors.flatMap((actor) => {
    const row = known.get(actor.id)
    return row ? [{ ...actor, ...row, lastAssignedAt: null }] : []
  })
}

type Group = { readonly until: number; readonly people: Promise<readonly Handler[]> }
const KEPT_MS = 5000
const kept = new WeakMap<App, Map<number, Group>>()

/** The coordination group; asked for with each complaint that comes in, so it is kept for some seconds. */
export function coordinationGroup(tx: Tx): Promise<readonly Handler[]> {
  const { tenantId } = tx.actor
  let tenants = kept.get(tx.app)
  if (!tenants) kept.set(tx.app, (tenants = new Map()))
  const known = tenants.get(tenantId)
  if (known && known.until > performance.now()) return known.people
  const people = candidatesFor(tx, 'complaint.coordinate')
  tenants.set(tenantId, { until: performance.now() + KEPT_MS, people })
  people.catch(() => tenants.delete(tenantId))
  return people
}
