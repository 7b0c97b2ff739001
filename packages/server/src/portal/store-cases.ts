/**
 * Reads the cases of the claims row as the portal shows them: by the persons an account acts for, by what it reported,
 * by number.
 */
import {
  claimLifecycle,
  lineLifecycle,
  paymentLifecycle,
  PERSON_PAPER_CODES,
  reportLifecycle,
  type ClaimState,
  type LineState,
  type PaymentState,
  type HeldPaper,
} from '@anpei/domain/claims'
import { stateOf, type Day, type Instant } from '@anpei/domain/kernel'
import type { ProgressFacts } from '@anpei/domain/portal'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/index.ts'

type CaseColumns = {
  report_id: string
  report_no: string
  report_state: string
  received_at: Instant
  accident_on: Day | null
  person_id: string | null
  person_name: string | null
  claim_id: string | null
  claim_no: string | null
  claim_state: string | null
  papers_completed_at: Instant | null
  decided_at: Instant | null
  due_at: Instant | null
  due_clock: string | null
  kinds: string[] | null
  vehicle: string | null
  definition: unknown
  account_confirmed: boolean
  account_waiting: boolean
  decision_on_its_way: boolean
  lines: string[]
  payments: { state: string; paidAt: string | null }[]
  papers: HeldPaper[]
  waived: string[]
  we_ask: string[]
  salt: Buffer
  sealed: Buffer
}

export type CaseRow = {
  readonly reportId: string
  readonly reportNo: string
  readonly personId: string | null
  readonly personName: string
  readonly accidentOn: Day | null
  readonly reportState: ProgressFacts['reportState']
  readonly receivedAt: Instant
  /** The earliest promise that runs for the claim, or for the report while there is none. */
  readonly dueAt: Instant | null
  readonly dueClock: string | null
  readonly claim: ClaimPart | null
}
export type ClaimPart = {
  readonly id: string
  readonly claimNo: string
  readonly state: ClaimState
  readonly papersCompletedAt: Instant | null
  readonly decidedAt: Instant | null
  readonly kinds: readonly string[]
  readonly vehicle: string
  readonly definition: unknown
  readonly accountConfirmed: boolean
  readonly accountWaiting: boolean
  readonly decisionOnItsWay: boolean
  readonly lines: readonly LineState[]
  readonly payments: readonly { readonly state: PaymentState; readonly paidAt: Instant | null }[]
  readonly papers: readonly HeldPaper[]
  readonly waived: readonly string[]
  /** Codes we are asking an office for. */
  readonly weAsk: readonly string[]
  /** What the report told, sealed. */
  readonly told: { readonly salt: Buffer; readonly sealed: Buffer }
}

const MOST_CASES = 100

export async function casesOfPersons(
  db: Db,
  tenantId: number,
  personIds: readonly string[],
  reportedBy: string,
): Promise<CaseRow[]> {
  return readCases(
    db,
    tenantId,
    sql`(coalesce(c.person_id, r.person_id) = any(${personIds}::uuid[])
    or r.id in (select report_id from portal_report where tenant_id = ${tenantId} and account_id = ${reportedBy}))`,
  )
}

export async function caseOfClaim(
  db: Db,
  tenantId: number,
  claimId: string,
  personIds: readonly string[],
): Promise<CaseRow | undefined> {
  return (await readCases(db, tenantId, sql`c.id = ${claimId} and c.person_id = any(${personIds}::uuid[])`))[0]
}

/** Reported as dead by a claim that stands: the register hears of it later. */
export async function hasDeathCase(db: Db, tenantId: number, personId: string): Promise<boolean> {
  const { rows } = await sql<{ died: boolean }>`select exists (select from claim c where c.tenant_id = ${tenantId}
    and c.person_id = ${personId} and 'death' = any(c.kinds) and c.state <> 'withdrawn') as died`.execute(db)
  return rows[0]?.died ?? false
}

export async function caseById(
  db: Db,
  tenantId: number,
  reportId: string,
  claimId: string | null,
): Promise<CaseRow | undefined> {
  return (await readCases(db, tenantId, sql`r.id = ${reportId} and (${claimId}::uuid is null or c.id = ${claimId})`))[0]
}

/**
 * The case with this number whose person has this ID number; both are asked in one statement, so neither answers
 * alone.
 */
export async function findByNumberAndIdHash(
  db: Db,
  tenantId: number,
  caseNo: string,
  idHash: Buffer,
): Promise<{ report_id: string; claim_id: string | null } | undefined> {
  const found = await sql<{ report_id: string; claim_id: string | null }>`
    with asked as (
      select c.report_id, c.id as claim_id, c.person_id from claim c where c.tenant_id = ${tenantId} and c.claim_no =
        ${caseNo}
      union all
      select r.id, null::uuid, r.person_id from report r where r.tenant_id = ${tenantId} and r.report_no = ${caseNo}
    ), known as (select id from person where tenant_id = ${tenantId} and id_hash = ${idHash})
    select a.report_id, a.claim_id from asked a join known k on k.id = a.person_id limit 1`.execute(db)
  return found.rows[0]
}

