/** What the under-payment sweep walks over and what it leaves behind (CLM-16). */
import { underpaymentLifecycle, type UnderpaymentCause } from '@anpei/domain/claims'
import type { Day, Fen, Instant, Transition } from '@anpei/domain/kernel'
import type { UnderpaymentState } from '@anpei/domain/claims'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'
import { newId } from '../../kernel/index.ts'

export type SweptReport = {
  readonly id: string
  readonly state: string
  readonly personId: string
  readonly accidentOn: Day
  readonly declinedAt: Instant | null
  /** The person has a claim for the same day from another report. */
  readonly claimedElsewhere: boolean
  readonly claims: readonly { readonly id: string; readonly programmeId: string; readonly state: string }[]
}

/** Reports with a matched person, in order of their ids, after one id. */
export function reportsAfter(db: Db, tenantId: number, afterId: string, limit: number): Promise<SweptReport[]> {
  return reportsWhere(db, tenantId, sql`r.id > ${afterId}`, limit)
}

export function reportOf(db: Db, tenantId: number, reportId: string): Promise<SweptReport[]> {
  return reportsWhere(db, tenantId, sql`r.id = ${reportId}`, 1)
}

async function reportsWhere(
  db: Db,
  tenantId: number,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<SweptReport[]> {
  const found = await sql<{
    id: string
    state: string
    person_id: string
    accident_on: Day
    declined_at: Instant | null
    elsewhere: boolean
    claims: { id: string; programme_id: string; state: string }[] | null
  }>`
    select r.id, r.state, r.person_id, r.accident_on,
      (select max(e.at) from event e where e.tenant_id = r.tenant_id and e.subject_id = r.id and e.name =
        'report.declined') as declined_at,
      exists (select 1 from claim o where o.tenant_id = r.tenant_id and o.person_id = r.person_id
        and o.accident_on = r.accident_on and o.report_id <> r.id and o.state <> 'withdrawn') as elsewhere,
      (select json_agg(json_build_object('id', c.id, 'programme_id', c.programme_id, 'state', c.state)) from claim c
        where c.tenant_id = r.tenant_id and c.report_id = r.id) as claims
    from report r where r.tenant_id = ${tenantId} and ${where} and r.person_id is not null and r.accident_on
      is not null
      and r.state in ('registered', 'not_opened')
    order by r.id limit ${limit}`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    state: row.state,
    personId: row.person_id,
    accidentOn: row.accident_on,
    declinedAt: row.declined_at,
    claimedElsewhere: row.elsewhere,
    claims: (row.claims ?? []).map((claim) => ({ id: claim.id, programmeId: claim.programme_id, state: claim.state })),
  }))
}

