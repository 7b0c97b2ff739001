/** Institutions, and the single days arranged for one of them that hold now (CLK-02). */
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

const MOST_OFFICES = 1000

export async function officesOf(db: Db, tenantId: number): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from institution
    where tenant_id = ${tenantId} order by code limit ${MOST_OFFICES}`.execute(db)
  return rows
}

export type OfficeDayRow = {
  readonly id: string
  readonly institutionId: string
  readonly office: string
  readonly day: Day
  readonly lineIds: readonly string[]
  readonly spans: string[]
  readonly source: string
  readonly madeBy: string
  readonly checkedBy: string
  readonly checkedAt: Instant
  readonly revision: number
}
type Wanted = { readonly institutionId: string | undefined; readonly from: Day | undefined; readonly limit: number }

/** Confirmed and not replaced or taken back by a later one, line by line; in the order of the days. */
export async function findOfficeDays(
  db: Db,
  tenantId: number,
  { institutionId, from, limit }: Wanted,
  after: readonly string[] | null,
): Promise<OfficeDayRow[]> {
  const [day, revision] = after ?? []
  const { rows } = await sql<OfficeDayRow>`select c.id, c.institution_id as "institutionId",
      i.name as office, c.day, held.lines as "lineIds", c.content->'spans' as spans, c.source, m.name as "madeBy",
      k.name as "checkedBy", c.checked_at as "checkedAt", c.revision
    from calendar_change c
    join institution i on i.tenant_id = c.tenant_id and i.id = c.institution_id
    join staff_user m on m.tenant_id = c.tenant_id and m.id = c.made_by
    join staff_user k on k.tenant_id = c.tenant_id and k.id = c.checked_by
    cross join lateral (select array_agg(line) as lines from jsonb_array_elements_text(c.content->'calendarIds') line
      where not exists (select from calendar_change n where n.tenant_id = c.tenant_id and n.kind = 'office'
        and n.day = c.day and n.institution_id = c.institution_id and n.revision > c.revision
        and n.content->'calendarIds' ? line)) held
    where c.tenant_id = ${tenantId} and c.kind = 'office' and c.revision is not null
      and c.content->'spans' <> 'null'::jsonb and held.lines is not null
      and (${institutionId ?? null}::uuid is null or c.institution_id = ${institutionId ?? null}::uuid)
      and (${from ?? null}::date is null or c.day >= ${from ?? null}::date)
      and (${day ?? null}::date is null or (c.day, c.revision) > (${day ?? null}::date, ${revision ?? null}::int))
    order by c.day, c.revision limit ${limit}`.execute(db)
  return rows
}
