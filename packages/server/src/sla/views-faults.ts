/** The register of faults of the online service, latest first (T12), and what it leaves of all hours (T08). */
import type { listServiceFaults as route } from '@anpei/contract/sla'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision, type Instant } from '@anpei/domain/kernel'
import { availability } from '@anpei/domain/sla'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'

const MONTHS = 12
const MOST_FAULTS = 10_000

export async function listServiceFaults(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const { rows } = await sql<Answer<typeof route>['items'][number]>`select f.id, f.began_at as "beganAt",
      f.ended_at as "endedAt", f.reason, coalesce(m.name, '系统') as "madeBy", f.made_at as "madeAt",
      e.name as "endedBy"
    from service_fault f left join staff_user m on m.tenant_id = f.tenant_id and m.id = f.made_by
    left join staff_user e on e.tenant_id = f.tenant_id and e.id = f.ended_by
    where f.tenant_id = ${tx.actor.tenantId} order by f.began_at desc, f.id desc limit 100`.execute(tx.db)
  const told = await sql<{ beganAt: Instant; endedAt: Instant | null }>`select began_at as "beganAt",
      ended_at as "endedAt" from service_fault
    where tenant_id = ${tx.actor.tenantId} order by began_at desc limit ${MOST_FAULTS}`.execute(tx.db)
  return ok({ items: rows, months: [...availability(told.rows, tx.now, MONTHS)] })
}
