/**
 * What must hold after every day of a simulated year (DESIGN §6). Each invariant is a query that finds what breaks it;
 * nothing found = it holds.
 */
import { clockCatalogue } from '@anpei/server/sla'
import type { Instant } from '@anpei/domain/kernel'
import type { Db } from '@anpei/server/db'
import { sql } from 'kysely'
import type { Invariant } from './invariant.ts'
import { NOTICE_INVARIANTS } from './notice-invariants.ts'

const INVARIANTS: readonly Invariant[] = [
  {
    name: 'never more than 180 days or ¥5,400 of allowance in a policy year (PRG-02)',
    query: `select person_id::text as id from usage_balance where allowance_days > 180 or allowance_fen > 540000`,
  },
  {
    name: 'the balance of a policy year is the sum of its granted days',
    query: `select b.person_id::text as id from usage_balance b
      left join usage_day d on d.tenant_id = b.tenant_id and d.programme_id = b.programme_id
        and d.person_id = b.person_id
        and d.released_at is null and d.days <@ daterange(b.policy_year_on,
          (b.policy_year_on + interval '1 year')::date)
      group by b.tenant_id, b.programme_id, b.person_id, b.policy_year_on, b.allowance_days, b.allowance_fen
      having b.allowance_days <> coalesce(sum(upper(d.days) - lower(d.days)), 0)
        or b.allowance_fen <> coalesce(sum(d.fen), 0)`,
  },
  {
    name: 'days are granted only to lines that are approved or paid',
    query: `select d.claim_line_id::text as id from usage_day d
      join claim_line l on l.tenant_id = d.tenant_id and l.id = d.claim_line_id
      where d.released_at is null and l.state not in ('approved', 'paid', 'open', 'proposed')`,
  },
  {
    name: 'what a line was paid is the sum of its payments that arrived',
    query: `select l.id::text as id from claim_line l left join payment p on p.tenant_id = l.tenant_id
        and p.claim_line_id = l.id and p.state = 'paid'
      group by l.tenant_id, l.id, l.paid_fen having l.paid_fen <> coalesce(sum(p.amount_fen), 0)`,
  },
  {
    name: 'what a claim was paid is the sum of its lines',
    query: `select c.id::text as id from claim c join claim_line l on l.tenant_id = c.tenant_id and l.claim_id = c.id
      group by c.tenant_id, c.id, c.paid_fen having c.paid_fen <> sum(l.paid_fen)`,
  },
  {
    name: 'no line is paid more than was decided',
    query: `select id::text as id from claim_line where state in ('approved', 'paid') and paid_fen > payable_fen`,
  },
  {
    name: 'every open case has one owner',
    query: `select id::text as id from claim where state not in ('closed', 'withdrawn') and owner_id is null`,
  },
  {
    name: 'a case that is asked for and undecided has a clock that runs or waits lawfully',
    query: `select c.id::text as id from claim c where c.requested_at is not null
      and c.state in ('collecting', 'reviewing', 'assessing', 'approving')
      and not exists (select 1 from clock k where k.tenant_id = c.tenant_id and k.subject_id = c.id
        and k.clock_id = 'L01' and k.state in ('running', 'paused'))`,
  },
  {
    name: 'nothing is closed with a debt (CLM-20)',
    query: `select c.id::text as id from claim c where c.state = 'closed' and (
      -- A visit to somebody whom no message reached may be opened after the file was closed.
      exists (select 1 from claim_task t where t.tenant_id = c.tenant_id and t.claim_id = c.id and t.state = 'open'
        and t.made_at <= c.closed_at)
      or exists (select 1 from claim_line l where l.tenant_id = c.tenant_id and l.claim_id = c.id
        and l.state in ('open', 'proposed', 'approved'))
      or exists (select 1 from payment p where p.tenant_id = c.tenant_id and p.claim_id = c.id
        and p.state in ('due', 'batched', 'sent'))
      or exists (select 1 from letter t where t.tenant_id = c.tenant_id and t.subject_id = c.id
        and t.delivered_at is null))`,
  },
  {
    name: 'no money left for an account that was not confirmed (CUS-05)',
    query: `select p.id::text as id from payment p left join payee_account a on a.tenant_id = p.tenant_id
        and a.id = p.payee_account_id
      where p.state in ('batched', 'sent', 'paid') and p.way = 'transfer' and a.checked_at is null`,
  },
  {
    name: 'nobody approved what they put forward (ORG-05)',
    query: `select v.proposal_id::text as id from approval v join proposal s on s.tenant_id = v.tenant_id
      and s.id = v.proposal_id
      where v.decided_by is not null and v.decided_by = s.made_by`,
  },
  {
    name: 'a denial was decided by a person (CLM-08)',
    query: `select s.id::text as id from proposal s where s.state = 'approved' and s.made_by is null
      and exists (select 1 from jsonb_array_elements(s.lines) l where l ->> 'outcome' = 'deny')`,
  },
]

