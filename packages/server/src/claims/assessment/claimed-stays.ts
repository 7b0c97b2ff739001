/** PRG-05: which stays of a hospital's list a report or claim stands for already; cancelled reports are none. */
import type { StayAsked } from '../../programme/index.ts'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'

/** An accident so many days before the admission can belong to the stay. */
const BEFORE_DAYS = 30

export async function claimedStays(tx: Tx, stays: readonly StayAsked[]): Promise<ReadonlySet<number>> {
  const { tenantId } = tx.actor
  const found = await sql<{ at: number }>`
    select s.at::int from unnest(${stays.map((one) => one.personId)}::uuid[],
      ${stays.map((one) => one.admittedOn)}::date[], ${stays.map((one) => one.dischargedOn)}::date[])
      with ordinality as s(person_id, admitted_on, discharged_on, at)
    where exists (select from report r where r.tenant_id = ${tenantId} and r.person_id = s.person_id
        and r.state <> 'cancelled'
        and coalesce(r.accident_on, (r.received_at at time zone 'Asia/Shanghai')::date)
          between s.admitted_on - ${BEFORE_DAYS}::int and s.discharged_on)
      or exists (select from claim c where c.tenant_id = ${tenantId} and c.person_id = s.person_id
        and c.accident_on between s.admitted_on - ${BEFORE_DAYS}::int and s.discharged_on)`.execute(tx.db)
  return new Set(found.rows.map((row) => row.at - 1))
}
