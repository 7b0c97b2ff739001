/**
 * SLA §2 rule 11, SRV-08: a human's word has reached the customer. The clock stops where nothing newer waits; until the
 * customer says that it is solved there is a day on which to ask.
 */
import type { Instant, Transition } from '@anpei/domain/kernel'
import { clockChannel, type ChannelName, type RequestState } from '@anpei/domain/service-desk'
import type { Writing } from '../db/index.ts'
import type { Tx } from '../http/index.ts'
import { deskTerms } from './desk-data.ts'
import { settleRequest } from './settle-request.ts'
import { unansweredAfter } from './store-messages.ts'
import type { RequestChange, RequestRecord } from './store.ts'
import { saveWork } from './work-on.ts'

const DAY_MS = 86_400_000

export type Answered = {
  readonly no: number
  readonly at: Instant
  readonly channel: ChannelName
  readonly moved: Transition<RequestState>
}

export async function noteAnswered(
  tx: Tx,
  request: RequestRecord,
  { no, at, channel, moved }: Answered,
  more: RequestChange,
  writings: readonly Writing[],
): Promise<void> {
  const { id, personId, kind } = request
  const waiting = await unansweredAfter(tx, id, no)
  const subject = { kind: 'request', id }
  tx.record({
    name: 'enquiry.answered',
    subject,
    personId,
    at,
    facts: { human: true, via: channel, channel: clockChannel(channel) },
  })
  if (waiting !== null) {
    // What came meanwhile is a question of its own.
    tx.record({
      name: 'enquiry.received',
      subject,
      personId,
      at: waiting.at,
      facts: { kind, via: waiting.channel, channel: clockChannel(waiting.channel) },
    })
  }
  saveWork(
    tx,
    request,
    {
      ...more,
      ...(waiting === null ? { transition: moved, snoozedUntil: null } : {}),
      unansweredSince: waiting?.at ?? null,
      answerCount: request.answerCount + 1,
      lastMessageAt: at,
      // A case of its own is followed up as such.
      followUpAt: moved.to === 'converted' ? null : dayToAsk(tx.now),
      ...(request.firstAnsweredAt === null ? { firstAnsweredAt: at } : {}),
    },
    writings,
  )
  await settleRequest(tx, id)
}

function dayToAsk(now: Instant): Instant {
  return new Date(Date.parse(now) + deskTerms().followUpDays * DAY_MS).toISOString()
}
