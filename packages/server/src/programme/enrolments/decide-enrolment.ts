/**
 * PRG-07, ORG-05: a person says yes or no. Yes is confirmed by another than the one who checked, and goes the way of a
 * confirmed difference of the roster (新增): register, facts, and the cover that follows from them (PRG-04). The result
 * is sent at once; who has no telephone is told by a person. Until it has reached the promise runs (T41).
 */
import type { decideEnrolment as route, EnrolmentView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { parseIdNumber } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, transition, type Day, type Decision } from '@anpei/domain/kernel'
import {
  coverAfterEnrolment,
  DECLINE_REASONS,
  decideAcceptance,
  enrolmentLifecycle,
  type DeclineReason,
  type RosterRow,
} from '@anpei/domain/programme'
import { findPersonByIdHash } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { notify } from '../../notifications/index.ts'
import { answerByEnrolment } from '../introductions/answer-by-enrolment.ts'
import { checkNow } from './enrolment-check.ts'
import { applyChanges } from '../roster/roster-apply.ts'
import { settleEnrolment } from './store-enrolment-due.ts'
import { findEnrolment, saveEnrolment, type EnrolmentRecord } from './store-enrolments.ts'
import { enrolmentAnswer } from './views-enrolments.ts'

export async function decideEnrolment(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<EnrolmentView>> {
  const found = await findEnrolment(tx, params.enrolmentId, true)
  if (!found.ok) return found
  const one = found.value
  const step = transition(enrolmentLifecycle, body.act, one.state)
  if (!step.ok) return step
  const subject = { kind: 'enrolment', id: one.id }
  if (body.act === 'accept') {
    const taken = await takeIntoRoster(tx, one)
    if (!taken.ok) return taken
    await saveEnrolment(tx, one.id, step.value, { decided: { ...taken.value, reason: null } })
    tx.record({ name: 'enrolment.accepted', subject, ...taken.value, facts: { coverFrom: taken.value.coverFrom } })
    const { personId, coverFrom } = taken.value
    await answered(tx, one, personId, `${dayWords(coverFrom)}起有保障。`)
    await tellResult(tx, one, personId, `已同意，${dayWords(coverFrom)}起有保障。`)
  } else {
    const { reason, note } = body
    await saveEnrolment(tx, one.id, step.value, { decided: { personId: null, coverFrom: null, reason } })
    tx.record({ name: 'enrolment.declined', subject, facts: { reason }, ...(note ? { reason: note } : {}) })
    await answered(tx, one, null, declineWords(reason))
    await tellResult(tx, one, null, declineWords(reason))
  }
  await settleEnrolment(tx, one.id)
  return enrolmentAnswer(tx, one.id)
}

function answered(tx: Tx, { id, enrolmentNo }: EnrolmentRecord, personId: string | null, text: string): Promise<void> {
  return answerByEnrolment(tx, { enrolmentId: id, enrolmentNo, personId, text })
}

type Taken = { readonly personId: string; readonly coverFrom: Day }

async function takeIntoRoster(tx: Tx, one: EnrolmentRecord): Promise<Decision<Taken>> {
  const { db, actor } = tx
  const checked = await checkNow(tx, one)
  const decided = decideAcceptance(checked.findings, one.checkedBy, actor.id)
  if (!decided.ok) return decided
  const number = parseIdNumber(one.secret.idNumber)
  if (!number.ok) return number
  const { idNumber, sex, birthOn } = number.value
  const coverFrom = coverAfterEnrolment(birthOn, one.residentSince, checked.terms)
  if (coverFrom === null) return refuse('programme.ended', { lastOn: checked.terms.endOn ?? '' })
  if (one.villageCode === null) return refuse('programme.nothing_published')
  const { name, phone } = one.secret
  const row: RosterRow = {
    name,
    idNumber,
    sex,
    birthOn,
    phone: phone || null,
    address: '',
    villageCode: one.villageCode,
    status: 'resident',
    movedInOn: one.residentSince,
    statusOn: null,
    lacksCapacity: false,
  }
  const keys = { tenantId: actor.tenantId, programmeId: one.programmeId, importId: null, now: tx.now }
  const change = { kind: 'joined', personId: null, rowNo: null, row } as const
  await applyChanges(tx, keys, dayOfInstant(tx.now), checked.terms, [change])
  const person = await findPersonByIdHash(db, actor.tenantId, one.idHash)
  if (!person) throw new Error('who joined the roster does not stand in the register')
  return ok({ personId: person.id, coverFrom })
}

/** Told is what has reached: until then the promise runs on, and the notice goes from channel to channel (NTF-03). */
async function tellResult(tx: Tx, one: EnrolmentRecord, personId: string | null, result: string): Promise<void> {
  const { name, phone } = one.secret
  if (phone === '') return
  await notify(tx, {
    personId,
    occasion: `enrolment_result:${one.id}`,
    template: 'enrolment_result',
    facts: { enrolmentNo: one.enrolmentNo, result },
    subject: { kind: 'enrolment', id: one.id },
    otherPhone: phone,
    otherName: name,
  })
}

function declineWords(reason: DeclineReason): string {
  return `没有通过：${DECLINE_REASONS[reason]}。`
}

function dayWords(day: Day): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}
