/** Enrolments as the workbench sees them (PRG-07): a list by due time, and one with the quick check's findings. */
import type { EnrolmentItem, EnrolmentView, getEnrolment as getRoute } from '@anpei/contract/programme'
import type { listEnrolments as listRoute } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { maskIdNumber, maskPhone } from '@anpei/domain/customers'
import { ageOn, dayOfInstant, holds, isPermission, ok, transitionsFrom, type Decision } from '@anpei/domain/kernel'
import { coverAfterEnrolment, DECLINE_REASONS, ENROLMENT_FINDINGS, enrolmentLifecycle } from '@anpei/domain/programme'
import { sql } from 'kysely'
import { eventsOf, type StoredEvent } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor, staffNames } from '../../identity/index.ts'
import { waitsByHand } from '../../notifications/index.ts'
import { timeLeftBy, type TellLeft } from '../../sla/index.ts'
import { birthOf, checkNow } from './enrolment-check.ts'
import { countEnrolments, enrolmentsWhere, findEnrolment, type EnrolmentRecord } from './store-enrolments.ts'

export async function listEnrolments(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const after = readCursor(query.cursor, 2)
  const asked = sql`${query.open ? sql`e.ended_at is null` : sql`true`}
    and ${query.state ? sql`e.state = ${query.state}` : sql`true`}`
  const beyond = after ? sql`(e.received_at, e.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
  const [rows, total, left] = await Promise.all([
    enrolmentsWhere(tx, sql`${asked} and ${beyond} order by e.received_at, e.id limit ${query.limit + 1}`),
    after ? null : countEnrolments(tx, asked),
    timeLeftBy(tx),
  ])
  return ok(
    pageOf(
      rows,
      query.limit,
      (one) => [one.receivedAt, one.id],
      (one) => itemOf(one, left),
      total,
    ),
  )
}

export async function getEnrolment(tx: Tx, { params }: Input<typeof getRoute>): Promise<Decision<EnrolmentView>> {
  return enrolmentAnswer(tx, params.enrolmentId)
}

export async function enrolmentAnswer(tx: Tx, id: string): Promise<Decision<EnrolmentView>> {
  const found = await findEnrolment(tx, id)
  if (!found.ok) return found
  const one = found.value
  const open = one.state === 'received' || one.state === 'checked'
  const waits = one.state === 'accepted' || one.state === 'declined'
  const [checked, events, left, byHand] = await Promise.all([
    open ? checkNow(tx, one) : null,
    eventsOf(tx.db, tx.actor.tenantId, one.id),
    timeLeftBy(tx),
    waits && (one.secret.phone === '' || waitsByHand(tx, one.id)),
  ])
  const staff = [one.checkedBy, one.decidedBy, ...events.map((event) => byStaff(event))]
  const names = await staffNames(
    tx.db,
    tx.actor.tenantId,
    staff.filter((who) => who !== null),
  )
  const nameOf = (who: string | null): string | null => (who === null ? null : (names.get(who) ?? '同事'))
  const birthOn = birthOf(one.secret.idNumber)
  const expected =
    checked && one.state === 'checked' ? coverAfterEnrolment(birthOn, one.residentSince, checked.terms) : null
  return ok({
    ...itemOf(one, left),
    programme: one.programme,
    birthOn,
    age: ageOn(birthOn, dayOfInstant(tx.now)),
    phoneMasked: one.secret.phone ? maskPhone(one.secret.phone) : '',
    consent: one.secret.consent,
    personId: one.personId ?? checked?.personId ?? null,
    findings: (checked?.findings ?? []).map((code) => ({ code, text: ENROLMENT_FINDINGS[code] })),
    advice: checked?.advice ?? null,
    villageCode: one.villageCode,
    residentSince: one.residentSince,
    evidence: one.secret.evidence,
    checkedBy: nameOf(one.checkedBy),
    checkedAt: one.checkedAt,
    decidedBy: nameOf(one.decidedBy),
    decidedAt: one.decidedAt,
    declineReason: one.declineReason && DECLINE_REASONS[one.declineReason],
    coverFrom: one.coverFrom ?? expected,
    tell: waits ? (byHand ? 'person' : 'notice') : null,
    timeline: events.map((event) => ({
      id: event.id,
      at: event.at,
      title: tx.app.eventTitle(event.name, { enrolmentNo: one.enrolmentNo }),
      by: nameOf(byStaff(event)) ?? (event.name === 'enrolment.completed' ? '申请人' : '系统'),
      reason: event.reason,
    })),
    can: canOf(tx, one, checked?.advice ?? null),
  })
}

function itemOf(one: EnrolmentRecord, left: TellLeft): EnrolmentItem {
  return {
    id: one.id,
    enrolmentNo: one.enrolmentNo,
    channel: one.channel,
    state: one.state,
    stateWord: enrolmentLifecycle.states[one.state].zh,
    name: one.secret.name,
    idNumberMasked: maskIdNumber(one.secret.idNumber),
    villageName: one.villageName,
    receivedAt: one.receivedAt,
    dueAt: one.dueAt,
    timeLeft: left(one.dueAt, one.dueClock),
  }
}

function canOf(tx: Tx, one: EnrolmentRecord, advice: 'decline' | 'prove' | null): string[] {
  return transitionsFrom(enrolmentLifecycle, one.state).filter((act) => {
    const { permission } = enrolmentLifecycle.transitions[act]
    if (!isPermission(permission) || !holds(tx.actor, permission)) return false
    return act !== 'accept' || (advice !== 'decline' && one.checkedBy !== tx.actor.id)
  })
}

function byStaff(event: StoredEvent): string | null {
  return event.actorKind === 'staff' ? event.actorId : null
}
