/**
 * SRV-01: what a caller or visitor says is written down by the staff: one number, and whoever wrote it down owns it
 * until it is handed over (首问负责). The clock starts when it reached us.
 */
import type { Input } from '@anpei/contract/kernel'
import type { RequestStand, registerRequest as route } from '@anpei/contract/service-desk'
import { parsePhone } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { decideOrigin, isConfidential, requestLifecycle } from '@anpei/domain/service-desk'
import { loadPerson } from '../customers/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { openRequest } from './open-request.ts'
import { noteCounterCheck } from './wording/note-counter-check.ts'
import { callsBelongTo, findCall, saveCall } from './calls/store-calls.ts'
import { phoneOf } from './store-persons.ts'
import type { Contact } from './store.ts'
import { standOf } from './work-on.ts'

type Body = Input<typeof route>['body']

export async function registerRequest(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<RequestStand>> {
  const { kind, channel, subject, policy, text, concernedIds } = body
  if (channel === 'box') return refuse('desk.box_opened_by_two')
  const call = body.callId === null ? null : await findCall(tx, body.callId)
  if (body.callId !== null && !call) return refuse('request.not_found')
  const receivedAt = body.receivedAt ?? call?.rangAt ?? tx.now
  if (receivedAt > tx.now) return refuse('desk.received_in_future')
  const person = body.personId === null ? null : await loadPerson(tx.db, tx.actor.tenantId, body.personId)
  if (person === undefined) return refuse('request.not_found')
  if (person?.mergedInto) return refuse('desk.person_merged')
  const origin = decideOrigin(body.origin, dayOfInstant(receivedAt))
  if (!origin.ok) return origin
  const contact = await contactOf(tx, body, call?.told.phone ?? '')
  if (!contact.ok) return contact
  const taken = transition(requestLifecycle, 'take', requestLifecycle.initial)
  if (!taken.ok) return taken
  const id = newId()
  const requestNo = await openRequest(tx, {
    id,
    kind,
    channel,
    receivedAt,
    person,
    subject,
    policy,
    origin: origin.value,
    text,
    languageSaid: body.language ?? call?.language ?? null,
    concernedIds,
    files,
    automatic: false,
    contact: contact.value,
    sender: null,
    taken: taken.value,
  })
  if (body.counterCheck && channel === 'counter') {
    const noted = await noteCounterCheck(tx, { id, personId: body.personId }, body.counterCheck)
    if (!noted.ok) return noted
  }
  if (call) await saveCall(tx, call, { requestId: id })
  if (call && person && !isConfidential(kind)) await callsBelongTo(tx, id, person.id)
  return standOf(tx, { id, requestNo, ownerId: tx.actor.id }, taken.value.to)
}

/** The number that called, or the telephone of the person chosen, stands in where none was told. */
async function contactOf(tx: Tx, { contact, personId }: Body, called: string): Promise<Decision<Contact>> {
  if (contact.phone === '') {
    const phone = called !== '' || personId === null ? called : await phoneOf(tx, personId)
    return ok({ ...contact, phone, openid: '' })
  }
  const phone = parsePhone(contact.phone)
  return phone.ok ? ok({ ...contact, phone: phone.value.phone, openid: '' }) : phone
}
