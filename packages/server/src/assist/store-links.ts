/** What lies in the insurer's tenant: whose case a report came from, and which papers a claim has (ORG-01). */
import { claimLifecycle, reportLifecycle, type ClaimState, type ReportState } from '@anpei/domain/claims'
import { stateOf } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { together, type Tx } from '../http/index.ts'

export type Broker = { readonly tenantId: number; readonly assistId: string }
export type DeliveredReport = { readonly id: string; readonly reportNo: string }

export async function insertLink(tx: Tx, reportId: string, broker: Broker): Promise<void> {
  await tx.db
    .insertInto('assist_link')
    .values({
      tenant_id: tx.actor.tenantId,
      report_id: reportId,
      broker_tenant_id: broker.tenantId,
      assist_id: broker.assistId,
      made_at: tx.now,
    })
    .execute()
}

/** The report made of a case, if it was made; `lock` keeps a second job of the same case waiting. */
export async function reportOfAssist(tx: Tx, broker: Broker, lock = false): Promise<DeliveredReport | undefined> {
  const found = await sql<{ id: string; report_no: string }>`
    select r.id, r.report_no from assist_link l join report r on r.tenant_id = l.tenant_id and r.id = l.report_id
    where l.tenant_id = ${tx.actor.tenantId} and l.broker_tenant_id = ${broker.tenantId}
      and l.assist_id = ${broker.assistId}
    ${lock ? sql`for update of l` : sql``}`.execute(tx.db)
  const row = found.rows[0]
  return row && { id: row.id, reportNo: row.report_no }
}

/** Whether a broker brought the case these reports or claims belong to; those asked for together in one look. */
export const isAssisted = together(async (tx: Tx, subjectIds: readonly string[]): Promise<boolean[]> => {
  const { tenantId } = tx.actor
  const { rows } = await sql<{ id: string }>`
    select s.id from unnest(${subjectIds}::uuid[]) as s(id)
    left join claim c on c.tenant_id = ${tenantId} and c.id = s.id
    join assist_link l on l.tenant_id = ${tenantId} and l.report_id = coalesce(c.report_id, s.id)`.execute(tx.db)
  const assisted = new Set(rows.map((row) => row.id))
  return subjectIds.map((id) => assisted.has(id))
})

export type InsurersCase = {
  readonly broker: Broker
  readonly report: DeliveredReport
  readonly reportState: ReportState
  readonly claims: readonly {
    readonly claimNo: string
    readonly state: ClaimState
    readonly payableFen: number
    readonly paidFen: number
    readonly letters: readonly string[]
  }[]
  /** The database's time before the look. */
  readonly lookedAt: string
}

type LookColumns = {
  broker_tenant_id: number
  assist_id: string
  report_id: string
  report_no: string
  state: string
  looked_at: string
  claims: { claimNo: string; state: string; payableFen: number; paidFen: number; letters: string[] }[]
}

/**
 * The case a report or a claim of this insurer belongs to, if a broker brought it: one look, all of the same
 * moment.
 */
export async function lookAtCase(tx: Tx, subjectId: string): Promise<InsurersCase | null> {
  const { tenantId } = tx.actor
  const found = await sql<LookColumns>`
    select l.broker_tenant_id, l.assist_id, r.id as report_id, r.report_no, r.state,
      statement_timestamp()::text as looked_at,
      (select coalesce(json_agg(json_build_object('claimNo', c.claim_no, 'state', c.state, 'payableFen', c.payable_fen,
        'paidFen', c.paid_fen, 'letters', (select coalesce(json_agg(distinct k.kind order by k.kind), '[]')
          from letter k
          where k.tenant_id = c.tenant_id and k.subject_id = c.id)) order by c.claim_no), '[]')
        from claim c where c.tenant_id = r.tenant_id and c.report_id = r.id) as claims
    from assist_link l join report r on r.tenant_id = l.tenant_id and r.id = l.report_id
    where l.tenant_id = ${tenantId} and l.report_id = coalesce((select c.report_id from claim c
      where c.tenant_id = ${tenantId} and c.id = ${subjectId}), ${subjectId}::uuid)`.execute(tx.db)
  const row = found.rows[0]
  return row
    ? {
        broker: { tenantId: row.broker_tenant_id, assistId: row.assist_id },
        lookedAt: row.looked_at,
        report: { id: row.report_id, reportNo: row.report_no },
        reportState: stateOf(reportLifecycle, row.state),
        claims: row.claims.map((claim) => ({ ...claim, state: stateOf(claimLifecycle, claim.state) })),
      }
    : null
}

/** The claims of a report, and which of these papers each has already. */
export async function claimsWithReceipts(
  tx: Tx,
  reportId: string,
): Promise<{ readonly id: string; readonly state: ClaimState; readonly papers: readonly string[] }[]> {
  const found = await sql<{ id: string; state: string; papers: string[] }>`
    select c.id, c.state, (select coalesce(json_agg(p.paper_id), '[]') from assist_receipt p
      where p.tenant_id = c.tenant_id and p.claim_id = c.id) as papers
    from claim c where c.tenant_id = ${tx.actor.tenantId}
      and c.report_id = ${reportId} order by c.claim_no`.execute(tx.db)
  return found.rows.map((row) => ({ id: row.id, state: stateOf(claimLifecycle, row.state), papers: row.papers }))
}

export async function insertReceipts(tx: Tx, claimId: string, paperIds: readonly string[]): Promise<void> {
  await tx.db
    .insertInto('assist_receipt')
    .values(
      paperIds.map((paperId) => ({
        tenant_id: tx.actor.tenantId,
        claim_id: claimId,
        paper_id: paperId,
        received_at: tx.now,
      })),
    )
    .execute()
}
