/** How somebody appeared at the counter, said by whom (SRV-10). */
import type { Instant } from '@anpei/domain/kernel'
import type { CounterAnswers } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'

export type CounterCheckRow = {
  readonly byId: string
  readonly by: string
  readonly at: Instant
  readonly version: number
  readonly answers: CounterAnswers
}

export async function counterChecksOf({ db, actor }: Tx, requestId: string): Promise<CounterCheckRow[]> {
  const { rows } = await sql<CounterCheckRow>`select c.made_by as "byId", u.name as by, c.made_at as at, c.version,
      c.answers
    from counter_check c join staff_user u on u.tenant_id = c.tenant_id and u.id = c.made_by
    where c.tenant_id = ${actor.tenantId} and c.request_id = ${requestId}
    order by c.made_at, c.made_by limit 20`.execute(db)
  return rows
}

/** Said once by each. */
export async function insertCounterCheck(
  { db, actor, now }: Tx,
  requestId: string,
  { version, answers }: { readonly version: number; readonly answers: CounterAnswers },
): Promise<void> {
  await sql`insert into counter_check (tenant_id, request_id, made_by, made_at, version, answers)
    values (${actor.tenantId}, ${requestId}, ${actor.id}, ${now}, ${version}, ${JSON.stringify(answers)}::jsonb)
    on conflict (tenant_id, request_id, made_by) do nothing`.execute(db)
}
