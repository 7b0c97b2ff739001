/**
 * CMP-07…09, CMP-11, CMP-12: what of complaints waits for the reader beside the own cases: solutions, extensions and
 * liftings of others to judge, steps of a plan, mandates to look at, 核查 to give out or to decide, reports to the
 * regulator to write, to judge and to send. Nobody is shown what the rule would refuse them.
 */
import type { listComplaintWaiting as route } from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import { recusedAs } from '@anpei/domain/complaints'
import { dayOfInstant, holds, ok, type Day, type Decision, type Instant, type Permission } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { timeLeftBy } from '../sla/index.ts'
import { complaintScope, type ComplaintTold } from './store.ts'

type Item = Answer<typeof route>['items'][number]
type Row = {
  readonly id: string
  readonly kind: Item['kind']
  readonly dueOn: Day | null
  /** Sealed words of the step. */
  readonly told: Buffer | null
  readonly complaintId: string
  readonly complaintNo: string
  readonly dueAt: Instant | null
  readonly dueClock: string | null
  readonly salt: Buffer
  readonly sealed: Buffer
  readonly concernedIds: readonly string[]
  readonly lineIds: readonly string[]
  readonly sellingInstitutionId: string | null
}

const WORDS: Readonly<Record<Item['kind'], string>> = {
  judge: '处理方案待审批',
  extend: '延期待审批',
  lift: '解除重大投诉待审批',
  step: '重大投诉处置方案',
  mandate: '委托书（证明）待核看',
  assignRecheck: '核查待指定核查人',
  recheck: '核查待办',
  sheetDraft: '监管转办待起草报告',
  sheetJudge: '监管转办报告待审批',
  sheetSend: '监管转办报告待报送',
}
const MOST = 50
/** A 核查 has thirty days of its own (L08), whatever else runs on the complaint meanwhile. */
const ofRecheck = sql`w.kind like '%echeck'`
const dueSql = sql`case when ${ofRecheck} then k.due_at else c.due_at end`

export async function listComplaintWaiting(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const { actor, now } = tx
  const [rows, left] = await Promise.all([rowsOf(tx), timeLeftBy(tx)])
  const today = dayOfInstant(now)
  const items = rows
    .filter((row) => recusedAs(actor, row) === null)
    .map((row) => {
      const of: ComplaintTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
      const step: { what: string } = row.told ? JSON.parse(tx.vault.openText(row.salt, row.told)) : { what: '' }
      const { id, kind, complaintId, complaintNo, dueOn, dueAt, dueClock } = row
      const timeLeft = left(dueAt, dueClock)
      return {
        id,
        kind,
        kindWord: WORDS[kind],
        complaintId,
        complaintNo,
        dueOn,
        dueAt,
        timeLeft,
        name: of.complainant.name || '未留姓名',
        what: step.what,
        late: dueOn === null ? (timeLeft?.late ?? false) : dueOn < today,
      }
    })
  return ok({ items })
}

async function rowsOf(tx: Tx): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select w.id, w.kind, w.due_on as "dueOn", w.told, c.id as "complaintId",
      c.complaint_no as "complaintNo",
      ${dueSql} as "dueAt", case when ${ofRecheck} then 'L08' else c.due_clock end as "dueClock", c.salt, c.sealed,
      c.concerned_ids as "concernedIds", c.line_ids as "lineIds",
      c.selling_institution_id as "sellingInstitutionId"
    from (${sql.join(partsOf(tx), sql` union all `)}) w
    join complaint c on c.tenant_id = ${tx.actor.tenantId} and c.id = w.complaint_id
    left join clock k on ${ofRecheck} and k.tenant_id = c.tenant_id and k.subject_kind = 'complaint'
      and k.subject_id = c.id and k.clock_id = 'L08' and k.stopped_at is null
    where ${complaintScope(tx.actor, 'complaint.read')}
      and (c.ended_at is null or ${ofRecheck} or w.kind like 'sheet%')
    order by coalesce(w.due_on::timestamptz, ${dueSql}, 'infinity'), w.id limit ${MOST}`.execute(tx.db)
  return rows
}

/** Each by an index of what is open. */
function partsOf({ actor }: Tx): readonly RawBuilder<unknown>[] {
  const me = actor.id
  const here = actor.tenantId
  const may = (permission: Permission) => sql.raw(holds(actor, permission) ? 'true' : 'false')
  const none = sql`null::date as due_on, null::bytea as told`
  return [
    sql`select s.id, 'judge' as kind, s.complaint_id, ${none} from complaint_proposal s
      join complaint c on c.tenant_id = s.tenant_id and c.id = s.complaint_id
      where s.tenant_id = ${here} and s.state = 'waiting' and ${may('complaint.approve')}
        and s.drafted_by <> ${me} and c.responsible_id is distinct from ${me}`,
    sql`select e.id, 'extend', e.complaint_id, ${none} from complaint_extension e
      where e.tenant_id = ${here} and e.state = 'waiting' and ${may('complaint.extend')} and e.asked_by <> ${me}`,
    sql`select m.complaint_id, 'lift', m.complaint_id, ${none} from complaint_major m
      where m.tenant_id = ${here} and m.state = 'lifting' and ${may('complaint.approve')}
        and m.lift_asked_by is distinct from ${me}`,
    sql`select s.id, 'step', s.complaint_id, s.due_on, s.sealed from complaint_major_step s
      join complaint_major m using (tenant_id, complaint_id)
      where s.tenant_id = ${here} and s.owner_id = ${me} and s.done_at is null and s.planned_at >= m.declared_at
        and m.state <> 'lifted'`,
    sql`select m.id, 'mandate', m.id, ${none} from complaint m
      where m.tenant_id = ${here} and m.mandate_arrived_at is not null and ${may('complaint.record')}
        and coalesce(m.responsible_id, m.coordinator_id) = ${me} and m.missing && '{mandate,heir_proof}'::text[]`,
    sql`select r.id, 'assignRecheck', r.complaint_id, ${none} from complaint_recheck r
      where r.tenant_id = ${here} and r.state = 'asked' and ${may('complaint.recheck')}`,
    sql`select r.id, 'recheck', r.complaint_id, ${none} from complaint_recheck r
      where r.tenant_id = ${here} and r.state in ('assigned', 'decided') and r.handler_id = ${me}`,
    sql`select s.id, case s.state when 'drafted' then 'sheetJudge' when 'approved' then 'sheetSend'
        else 'sheetDraft' end, s.complaint_id, s.report_by, null
      from regulator_case s where s.tenant_id = ${here} and s.state <> 'reported'
        and case when s.state = 'drafted' then ${may('complaint.approve')} and s.drafted_by is distinct from ${me}
          else ${may('complaint.regulator')} end`,
  ]
}
