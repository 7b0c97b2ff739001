/**
 * SRV-01, CLM-01: a request becomes a report of the claims desk in the same transaction: person, channel, time of
 * receipt, telephone and words are carried over, and each is linked to the other. From now on the report's promises
 * run.
 */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { convertToReport as route } from '@anpei/contract/service-desk'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import { requestLifecycle } from '@anpei/domain/service-desk'
import { createReport } from '../claims/index.ts'
import type { Tx } from '../http/index.ts'
import { CLAIM_CHANNELS } from './claim-channel.ts'
import { setRequestPerson } from './set-request-person.ts'
import { settleRequest } from './settle-request.ts'
import { insertLink } from './store-links.ts'
import { threadOf } from './store-thread.ts'
import type { RequestRecord } from './store.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

const LONGEST_NARRATIVE = 2000

export async function convertToReport(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await lockedAndKnown(tx, params.requestId, body.personId)
  if (!found.ok) return found
  const request = found.value
  const { id, personId, state, channel, told, unansweredSince } = request
  const moved = transition(requestLifecycle, 'convert', state)
  if (!moved.ok) return moved
  const made = await createReport(tx, {
    body: {
      ...body,
      personId,
      channel: CLAIM_CHANNELS[channel],
      receivedAt: request.receivedAt,
      reporter: { ...body.reporter, phone: body.reporter.phone || told.contact.phone },
      accident: { ...body.accident, narrative: body.accident.narrative || (await firstWords(tx, id)) },
    },
  })
  if (!made.ok) return made
  const report = made.value
  const ownerId = request.ownerId ?? tx.actor.id
  const closing = { unansweredSince: null, followUpAt: null, snoozedUntil: null }
  saveWork(tx, request, { transition: moved.value, ownerId, ...closing })
  tx.later(insertLink(tx, id, { kind: 'report', id: report.id }))
  for (const claim of report.claims) tx.later(insertLink(tx, id, { kind: 'claim', id: claim.id }))
  const subject = { kind: 'request', id }
  if (unansweredSince !== null) tx.record({ name: 'enquiry.withdrawn', subject, personId })
  tx.record({
    name: 'request.converted',
    subject,
    personId,
    facts: { reportNo: report.reportNo, reportId: report.id },
  })
  await settleRequest(tx, id)
  const stand = await standOf(tx, { ...request, ownerId }, moved.value.to)
  return stand.ok ? ok({ request: stand.value, report }) : stand
}

/** Who was hurt is found with the conversion, where it was not before. */
async function lockedAndKnown(tx: Tx, requestId: string, personId: string | null): Promise<Decision<RequestRecord>> {
  const found = await lockToWork(tx, requestId)
  if (!found.ok || personId === null || found.value.personId !== null) return found
  const set = await setRequestPerson(tx, { params: { requestId }, body: { personId }, query: {} })
  return set.ok ? lockToWork(tx, requestId) : set
}

async function firstWords(tx: Tx, requestId: string): Promise<string> {
  const first = (await threadOf(tx, requestId)).find((message) => message.direction === 'in')
  return (first?.told.text ?? '').slice(0, LONGEST_NARRATIVE)
}