export async function countReports(db: Db, tenantId: number): Promise<number> {
  const row = await db
    .selectFrom('report')
    .select((e) => e.fn.countAll<bigint>().as('n'))
    .where('tenant_id', '=', tenantId)
    .where('person_id', 'is not', null)
    .where('accident_on', 'is not', null)
    .where('state', 'in', ['registered', 'not_opened'])
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export type FoundDebt = {
  readonly reportId: string
  readonly claimId: string | null
  readonly programmeId: string
  readonly benefit: string
  readonly owedFen: Fen | null
  readonly dueFen: Fen | null
  readonly givenFen: Fen
  readonly causes: readonly UnderpaymentCause[]
}

/** New debts are written, known ones refreshed: a second run of the same batch changes nothing. Returns those found
 * anew. */
export async function saveDebts(
  db: Db,
  tenantId: number,
  now: Instant,
  debts: readonly FoundDebt[],
): Promise<FoundDebt[]> {
  const fresh: FoundDebt[] = []
  for (const debt of debts) {
    const written = await sql<{ fresh: boolean }>`
      insert into underpayment as u (tenant_id, id, report_id, claim_id, programme_id, benefit, state, owed_fen,
        due_fen, given_fen, causes,
        found_at, seen_at)
      values (${tenantId}, ${newId()}, ${debt.reportId}, ${debt.claimId}, ${debt.programmeId}, ${debt.benefit},
        ${underpaymentLifecycle.initial}, ${debt.owedFen}, ${debt.dueFen}, ${debt.givenFen},
        ${[...debt.causes]}, ${now}, ${now})
      on conflict (tenant_id, report_id, programme_id, benefit) where state = 'open' do update set
        claim_id = excluded.claim_id, owed_fen = excluded.owed_fen,
        due_fen = excluded.due_fen, given_fen = excluded.given_fen,
        causes = excluded.causes, seen_at = excluded.seen_at
      returning xmax = 0 as fresh`.execute(db)
    if (written.rows[0]?.fresh) fresh.push(debt)
  }
  return fresh
}

/** `benefit` null: every benefit of that claim. */
export type DebtKey = Pick<FoundDebt, 'reportId' | 'programmeId'> & { readonly benefit: string | null }

/** Debts of these reports that are none of `standing` any more are corrected. */
export async function closeDebts(
  db: Db,
  tenantId: number,
  now: Instant,
  reportIds: readonly string[],
  standing: readonly DebtKey[],
  corrected: Transition<UnderpaymentState>,
): Promise<void> {
  const keys = standing.map(({ reportId, programmeId, benefit }) =>
    [reportId, programmeId, ...(benefit === null ? [] : [benefit])].join('/'),
  )
  await sql`
    update underpayment set state = ${corrected.to}, corrected_at = ${now}
    where tenant_id = ${tenantId} and state = ${corrected.from} and report_id = any(${[...reportIds]}::uuid[])
      and report_id || '/' || programme_id || '/' || benefit <> all(${keys}::text[])
      and report_id || '/' || programme_id <> all(${keys}::text[])`.execute(db)
}

export async function hasOpenDebt(db: Db, tenantId: number, reportId: string): Promise<boolean> {
  const row = await db
    .selectFrom('underpayment')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .where('state', '=', underpaymentLifecycle.initial)
    .executeTakeFirst()
  return row !== undefined
}

/** Reports of a person's accident on a day with something still owed. */
export async function indebtedReports(db: Db, tenantId: number, personId: string, accidentOn: Day): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select r.id from report r where r.tenant_id = ${tenantId} and r.person_id = ${personId}
      and r.accident_on = ${accidentOn}::date and exists (select 1 from underpayment u where u.tenant_id = r.tenant_id
        and u.report_id = r.id and u.state = ${underpaymentLifecycle.initial})`.execute(db)
  return found.rows.map((row) => row.id)
}

export async function countOpenDebts(db: Db, tenantId: number): Promise<number> {
  const row = await db
    .selectFrom('underpayment')
    .select((e) => e.fn.countAll<bigint>().as('n'))
    .where('tenant_id', '=', tenantId)
    .where('state', '=', underpaymentLifecycle.initial)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export type DebtRow = {
  id: string
  claim_id: string | null
  claim_no: string | null
  report_id: string
  report_no: string
  programme: string
  person_name: string
  accident_on: Day | null
  benefit: string
  state: string
  owed_fen: bigint | null
  due_fen: bigint | null
  given_fen: bigint
  causes: string[]
  found_at: Instant
  corrected_at: Instant | null
}

export async function debtRows(
  db: Db,
  tenantId: number,
  state: string,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<DebtRow[]> {
  const found = await sql<DebtRow>`
    select u.id, u.claim_id, c.claim_no, u.report_id, r.report_no, g.name as programme, n.name as person_name,
      r.accident_on, u.benefit,
      u.state, u.owed_fen, u.due_fen, u.given_fen, u.causes, u.found_at, u.corrected_at
    from underpayment u
    join report r on r.tenant_id = u.tenant_id and r.id = u.report_id
    join person n on n.tenant_id = r.tenant_id and n.id = r.person_id
    join programme g on g.tenant_id = u.tenant_id and g.id = u.programme_id
    left join claim c on c.tenant_id = u.tenant_id and c.id = u.claim_id
    where u.tenant_id = ${tenantId} and u.state = ${state}
      and ${before ? sql`(u.found_at, u.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql`true`}
    order by u.found_at desc, u.id desc limit ${limit}`.execute(db)
  return found.rows
}

export async function debtTotals(db: Db, tenantId: number, state: string): Promise<{ count: number; owedFen: Fen }> {
  const row = await sql<{ n: number; owed: bigint }>`
    select count(*)::int as n, coalesce(sum(owed_fen), 0)::bigint as owed from underpayment
    where tenant_id = ${tenantId} and state = ${state}`.execute(db)
  return { count: row.rows[0]?.n ?? 0, owedFen: row.rows[0]?.owed ?? 0n }
}