/** When a running clock was to end before the family was told of a later day; null = it was not put off. */
export async function promisedAtFirst(
  db: Db,
  tenantId: number,
  subjectId: string,
  clockId: string,
): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`select promised_due_at as at from clock
    where tenant_id = ${tenantId} and subject_id = ${subjectId} and clock_id = ${clockId} and state = 'running'
    order by instance_no desc limit 1`.execute(db)
  return rows[0]?.at ?? null
}

async function readCases(db: Db, tenantId: number, where: RawBuilder<unknown>): Promise<CaseRow[]> {
  const found = await sql<CaseColumns>`
    select r.salt, r.sealed, r.id as report_id, r.report_no, r.state as report_state, r.received_at,
      coalesce(c.accident_on,
      r.accident_on) as accident_on,
      coalesce(c.person_id, r.person_id) as person_id, p.name as person_name, c.id as claim_id, c.claim_no, c.state as
        claim_state,
      c.papers_completed_at, c.decided_at, case when c.id is null then r.due_at else c.due_at end as due_at,
      case when c.id is null then r.due_clock else c.due_clock end as due_clock, c.kinds, c.vehicle, v.definition,
      exists (select 1 from payee_account pa where pa.tenant_id = c.tenant_id and pa.person_id = c.person_id and
        pa.state = 'confirmed')
        as account_confirmed,
      exists (select 1 from payee_account pa where pa.tenant_id = c.tenant_id and pa.person_id = c.person_id and
        pa.state = 'waiting') as account_waiting,
      exists (select 1 from letter t where t.tenant_id = c.tenant_id and t.subject_id = c.id
        and t.kind in ('payment_notice', 'denial_notice') and t.delivered_at is null) as decision_on_its_way,
      (select coalesce(json_agg(l.state), '[]') from claim_line l where l.tenant_id = c.tenant_id and l.claim_id =
        c.id) as lines,
      (select coalesce(json_agg(json_build_object('state', y.state, 'paidAt', y.paid_at) order by y.made_at, y.id),
        '[]')
        from payment y where y.tenant_id = c.tenant_id and y.claim_id = c.id) as payments,
      (select coalesce(json_agg(json_build_object('id', d.id, 'code', d.kind, 'title', d.title, 'verdict', d.verdict,
        'receivedAt', d.received_at)
        order by d.id), '[]') from document d where d.tenant_id = c.tenant_id and (d.subject_id in (c.id, r.id)
          or (d.person_id = c.person_id and d.kind = any(${PERSON_PAPER_CODES}::text[])))) as papers,
      (select coalesce(json_agg(w.code), '[]') from claim_waiver w where w.tenant_id = c.tenant_id and w.claim_id =
        c.id) as waived,
      (select coalesce(json_agg(a.code), '[]') from authority_request a where a.tenant_id = c.tenant_id
        and a.claim_id = c.id and a.ended_at is null) as we_ask
    from report r
    left join claim c on c.tenant_id = r.tenant_id and c.report_id = r.id
    left join programme_version v on v.tenant_id = c.tenant_id and v.id = c.programme_version_id
    left join person p on p.tenant_id = r.tenant_id and p.id = coalesce(c.person_id, r.person_id)
    where r.tenant_id = ${tenantId} and ${where}
    order by r.received_at desc, r.id desc, c.id limit ${MOST_CASES}`.execute(db)
  return found.rows.map(toCase)
}

function toCase(row: CaseColumns): CaseRow {
  return {
    reportId: row.report_id,
    reportNo: row.report_no,
    personId: row.person_id,
    personName: row.person_name ?? '',
    accidentOn: row.accident_on,
    reportState: stateOf(reportLifecycle, row.report_state),
    receivedAt: row.received_at,
    dueAt: row.due_at,
    dueClock: row.due_clock,
    claim: toClaim(row),
  }
}

function toClaim(row: CaseColumns): ClaimPart | null {
  if (!row.claim_id || !row.claim_no || !row.claim_state) return null
  return {
    id: row.claim_id,
    claimNo: row.claim_no,
    state: stateOf(claimLifecycle, row.claim_state),
    papersCompletedAt: row.papers_completed_at,
    decidedAt: row.decided_at,
    kinds: row.kinds ?? [],
    vehicle: row.vehicle ?? 'none',
    definition: row.definition,
    accountConfirmed: row.account_confirmed,
    accountWaiting: row.account_waiting,
    decisionOnItsWay: row.decision_on_its_way,
    lines: row.lines.map((state) => stateOf(lineLifecycle, state)),
    payments: row.payments.map((payment) => ({
      state: stateOf(paymentLifecycle, payment.state),
      paidAt: payment.paidAt && new Date(payment.paidAt).toISOString(),
    })),
    papers: row.papers.map((paper) => ({ ...paper, receivedAt: new Date(paper.receivedAt).toISOString() })),
    waived: row.waived,
    weAsk: row.we_ask,
    told: { salt: row.salt, sealed: row.sealed },
  }
}
