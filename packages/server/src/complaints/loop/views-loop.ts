/** CMP-13: what the page of a complaint shows of its cause, its 整改 and its case; and what forms offer. */
import type {
  ComplaintLoop,
  getComplaintLoop as route,
  getImprovementChoices as choicesRoute,
} from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import {
  complaintLifecycle,
  libraryLifecycle,
  loopCan,
  recusedAs,
  type ComplaintState,
  type LoopStep,
} from '@anpei/domain/complaints'
import { dayOfInstant, holds, ok, stateOf, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { staffNames } from '../../identity/index.ts'
import { complaintScope, findComplaint, type ComplaintRecord } from '../store.ts'
import { improvementStand } from './improvement-stand.ts'
import { ownersOf } from './owner-of.ts'
import { placeNames, placeWords } from './place-words.ts'
import { causeOf, type CauseRecord } from './store-causes.ts'
import { improvementScope, improvementsWhere } from './store-improvements.ts'
import { caseOfComplaint } from './store-library.ts'

const MOST_JOINABLE = 20
/** The step of our work at which a claim in this state is. */
const STEP_OF_CLAIM: Readonly<Record<string, LoopStep>> = {
  collecting: 'papers',
  reviewing: 'papers',
  assessing: 'liability',
  approving: 'calculation',
  settling: 'payment',
  closed: 'payment',
}

export async function getComplaintLoop(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ComplaintLoop>> {
  const found = await findComplaint(tx, params.complaintId, 'complaint.read')
  if (!found.ok) return found
  const complaint = found.value
  const [cause, filed, proposed] = await Promise.all([
    causeOf(tx, complaint),
    caseOfComplaint(tx, complaint.id),
    proposedPlace(tx, complaint),
  ])
  const [places, own, joinable] = await Promise.all([
    placeNames(tx, cause ? [cause] : []),
    cause?.improvementId == null
      ? []
      : improvementsWhere(tx, sql`i.id = ${cause.improvementId} and ${improvementScope(tx, 'complaint.improve')}`),
    joinableAt(tx, cause),
  ])
  const people = [...own.map((one) => one.ownerId), ...(cause ? [cause.namedBy] : [])]
  const names = await staffNames(tx.db, tx.actor.tenantId, people)
  const [improvement] = own
  return ok({
    cause: cause
      ? {
          ...placeWords(cause, places),
          why: cause.why,
          namedBy: names.get(cause.namedBy) ?? '同事',
          namedAt: cause.namedAt,
        }
      : null,
    proposed,
    improvement: improvement
      ? {
          ...improvementStand(improvement, improvement.state),
          title: improvement.title,
          ownerName: names.get(improvement.ownerId) ?? '同事',
          dueOn: improvement.dueOn,
          late: improvement.state === 'assigned' && improvement.dueOn < dayOfInstant(tx.now),
        }
      : null,
    joinable: joinable.map((one) => ({ ...improvementStand(one, one.state), title: one.title })),
    libraryCase: filed
      ? { id: filed.id, caseNo: filed.caseNo, stateWord: libraryLifecycle.states[filed.state].zh }
      : null,
    can: loopCan({
      state: complaint.state,
      recused: recusedAs(tx.actor, complaint) !== null,
      caused: cause !== undefined,
      improved: cause?.improvementId != null,
      inLibrary: filed !== undefined && filed.state !== 'returned',
      holds: (permission) => holds(tx.actor, permission),
    }),
  })
}

async function joinableAt(tx: Tx, cause: CauseRecord | undefined) {
  if (!cause || cause.improvementId !== null || !holds(tx.actor, 'complaint.improve')) return []
  return improvementsWhere(
    tx,
    sql`i.step = ${cause.step} and i.root_cause = ${cause.rootCause} and i.state not in ('accepted', 'dropped')
      and ${improvementScope(tx, 'complaint.improve')} order by i.proposed_at desc, i.id desc limit ${MOST_JOINABLE}`,
  )
}

async function proposedPlace(tx: Tx, { claimId, respondentInstitutionId }: ComplaintRecord) {
  const nothing = { programmeId: null, institutionId: respondentInstitutionId, step: null }
  if (claimId === null) return nothing
  const { rows } = await sql<{ programmeId: string; institutionId: string; state: string }>`select
      programme_id as "programmeId", institution_id as "institutionId", state
    from claim where tenant_id = ${tx.actor.tenantId} and id = ${claimId}`.execute(tx.db)
  const [claim] = rows
  if (!claim) return nothing
  const institutionId = respondentInstitutionId ?? claim.institutionId
  return { programmeId: claim.programmeId, institutionId, step: STEP_OF_CLAIM[claim.state] ?? null }
}

type CaseShown = {
  readonly id: string
  readonly complaintNo: string
  readonly state: ComplaintState
  readonly receivedAt: Instant
}
const MOST_CASES = 200

/** Complaints behind a 整改: those the reader may see, no other. */
export async function casesOf(tx: Tx, improvementId: string): Promise<readonly CaseShown[]> {
  const { rows } = await sql<Omit<CaseShown, 'state'> & { state: string }>`select c.id,
      c.complaint_no as "complaintNo", c.state, c.received_at as "receivedAt"
    from complaint_root_cause r join complaint c on c.tenant_id = r.tenant_id and c.id = r.complaint_id
    where r.tenant_id = ${tx.actor.tenantId} and r.improvement_id = ${improvementId}
      and ${complaintScope(tx.actor, 'complaint.read')} order by c.received_at, c.id limit ${MOST_CASES}`.execute(tx.db)
  return rows.map((row) => ({ ...row, state: stateOf(complaintLifecycle, row.state) }))
}

const MOST_CHOICES = 300

export async function getImprovementChoices(
  tx: Tx,
  _: Input<typeof choicesRoute>,
): Promise<Decision<Answer<typeof choicesRoute>>> {
  const { tenantId } = tx.actor
  const named = (table: 'programme' | 'institution') =>
    sql<{ id: string; name: string }>`select id, name from ${sql.table(table)} where tenant_id = ${tenantId}
      order by code limit ${MOST_CHOICES}`.execute(tx.db)
  const [programmes, institutions, owners] = await Promise.all([
    named('programme'),
    named('institution'),
    ownersOf(tx, null),
  ])
  return ok({
    programmes: programmes.rows,
    institutions: institutions.rows,
    owners: owners.map(({ id, name }) => ({ id, name })),
  })
}
