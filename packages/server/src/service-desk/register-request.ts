/**
 * SRV-01: what a caller or visitor says is written down by the staff: one number, and whoever wrote it down owns it until
 * it is handed over (首问负责). The clock starts when it reached us.
 */
import type { Input } from '@anpei/contract/kernel'
import type { RequestStand, registerRequest as route } from '@anpei/contract/service-desk'
import { parsePhone } from '@anpei/domain/customers'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { clockChannel, isConfidential, requestLifecycle, startsAnswerClock } from '@anpei/domain/service-desk'
import { loadPerson } from '../customers/index.ts'
import { writeAsOne } from '../db/index.ts'
import { tellLive, type ArrivedFile, type Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { deriveClocks } from '../sla/index.ts'
import { keepFiles } from './keep-files.ts'
import { newMessageWriting } from './store-messages.ts'
import { phoneOf } from './store-persons.ts'
import { newRequestWriting, type Contact } from './store.ts'
import { standOf } from './work-on.ts'

type Body = Input<typeof route>['body']

export async function registerRequest(
  tx: Tx,
  { body }: Input<typeof route>,
  arrived: readonly ArrivedFile[],
): Promise<Decision<RequestStand>> {
  const { kind, channel } = body
  const receivedAt = body.receivedAt ?? tx.now
  if (receivedAt > tx.now) return refuse('desk.received_in_future')
  const person = body.personId === null ? null : await loadPerson(tx.db, tx.actor.tenantId, body.personId)
  if (person === undefined) return refuse('request.not_found')
  if (person?.mergedInto) return refuse('desk.person_merged')
  const contact = await contactOf(tx, body)
  if (!contact.ok) return contact
  const taken = transition(requestLifecycle, 'take', requestLifecycle.initial)
  if (!taken.ok) return taken

  const id = newId()
  const personId = person?.id ?? null
  const requestNo = await tx.app.numbers.draw(tx.db, 'request', tx.now)
  const starts = startsAnswerClock({ kind, automatic: false, unansweredSince: null })
  tx.record({
    name: starts ? 'enquiry.received' : 'request.received',
    subject: { kind: 'request', id },
    personId,
    at: receivedAt,
    facts: { requestNo, kind, via: channel, channel: clockChannel(channel) },
  })
  const due = starts ? await deriveClocks(tx, { kind: 'request', id }, true) : { dueAt: null, clockId: null }
  const files = await keepFiles(tx, { requestId: id, personId, channel, receivedAt }, arrived)
  const salt = tx.vault.newSalt()
  const request = newRequestWriting(
    tx,
    {
      id,
      requestNo,
      kind,
      channel,
      confidential: isConfidential(kind),
      concernedIds: body.concernedIds,
      personId,
      villageCode: person?.villageCode ?? null,
      institutionId: tx.actor.institutionId,
      ownerId: tx.actor.id,
      registeredBy: tx.actor.id,
      receivedAt,
      unansweredSince: receivedAt,
      salt,
      told: { contact: contact.value, subject: body.subject, policy: body.policy },
      transition: taken.value,
    },
    due,
  )
  const { documentIds, fileNames, refusedFiles } = files
  const message = newMessageWriting(tx, {
    id: newId(),
    requestId: id,
    no: 1,
    direction: 'in',
    channel,
    automatic: false,
    authorId: tx.actor.id,
    occurredAt: receivedAt,
    messageHash: null,
    delivery: 'none',
    wording: null,
    documentIds,
    salt,
    told: { text: body.text, fileNames, refusedFiles },
  })
  tx.later(writeAsOne(tx.db, [request, message]))
  await tellLive(tx, 'desk', null)
  return standOf(tx, { id, requestNo, ownerId: tx.actor.id }, taken.value.to)
}

/** The telephone of the person chosen stands in where none was told. */
async function contactOf(tx: Tx, { contact, personId }: Body): Promise<Decision<Contact>> {
  if (contact.phone === '') {
    const phone = personId === null ? '' : await phoneOf(tx, personId)
    return ok({ ...contact, phone, openid: '' })
  }
  const phone = parsePhone(contact.phone)
  return phone.ok ? ok({ ...contact, phone: phone.value.phone, openid: '' }) : phone
}
