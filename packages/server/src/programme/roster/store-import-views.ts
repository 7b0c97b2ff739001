/** What screens ask about imports (PRG-05). */
import type { Day, Instant } from '@anpei/domain/kernel'
import type { MemberStatus } from '@anpei/domain/programme'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { KINDS_OF_FEED, type ImportFeed } from './store-import-turns.ts'

export type ImportData = {
  id: string
  programme_id: string
  kind: 'initial' | 'monthly' | 'discharge'
  file_name: string
  as_of_on: Day
  state: string
  row_count: number
  good_count: number
  bad_count: number
  unchanged_count: number
  summary: unknown
  started_by: string | null
  started_by_name: string | null
  started_at: Instant
  confirmed_by_name: string | null
  confirmed_at: Instant | null
  open_bad: number
  task: { id: string; state: string; done_count: number; total_count: number | null; fault: string | null } | null
  differences: { kind: string; state: string; n: number }[]
}

/** Newest first. */
export async function importsOf(
  db: Db,
  tenantId: number,
  asked: { id: string | null; before: string | null; limit: number; feed?: ImportFeed },
): Promise<ImportData[]> {
  const found =
    await sql<ImportData>`select i.id, i.programme_id, i.kind, i.file_name, i.as_of_on, i.state, i.row_count,
      i.good_count,
      i.bad_count, i.unchanged_count, i.summary, i.started_by, s.name as started_by_name, i.started_at,
        c.name as confirmed_by_name, i.confirmed_at,
      (select count(*)::int from roster_bad_row b where b.tenant_id = i.tenant_id and b.import_id = i.id
        and b.state = 'open') as open_bad,
      (select json_build_object('id', t.id, 'state', t.state, 'done_count', t.done_count, 'total_count', t.total_count,
        'fault', t.fault)
        from background_task t where t.tenant_id = i.tenant_id and t.id = i.task_id) as task,
      (select coalesce(json_agg(d), '[]') from (select kind, state, count(*)::int as n from roster_difference d
        where d.tenant_id = i.tenant_id and d.import_id = i.id group by kind, state) d) as differences
    from roster_import i left join staff_user s on s.tenant_id = i.tenant_id and s.id = i.started_by
    left join staff_user c on c.tenant_id = i.tenant_id and c.id = i.confirmed_by
    where i.tenant_id = ${tenantId} and ${asked.id === null ? sql`true` : sql`i.id = ${asked.id}::uuid`}
      and ${asked.feed === undefined ? sql`true` : sql`i.kind = any(${KINDS_OF_FEED[asked.feed]}::text[])`}
      and ${asked.before === null ? sql`true` : sql`i.id < ${asked.before}::uuid`}
        order by i.id desc limit ${asked.limit}`.execute(db)
  return found.rows
}

export async function badRowsOf(
  db: Db,
  tenantId: number,
  importId: string,
  asked: { state: string | null; code: string | null; after: number; limit: number },
) {
  const { state, code } = asked
  return db
    .selectFrom('roster_bad_row')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .where('row_no', '>', asked.after)
    .$if(state !== null, (query) => query.where('state', '=', state ?? ''))
    .$if(code !== null, (query) => query.where(sql<boolean>`${code} = any(codes)`))
    .orderBy('row_no')
    .limit(asked.limit)
    .execute()
}

export type DifferenceData = {
  id: string
  kind: string
  state: string
  row_no: number | null
  person_id: string | null
  made_by: string | null
  salt: Buffer
  sealed: Buffer
  person_name: string | null
  person_salt: Buffer | null
  person_sealed: Buffer | null
  status: MemberStatus | null
  village_code: string | null
  from_on: Day | null
}

export async function differencesOf(
  db: Db,
  tenantId: number,
  importId: string,
  asked: { kind: string | null; state: string | null; after: string | null; limit: number },
): Promise<DifferenceData[]> {
  const found =
    await sql<DifferenceData>`select d.id, d.kind, d.state, d.row_no, d.person_id, d.made_by, d.salt, d.sealed,
      p.name as person_name,
      p.salt as person_salt, p.sealed as person_sealed, m.status, m.village_code, m.from_on
    from roster_difference d join roster_import i on i.tenant_id = d.tenant_id and i.id = d.import_id
    left join person p on p.tenant_id = d.tenant_id and p.id = d.person_id
    left join member_period m on m.tenant_id = d.tenant_id and m.person_id = d.person_id
      and m.programme_id = i.programme_id
      and m.before_on is null and m.known_before is null
    where d.tenant_id = ${tenantId} and d.import_id = ${importId}
      and ${asked.kind === null ? sql`true` : sql`d.kind = ${asked.kind}`}
      and ${asked.state === null ? sql`true` : sql`d.state = ${asked.state}`}
        and ${asked.after === null ? sql`true` : sql`d.id > ${asked.after}::uuid`}
    order by d.id limit ${asked.limit}`.execute(db)
  return found.rows
}
