/** Reads everything the claim page shows, in statements that travel together on one connection. */
import type { LineOutcome } from '@anpei/domain/claims'
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { ROW_COLUMNS, ROW_JOINS, type RowColumns } from './claim-rows.ts'
import { CASH_PART, type CashPart } from './payments/store-cash.ts'
import { claimScope } from './store-claims.ts'

export type PageColumns = RowColumns & {
  report_id: string
  report_no: string
  person_id: string
  care_marks: string[]
  programme_id: string
  programme: string
  version_id: string
  version_no: number
  effective_from: Day
  vehicle: string
  papers_completed_at: Instant | null
  decided_at: Instant | null
  closing_reason: string | null
  revision: number
  salt: Buffer
  sealed: Buffer
}

export async function readPageRow(tx: Tx, claimId: string): Promise<PageColumns | undefined> {
  const found = await sql<PageColumns>`
    select ${ROW_COLUMNS}, c.report_id, r.report_no, c.person_id,
      care_marks_of(c.tenant_id, c.person_id) as care_marks, c.programme_id, g.name as programme,
      v.id as version_id, v.version_no, v.effective_from, c.vehicle, c.papers_completed_at, c.decided_at,
      c.closing_reason, c.revision, c.salt, c.sealed
    from claim c ${ROW_JOINS}
    join report r on r.tenant_id = c.tenant_id and r.id = c.report_id
    join programme g on g.tenant_id = c.tenant_id and g.id = c.programme_id
    join programme_version v on v.tenant_id = c.tenant_id and v.id = c.programme_version_id
    where c.tenant_id = ${tx.actor.tenantId} and c.id = ${claimId} and ${claimScope(tx.actor, 'claim.read')}`.execute(
    tx.db,
  )
  return found.rows[0]
}

type At = string | null

/** Rows as JSON gives them: instants with an offset, bytes as base64. */
export type PageParts = {
  lines:
    | {
        id: string
        benefit: string
        state: string
        payable_fen: number
        paid_fen: number
        advanced_fen: number
        reserve_fen: number
        denial_codes: string[]
        decided_at: At
      }[]
    | null
  tasks:
    | {
        id: string
        kind: string
        title: string
        state: string
        owner: string | null
        due_at: At
        step: string | null
        after_steps: string[]
        escalated_to: string | null
        escalated_at: At
        cost_fen: number
        salt: string | null
        sealed: string | null
        made_at: string
        ended_at: At
      }[]
    | null
  supplements:
    | {
        id: string
        request_no: number
        items: { code: string; title: string; why: string }[]
        reason: string
        made_at: string
        delivered_at: At
        arrived_at: At
      }[]
    | null
  payments: PaymentPart[] | null
  payees: PayeePart[] | null
  letters:
    | {
        id: string
        letter_no: string
        kind: string
        issued_at: string
        delivered_at: At
        way: string | null
      }[]
    | null
  clocks:
    | {
        clock_id: string
        def_version: number
        state: string
        started_at: string
        due_at: At
        promised_due_at: At
        stopped_at: At
        provisional: boolean
        explanation: string
      }[]
    | null
  weAsk:
    | {
        id: string
        code: string
        authority: string
        made_at: string
        due_at: string
        reminders: number
      }[]
    | null
  messages:
    | {
        id: string
        salt: string
        sealed: string
        made_at: string
        answered_by: string | null
        answered_at: At
      }[]
    | null
  waivers: string[] | null
  recoveries: string[] | null
  litigations: string[] | null
  others: { id: string; claim_no: string; accident_on: Day; state: string; paid_fen: number }[] | null
  proposal: ProposalPart | null
}

