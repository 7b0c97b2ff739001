/**
 * What breaks first for the signed-in person: own cases by due, and what waits for a second person (SRV-04, ORG-07).
 */
import type { myWork as route } from '@anpei/contract/claims'
import type { Answer } from '@anpei/contract/kernel'
import { holds, ok, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { countLateEntries, timeLeftBy, type TellLeft } from '../sla/index.ts'
import { undeliveredIs } from './claim-filter.ts'
import { ROW_COLUMNS, ROW_JOINS, toClaimRow, type RowColumns } from './claim-rows.ts'
import { claimScope } from './store-claims.ts'
import type { ReportTold } from './reports/store-reports.ts'

const SHOWN = 12
type Work = Answer<typeof route>

export async function myWork(tx: Tx): Promise<Decision<Work>> {
  const telling = timeLeftBy(tx)
  const [counts, lateEntries, soon, proposals, reports, payees, messages, tasks] = await Promise.all([
    countsFor(tx),
    countLateEntries(tx),
    soonFor(tx, telling),
    proposalsFor(tx, telling),
    reportsFor(tx, telling),
    payeesFor(tx),
    messagesFor(tx),
    tasksFor(tx, telling),
  ])
  return ok({ counts: { ...counts, lateEntries }, soon, proposals, reports, payees, messages, tasks })
}

type Counts = Omit<Work['counts'], 'lateEntries'>

async function countsFor(tx: Tx): Promise<Counts> {
  const { actor, now } = tx
  const tenantId = actor.tenantId
  const scope = claimScope(actor, 'claim.read')
  const open = sql`c.tenant_id = ${tenantId} and c.state not in ('closed', 'withdrawn')`
  // Who assigns cases answers for everybody's; others for their own.
  const answersFor = holds(actor, 'claim.assign') ? scope : sql`c.owner_id = ${actor.id}`
  const only = (permission: Parameters<typeof holds>[1]) => sql.raw(holds(actor, permission) ? 'true' : 'false')
  const found = await sql<Counts>`select
    (select count(*)::int from claim c where ${open} and c.owner_id = ${actor.id}) as "mine",
    (select count(*)::int from (select 1 from claim c where ${open} and ${answersFor}
      and c.due_or_never < ${now} limit 1000) s) as "overdue",
    (select count(*)::int from (select 1 from claim c where ${open} and c.owner_id is null and ${scope}
      limit 1000) s) as "unowned",
    (select count(*)::int from (select 1 from report where tenant_id = ${tenantId} and state in ('draft', 'verified')
      and ${only('report.verify')} limit 1000) s) as "reportsToVerify",
    (select count(*)::int from proposal where tenant_id = ${tenantId} and state = 'waiting'
      and made_by is distinct from ${actor.id} and ${only('claim.approve')}) as "proposalsForMe",
    (select count(*)::int from payee_account where tenant_id = ${tenantId} and state = 'waiting'
      and made_by is distinct from ${actor.id} and ${only('payee.confirm')}) as "payeesToConfirm",
    (select count(*)::int from (select 1 from claim c where c.tenant_id = ${tenantId} and ${undeliveredIs(tx, true)}
      and ${only('claim.letter')} and ${scope} limit 1000) s) as "lettersUndelivered",
    (select count(*)::int from (select 1 from payment where tenant_id = ${tenantId} and state = 'due'
      and ${only('payment.read')} limit 10000) s) as "paymentsDue",
    (select count(*)::int from payment_batch where tenant_id = ${tenantId} and state = 'open'
      and made_by is distinct from ${actor.id} and ${only('payment.send')}) as "batchesToSend",
    (select count(*)::int from claim_task where tenant_id = ${tenantId} and state = 'open'
      and (owner_id = ${actor.id} or escalated_to = ${actor.id})) as "myTasks",
    (select count(*)::int from (select 1 ${unanswered(tx)} limit 1000) s) as "messages"`.execute(tx.db)
  const counts = found.rows[0]
  if (!counts) throw new Error('a count without a row')
  return counts
}

async function soonFor(tx: Tx, telling: Promise<TellLeft>): Promise<Work['soon']> {
  const found = await sql<RowColumns>`
    select ${ROW_COLUMNS} from (select * from claim c where c.tenant_id = ${tx.actor.tenantId}
      and c.owner_id = ${tx.actor.id}
      and c.state not in ('closed', 'withdrawn') order by c.due_or_never, c.id limit ${SHOWN}) c
    ${ROW_JOINS} order by c.due_or_never, c.id`.execute(tx.db)
  const left = await telling
  return found.rows.map((row) => toClaimRow(row, tx.now, tx.vault, left))
}

async function proposalsFor(tx: Tx, telling: Promise<TellLeft>): Promise<Work['proposals']> {
  if (!holds(tx.actor, 'claim.approve')) return []
  const found = await sql<{
    id: string
    claim_id: string
    claim_no: string
    person_name: string
    total_fen: bigint
    made_by: string | null
    made_at: Instant
    steps_done: number
    steps_needed: number
    due_at: Instant | null
    due_clock: string | null
  }>`
    select s.id, s.claim_id, c.claim_no, p.name as person_name, s.total_fen, u.name as made_by, s.made_at, s.steps_done,
      s.steps_needed, c.due_at, c.due_clock
    from proposal s join claim c on c.tenant_id = s.tenant_id and c.id = s.claim_id
    join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    left join staff_user u on u.tenant_id = s.tenant_id and u.id = s.made_by
    where s.tenant_id = ${tx.actor.tenantId} and s.state = 'waiting' and s.made_by is distinct from ${tx.actor.id}
      and ${claimScope(tx.actor, 'claim.approve')}
    order by c.due_or_never, s.made_at limit ${SHOWN}`.execute(tx.db)
  const left = await telling
  return found.rows.map((row) => ({
    id: row.id,
    claimId: row.claim_id,
    claimNo: row.claim_no,
    personName: row.person_name,
    totalFen: Number(row.total_fen),
    madeBy: row.made_by ?? '系统',
    madeAt: row.made_at,
    stepsDone: row.steps_done,
    stepsNeeded: row.steps_needed,
    dueAt: row.due_at,
    timeLeft: left(row.due_at, row.due_clock),
  }))
}

async function reportsFor(tx: Tx, telling: Promise<TellLeft>): Promise<Work['reports']> {
  if (!holds(tx.actor, 'report.verify')) return []
  const found = await sql<{
    id: string
    report_no: string
    received_at: Instant
    name: string | null
    salt: Buffer
    sealed: Buffer
    due_at: Instant | null
    due_clock: string | null
    owner: string | null
  }>`
    select r.id, r.report_no, r.received_at, p.name, r.salt, r.sealed, r.due_at, r.due_clock, u.name as owner
    from report r left join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
    left join staff_user u on u.tenant_id = r.tenant_id and u.id = r.owner_id
    where r.tenant_id = ${tx.actor.tenantId} and r.state in ('draft', 'verified')
    order by r.due_or_never, r.received_at, r.id limit ${SHOWN}
    `.execute(tx.db)
  const left = await telling
  return found.rows.map((row) => {
    const told: ReportTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
    return {
      id: row.id,
      reportNo: row.report_no,
      personName: row.name ?? told.statedName,
      receivedAt: row.received_at,
      dueAt: row.due_at,
      timeLeft: left(row.due_at, row.due_clock),
      owner: row.owner,
    }
  })
}

/** Messages nobody answered, on one's own cases, and on those nobody has for who assigns cases (CLM-20). */
function unanswered(tx: Tx) {
  const own = sql`c.owner_id = ${tx.actor.id}`
  const mine = holds(tx.actor, 'claim.assign')
    ? sql`(${own} or (c.owner_id is null and ${claimScope(tx.actor, 'claim.assign')}))`
    : own
  return sql`from claim_message m join claim c on c.tenant_id = m.tenant_id and c.id = m.claim_id
    where m.tenant_id = ${tx.actor.tenantId} and m.answered_at is null and ${mine}`
}

async function messagesFor(tx: Tx): Promise<Work['messages']> {
  const found = await sql<Work['messages'][number]>`
    select s.id, s.claim_id as "claimId", s.claim_no as "claimNo", p.name as "personName", s.made_at as "madeAt"
    from (select m.id, m.tenant_id, m.claim_id, m.made_at, c.claim_no, c.person_id ${unanswered(tx)}
      order by m.made_at limit ${SHOWN}) s
    join person p on p.tenant_id = s.tenant_id and p.id = s.person_id order by s.made_at, s.id`.execute(tx.db)
  return found.rows
}

async function payeesFor(tx: Tx): Promise<Work['payees']> {
  if (!holds(tx.actor, 'payee.confirm')) return []
  const found = await sql<{
    id: string
    holder_name: string
    person_name: string
    made_at: Instant
    claim_id: string | null
    claim_no: string | null
  }>`
    select a.id, a.holder_name, p.name as person_name, a.made_at, c.id as claim_id, c.claim_no
    from payee_account a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    left join lateral (select id, claim_no from claim k where k.tenant_id = a.tenant_id and k.person_id = a.person_id
      order by k.received_at desc limit 1) c on true
    where a.tenant_id = ${tx.actor.tenantId} and a.state = 'waiting' and a.made_by is distinct from ${tx.actor.id}
    order by a.made_at limit ${SHOWN}`.execute(tx.db)
  return found.rows.map((row) => ({
    id: row.id,
    personName: row.person_name,
    holderName: row.holder_name,
    claimId: row.claim_id,
    claimNo: row.claim_no,
    madeAt: row.made_at,
  }))
}

async function tasksFor(tx: Tx, telling: Promise<TellLeft>): Promise<Work['tasks']> {
  const found = await sql<{
    id: string
    claim_id: string
    claim_no: string
    title: string
    due_at: Instant | null
    escalated: boolean
    owner: string | null
  }>`
    select t.id, t.claim_id, c.claim_no, t.title, t.due_at, t.owner_id is distinct from ${tx.actor.id} as escalated,
      u.name as owner from claim_task t
    join claim c on c.tenant_id = t.tenant_id and c.id = t.claim_id
    left join staff_user u on u.tenant_id = t.tenant_id and u.id = t.owner_id
    where t.tenant_id = ${tx.actor.tenantId} and t.state = 'open'
      and (t.owner_id = ${tx.actor.id} or t.escalated_to = ${tx.actor.id})
    order by coalesce(t.due_at, 'infinity') limit ${SHOWN}`.execute(tx.db)
  const left = await telling
  return found.rows.map((row) => ({
    id: row.id,
    claimId: row.claim_id,
    claimNo: row.claim_no,
    title: row.title,
    dueAt: row.due_at,
    timeLeft: left(row.due_at),
    escalatedFrom: row.escalated ? (row.owner ?? '无人经办') : null,
  }))
}
