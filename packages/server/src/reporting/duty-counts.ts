/**
 * The promises that standing duties keep, counted as the ledger counts (CLK-05, RPT-06; T28–T34): they are timed by
 * their own due days, closed only with their evidence, and belong to the company, not to one institution or programme.
 */
import { dayOfInstant, holds } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { dutyCatalogue } from './duty-catalogue.ts'
import { ledgerInstitutions } from './promise-sql.ts'
import type { CountRow } from './store-ledger.ts'

/** The guarantee of each promise that is a duty; none for who may not read duties or sees some institutions only. */
export function dutyPromises(tx: Tx): ReadonlyMap<string, string> {
  if (!holds(tx.actor, 'duty.read') || ledgerInstitutions(tx.actor) !== null) return new Map()
  return new Map(dutyCatalogue().duties.map(({ code, guarantee }) => [code, guarantee]))
}

export async function dutyCounts(
  tx: Tx,
  codes: readonly string[],
  from: string,
  to: string | null,
): Promise<CountRow[]> {
  if (codes.length === 0) return []
  const today = dayOfInstant(tx.now)
  const { rows } = await sql<CountRow>`select clock_id, month,
      count(*) filter (where outcome = 'kept')::int as kept, 0 as kept_by_agreement,
      count(*) filter (where outcome = 'broken')::int as broken,
      count(*) filter (where outcome = 'running')::int as running, 0 as cancelled
    from (select i.duty_code as clock_id, to_char(i.due_on, 'YYYY-MM') as month,
        case when i.state = 'open' then case when i.due_on < ${today}::date then 'broken' else 'running' end
          when (i.closed_at at time zone 'Asia/Shanghai')::date <= i.due_on then 'kept' else 'broken' end as outcome
      from duty_instance i where i.tenant_id = ${tx.actor.tenantId} and i.duty_code = any(${[...codes]}::text[])
        and i.from_on <= ${today}::date) counted
    where month >= ${from} and month <= coalesce(${to}::text, month) group by clock_id, month`.execute(tx.db)
  return rows
}