export type PaymentPart = {
  id: string
  payment_no: string
  benefit: string
  amount_fen: number
  way: string
  state: string
  holder_name: string | null
  bank: string | null
  payee_state: string | null
  payee_sealed: string | null
  due_at: At
  made_at: string
  paid_at: At
  fault: string | null
  batch_id: string | null
  replaced: boolean
  cash: CashPart | null
}
export type PayeePart = {
  id: string
  holder_name: string
  relation: string
  bank: string | null
  sealed: string
  state: string
  basis: string | null
  made_by: string | null
}
export type ProposalPart = {
  id: string
  state: string
  made_by: string | null
  maker: string | null
  made_at: string
  total_fen: number
  steps_needed: number
  steps_done: number
  lines: {
    lineId: string
    benefit: string
    outcome: LineOutcome
    payableFen: number
    reasons: string[]
    comment: string
  }[]
  approvals:
    | {
        step_no: number
        outcome: 'approved' | 'returned'
        decider: string | null
        decided_by: string | null
        at: string
        comment: string
      }[]
    | null
}

const LINES = sql.raw(`(select json_agg(l order by l.benefit) from claim_line l
  where l.tenant_id = c.tenant_id and l.claim_id = c.id) as lines`)
const TASKS =
  sql.raw(`(select json_agg(json_build_object('id', t.id, 'kind', t.kind, 'title', t.title, 'state', t.state,
    'owner', u.name, 'step', t.step, 'after_steps', t.after_steps, 'escalated_to', e.name,
  'escalated_at', t.escalated_at, 'due_at', t.due_at, 'cost_fen', t.cost_fen, 'salt', encode(t.salt, 'base64'),
  'sealed', encode(t.sealed, 'base64'),
  'made_at', t.made_at, 'ended_at', t.ended_at) order by t.made_at)
  from claim_task t left join staff_user u on u.tenant_id = t.tenant_id and u.id = t.owner_id
  left join staff_user e on e.tenant_id = t.tenant_id and e.id = t.escalated_to
  where t.tenant_id = c.tenant_id and t.claim_id = c.id) as tasks`)
const SUPPLEMENTS = sql.raw(`(select json_agg(s order by s.request_no) from supplement_request s
  where s.tenant_id = c.tenant_id and s.claim_id = c.id) as supplements`)
const PAYMENTS =
  sql.raw(`(select json_agg(json_build_object('id', p.id, 'payment_no', p.payment_no, 'benefit', l.benefit,
  'amount_fen', p.amount_fen, 'way', p.way, 'state', p.state, 'holder_name', a.holder_name, 'bank', a.bank,
    'payee_state', a.state,
  'payee_sealed', encode(a.sealed, 'base64'), 'due_at', p.due_at, 'made_at', p.made_at, 'paid_at', p.paid_at,
    'fault', p.fault,
  'batch_id', p.batch_id,
  'replaced', exists (select 1 from payment r where r.tenant_id = p.tenant_id and r.replaces = p.id
    and r.state <> 'cancelled'), 'cash', ${CASH_PART}) order by p.made_at, p.id)
  from payment p join claim_line l on l.tenant_id = p.tenant_id and l.id = p.claim_line_id
  left join payee_account a on a.tenant_id = p.tenant_id and a.id = p.payee_account_id
  where p.tenant_id = c.tenant_id and p.claim_id = c.id) as payments`)
const PAYEES =
  sql.raw(`(select json_agg(json_build_object('id', a.id, 'holder_name', a.holder_name, 'relation', a.relation,
  'bank', a.bank, 'sealed', encode(a.sealed, 'base64'), 'state', a.state, 'basis', a.basis, 'made_by',
    a.made_by) order by a.made_at)
  from payee_account a where a.tenant_id = c.tenant_id and a.person_id = c.person_id
  and a.state in ('waiting', 'confirmed')) as payees`)
const LETTERS = sql.raw(`(select json_agg(json_build_object('id', t.id, 'letter_no', t.letter_no, 'kind', t.kind,
  'issued_at', t.issued_at, 'delivered_at', t.delivered_at, 'way', t.delivery ->> 'way') order by t.issued_at)
  from letter t where t.tenant_id = c.tenant_id and t.subject_id = c.id) as letters`)
