/**
 * What notices tell of a case beyond its event: until when papers are looked at, by the clock of that promise and by no
 * other counting of days (CLM-05, SLA §2 rule 20), whether money waits for an account (CLM-11), and how much is still
 * to come after what was paid before (CLM-16).
 */
import { dayEndingAt, type Day, type Fen, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { together } from '../../http/index.ts'

/** Papers are looked at: the whole file, or what has come so far. */
const LOOKING: readonly string[] = ['T15', 'T15a']

type Received = { readonly claimId: string; readonly at: Instant }

/** The day a promise to look at what was received then ends; null = none ran for it. */
export const lookedAtBy = together(async (tx, asked: readonly Received[]): Promise<(Day | null)[]> => {
  // One look into the index of a case each: joined, the planner read every clock of the two promises.
  const { rows } = await sql<{ due: Instant | null }>`select (select min(k.due_at) from clock k
      where k.tenant_id = ${tx.actor.tenantId} and k.subject_id = a.claim_id
        and k.clock_id = any(${LOOKING}::text[]) and k.started_at <= a.at
        and (k.stopped_at is null or k.stopped_at >= a.at)) as due
    from unnest(${asked.map((one) => one.claimId)}::uuid[], ${asked.map((one) => one.at)}::timestamptz[])
      with ordinality as a (claim_id, at, no)
    order by a.no`.execute(tx.db)
  return rows.map(({ due }) => (due === null ? null : dayEndingAt(due)))
})

/** Money is due of which nobody has named the account yet. */
export const needsAccount = together(async (tx, claimIds: readonly string[]): Promise<boolean[]> => {
  const { rows } = await sql<{ id: string }>`select distinct p.claim_id as id from payment p
    where p.tenant_id = ${tx.actor.tenantId} and p.claim_id = any(${claimIds}::uuid[]) and p.state = 'due'
      and p.way = 'transfer' and p.payee_account_id is null and not exists (select 1 from payee_account a
        where a.tenant_id = p.tenant_id and a.person_id = p.person_id and a.state = 'waiting')`.execute(tx.db)
  return claimIds.map((id) => rows.some((row) => row.id === id))
})

/** What had been paid before the decision on claim c: an advance, or the sum a correction adds to. */
export const paidBeforeFen = sql<Fen>`coalesce((select sum(p.amount_fen)::bigint from payment p
  where p.tenant_id = c.tenant_id and p.claim_id = c.id and p.paid_at < c.decided_at), 0::bigint)`

/** What the decision still brings: its sum less what was paid before it. */
export const comingFen = together(async (tx, claimIds: readonly string[]): Promise<Fen[]> => {
  const { rows } = await sql<{ id: string; fen: Fen }>`select c.id, c.payable_fen - ${paidBeforeFen} as fen
    from claim c where c.tenant_id = ${tx.actor.tenantId} and c.id = any(${claimIds}::uuid[])`.execute(tx.db)
  return claimIds.map((id) => rows.find((row) => row.id === id)?.fen ?? 0n)
})
