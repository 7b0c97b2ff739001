/** PRG-07: an enrolment comes in, by the web or through a colleague; with the ID number it is complete (T41). */
import { parseIdNumber, parseName, parsePhone } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, type Decision, type Instant } from '@anpei/domain/kernel'
import type { EnrolmentChannel } from '@anpei/domain/programme'
import { KEPT_BY } from '@anpei/domain/sla'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { programmeOffered } from '../versions/published-versions.ts'
import { settleEnrolment } from './store-enrolment-due.ts'
import { insertEnrolment } from './store-enrolments.ts'

type Asked = {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly channel: EnrolmentChannel
  readonly consent: string
}
type Taken = { readonly id: string; readonly enrolmentNo: string; readonly dueAt: Instant | null }

export async function takeInEnrolment(tx: Tx, asked: Asked): Promise<Decision<Taken>> {
  const name = parseName(asked.name)
  if (!name.ok) return name
  const number = parseIdNumber(asked.idNumber, dayOfInstant(tx.now))
  if (!number.ok) return number
  const phone = asked.phone === '' ? null : parsePhone(asked.phone)
  if (phone && !phone.ok) return phone
  const programmeId = await programmeOffered(tx)
  if (programmeId === null) return refuse('programme.none_offered')
  const id = newId()
  const enrolmentNo = await tx.app.numbers.draw(tx.db, 'enrolment', tx.now)
  const { channel, consent } = asked
  const { idNumber } = number.value
  const secret = { name: name.value, idNumber, phone: phone?.value.phone ?? '', consent, evidence: '' }
  await insertEnrolment(tx, { id, enrolmentNo, programmeId, channel, secret })
  // Taken in by a colleague it is kept by the colleague's office; from the web, by none in particular.
  const kept = tx.actor.kind === 'staff' ? { [KEPT_BY]: tx.actor.institutionId } : {}
  tx.record({
    name: 'enrolment.completed',
    subject: { kind: 'enrolment', id },
    facts: { enrolmentNo, channel, ...kept },
  })
  const { dueAt } = await settleEnrolment(tx, id, true)
  return ok({ id, enrolmentNo, dueAt })
}