const CLOCKS = sql.raw(`(select json_agg(k order by k.started_at) from clock k
  where k.tenant_id = c.tenant_id and k.subject_id = c.id) as clocks`)
const OTHERS =
  sql.raw(`(select json_agg(json_build_object('id', o.id, 'claim_no', o.claim_no, 'accident_on', o.accident_on,
  'state', o.state, 'paid_fen', o.paid_fen) order by o.accident_on desc)
  from claim o where o.tenant_id = c.tenant_id and o.person_id = c.person_id and o.id <> c.id) as others`)
const PROPOSAL = sql.raw(`(select json_build_object('id', s.id, 'state', s.state, 'made_by', s.made_by, 'maker', u.name,
  'made_at', s.made_at, 'total_fen', s.total_fen, 'steps_needed', s.steps_needed, 'steps_done', s.steps_done,
    'lines', s.lines,
  'approvals', (select json_agg(json_build_object('step_no', v.step_no, 'outcome', v.outcome, 'decided_by',
    v.decided_by,
    'decider', w.name, 'at', v.at, 'comment', v.comment) order by v.step_no) from approval v
    left join staff_user w on w.tenant_id = v.tenant_id and w.id = v.decided_by
    where v.tenant_id = s.tenant_id and v.proposal_id = s.id))
  from proposal s left join staff_user u on u.tenant_id = s.tenant_id and u.id = s.made_by
  where s.tenant_id = c.tenant_id and s.claim_id = c.id order by s.made_at desc limit 1) as proposal`)
const WAIVERS = sql.raw(`(select json_agg(w.code) from claim_waiver w
  where w.tenant_id = c.tenant_id and w.claim_id = c.id) as waivers`)

const WE_ASK = sql.raw(`(select json_agg(a order by a.made_at) from authority_request a
  where a.tenant_id = c.tenant_id and a.claim_id = c.id and a.ended_at is null) as "weAsk"`)
const MESSAGES = sql.raw(`(select json_agg(json_build_object('id', m.id, 'salt', encode(m.salt, 'base64'),
  'sealed', encode(m.sealed, 'base64'), 'made_at', m.made_at, 'answered_by', u.name, 'answered_at', m.answered_at)
  order by m.made_at) from claim_message m
  left join staff_user u on u.tenant_id = m.tenant_id and u.id = m.answered_by
  where m.tenant_id = c.tenant_id and m.claim_id = c.id) as messages`)
const RECOVERIES = sql.raw(`(select json_agg(r.recovery_no order by r.made_at) from recovery r
  where r.tenant_id = c.tenant_id and r.claim_id = c.id and r.state in ('open', 'asked')) as recoveries`)
const LITIGATIONS = sql.raw(`(select json_agg(l.case_no order by l.made_at) from litigation l
  where l.tenant_id = c.tenant_id and l.claim_id = c.id and l.state <> 'ended') as litigations`)

export async function readPageParts(tx: Tx, claimId: string): Promise<PageParts> {
  const parts = [
    LINES,
    TASKS,
    SUPPLEMENTS,
    PAYMENTS,
    PAYEES,
    LETTERS,
    CLOCKS,
    OTHERS,
    PROPOSAL,
    WAIVERS,
    WE_ASK,
    MESSAGES,
    RECOVERIES,
    LITIGATIONS,
  ]
  const found = await sql<PageParts>`
    select ${sql.join(parts)} from claim c where c.tenant_id = ${tx.actor.tenantId} and c.id = ${claimId}`.execute(
    tx.db,
  )
  const row = found.rows[0]
  if (!row) throw new Error(`claim ${claimId} vanished`)
  return row
}

export function instantOf(text: string): Instant {
  return new Date(text).toISOString()
}

export function maybeInstant(text: string | null): Instant | null {
  return text === null ? null : instantOf(text)
}
