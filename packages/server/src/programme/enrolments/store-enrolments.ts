/** Enrolments (PRG-07): name, number and telephone lie sealed under the row's own key, found again by the hash. */
import {
  ok,
  refuse,
  stateOf,
  type Actor,
  type Day,
  type Decision,
  type Instant,
  type Transition,
} from '@anpei/domain/kernel'
import {
  enrolmentLifecycle,
  type DeclineReason,
  type EnrolmentChannel,
  type EnrolmentState,
} from '@anpei/domain/programme'
import { sql, type RawBuilder } from 'kysely'
import { villageScope } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { countUpTo } from '../../identity/index.ts'

export type EnrolmentSecret = {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly consent: string
  readonly evidence: string
}
export type EnrolmentRecord = {
  readonly id: string
  readonly enrolmentNo: string
  readonly programmeId: string
  readonly programme: string
  readonly channel: EnrolmentChannel
  readonly state: EnrolmentState
  readonly idHash: Buffer
  readonly personId: string | null
  readonly villageCode: string | null
  readonly villageName: string | null
  readonly residentSince: Day | null
  readonly declineReason: DeclineReason | null
  readonly coverFrom: Day | null
  readonly receivedAt: Instant
  readonly checkedBy: string | null
  readonly checkedAt: Instant | null
  readonly decidedBy: string | null
  readonly decidedAt: Instant | null
  readonly dueAt: Instant | null
  readonly dueClock: string | null
  readonly secret: EnrolmentSecret
}
type EnrolmentColumns = Omit<EnrolmentRecord, 'secret' | 'state'> & { state: string; salt: Buffer; sealed: Buffer }

export async function insertEnrolment(
  tx: Tx,
  one: {
    readonly id: string
    readonly enrolmentNo: string
    readonly programmeId: string
    readonly channel: EnrolmentChannel
    readonly secret: EnrolmentSecret
  },
): Promise<void> {
  const salt = tx.vault.newSalt()
  await tx.db
    .insertInto('enrolment')
    .values({
      tenant_id: tx.actor.tenantId,
      id: one.id,
      enrolment_no: one.enrolmentNo,
      programme_id: one.programmeId,
      channel: one.channel,
      state: enrolmentLifecycle.initial,
      id_hash: tx.vault.lookupHash('id_number', one.secret.idNumber),
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(one.secret)),
      received_at: tx.now,
      recorded_by: tx.actor.kind === 'staff' ? tx.actor.id : null,
    })
    .execute()
}

/** Those of the scope, and those one wrote down oneself; what has no village yet is for whoever sees the whole. */
export function enrolmentScope(actor: Actor): RawBuilder<boolean> {
  const village = villageScope(actor, 'enrolment.record', sql`e.village_code`)
  return sql<boolean>`(${village} or e.recorded_by = ${actor.id}::uuid)`
}

/** Oldest first: all have the same promise, so the first to be due is the first. */
export async function enrolmentsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<EnrolmentRecord[]> {
  const { rows } = await sql<EnrolmentColumns>`select e.id, e.enrolment_no as "enrolmentNo",
      e.programme_id as "programmeId", g.name as programme, e.channel, e.state, e.id_hash as "idHash",
      e.person_id as "personId", e.village_code as "villageCode", t.name || d.name as "villageName",
      e.resident_since as "residentSince", e.decline_reason as "declineReason", e.cover_from as "coverFrom",
      e.received_at as "receivedAt", e.checked_by as "checkedBy", e.checked_at as "checkedAt",
      e.decided_by as "decidedBy", e.decided_at as "decidedAt", e.due_at as "dueAt", e.due_clock as "dueClock",
      e.salt, e.sealed
    from enrolment e join programme g on g.tenant_id = e.tenant_id and g.id = e.programme_id
    left join division d on d.code = e.village_code left join division t on t.code = d.parent_code
    where e.tenant_id = ${tx.actor.tenantId} and ${enrolmentScope(tx.actor)} and ${where}`.execute(tx.db)
  return rows.map(({ salt, sealed, state, ...row }) => {
    const secret: EnrolmentSecret = JSON.parse(tx.vault.openText(salt, sealed))
    return { ...row, state: stateOf(enrolmentLifecycle, state), secret }
  })
}

/** `lock`: until the transaction ends. */
export async function findEnrolment(tx: Tx, id: string, lock = false): Promise<Decision<EnrolmentRecord>> {
  const [row] = await enrolmentsWhere(tx, sql`e.id = ${id}::uuid ${lock ? sql`for update of e` : sql``}`)
  return row ? ok(row) : refuse('request.not_found')
}

/** For errands, which have no scope; locked until the transaction ends. */
export async function enrolmentOfErrand(tx: Tx, id: string): Promise<Pick<EnrolmentRecord, 'state' | 'personId'>> {
  const row = await tx.db
    .selectFrom('enrolment')
    .select(['state', 'person_id'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { state: stateOf(enrolmentLifecycle, row.state), personId: row.person_id }
}

export function countEnrolments(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  return countUpTo(
    tx.db,
    sql`select from enrolment e where e.tenant_id = ${tx.actor.tenantId} and ${enrolmentScope(tx.actor)} and ${where}`,
  )
}

/** Open applications under the same number beside this one, whoever may see them. */
export async function otherOpenEnrolments(tx: Tx, one: Pick<EnrolmentRecord, 'id' | 'idHash'>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from enrolment where tenant_id =
    ${tx.actor.tenantId} and id_hash = ${one.idHash} and id <> ${one.id}::uuid and ended_at is null`.execute(tx.db)
  return rows[0]?.n ?? 0
}

export type EnrolmentChange = {
  readonly checked?: {
    readonly villageCode: string
    readonly residentSince: Day | null
    readonly secret: EnrolmentSecret
  }
  readonly decided?: {
    readonly personId: string | null
    readonly coverFrom: Day | null
    readonly reason: DeclineReason | null
  }
}

/** Who acts is the actor, when is now. */
export async function saveEnrolment(
  tx: Tx,
  id: string,
  step: Transition<EnrolmentState>,
  { checked, decided }: EnrolmentChange = {},
): Promise<void> {
  const ended = enrolmentLifecycle.states[step.to].phase === 'ended'
  const salt = tx.vault.newSalt()
  await tx.db
    .updateTable('enrolment')
    .set({
      state: step.to,
      ...(ended ? { ended_at: tx.now } : {}),
      ...(checked
        ? {
            village_code: checked.villageCode,
            resident_since: checked.residentSince,
            checked_by: tx.actor.id,
            checked_at: tx.now,
            salt,
            sealed: tx.vault.seal(salt, JSON.stringify(checked.secret)),
          }
        : {}),
      ...(decided
        ? {
            person_id: decided.personId,
            cover_from: decided.coverFrom,
            decline_reason: decided.reason,
            decided_by: tx.actor.id,
            decided_at: tx.now,
          }
        : {}),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', id)
    .execute()
}