/** `:now` stands for the simulated instant. */
const CLOCK_INVARIANTS: readonly Invariant[] = [
  {
    name: 'every due date explains itself (CLK-03)',
    query: `select subject_id::text as id from clock where due_at is not null and explanation = ''`,
  },
  {
    name: 'every clock names the article or the promise it comes from (CLK-02)',
    query: `select clock_id as id from clock where clock_id <> all ('{${sourced()}}')`,
  },
  {
    name: 'the sweep leaves nothing due behind (CLK-04)',
    query: `select subject_id::text as id from clock where next_at <= :now`,
  },
  {
    name: 'a clock that ran out was announced, once (CLK-04)',
    query: `select k.subject_id::text as id from clock k where (k.state = 'broken' or (k.state = 'running'
        and k.due_at < :now)) and not exists (select 1 from clock_announcement a where a.tenant_id = k.tenant_id
        and a.subject_id = k.subject_id and a.clock_id = k.clock_id and a.instance_no = k.instance_no
        and a.fired and a.percent >= 100)`,
  },
  {
    name: 'nobody was told that a promise was broken which was kept (SLA §2 rule 9)',
    query: `select k.subject_id::text as id from clock k join clock_announcement a on a.tenant_id = k.tenant_id
        and a.subject_id = k.subject_id and a.clock_id = k.clock_id and a.instance_no = k.instance_no
      where k.state = 'met' and a.fired and a.percent >= 100`,
  },
  {
    name: 'met or broken is told by the timestamps (SLA §2 rule 9)',
    query: `select subject_id::text as id from clock where due_at is not null and ((state = 'met'
      and stopped_at > due_at) or (state = 'broken' and stopped_at < due_at))`,
  },
  {
    name: 'a case is due when its earliest running clock is, those beside the work left out (CLK-03)',
    query: `select c.id::text as id from claim c where c.due_at is distinct from (select min(k.due_at) from clock k
      where k.tenant_id = c.tenant_id and k.subject_id = c.id and k.state = 'running'
      and k.clock_id <> all ('{${beside()}}'))`,
  },
]

function sourced(): string {
  return clockCatalogue()
    .all.filter((def) => def.basis.document !== '' && def.basis.article !== '')
    .map((def) => def.id)
    .join(',')
}

function beside(): string {
  return clockCatalogue()
    .all.filter((def) => def.background)
    .map((def) => def.id)
    .join(',')
}

export type Broken = { readonly name: string; readonly ids: readonly string[] }

export async function brokenInvariants(db: Db, now: Instant): Promise<Broken[]> {
  const broken: Broken[] = []
  for (const { name, query } of [...INVARIANTS, ...CLOCK_INVARIANTS, ...NOTICE_INVARIANTS]) {
    const asked = sql.raw(query.replaceAll(':now', `'${now}'::timestamptz`))
    const found = await sql<{ id: string }>`${asked} limit 5`.execute(db)
    if (found.rows.length > 0) broken.push({ name, ids: found.rows.map((row) => row.id) })
  }
  return broken
}
