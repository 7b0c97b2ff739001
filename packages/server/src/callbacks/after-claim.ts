/**
 * CBK-01, T26: within a week after a claim ended the family is called; by nobody who owned it or judged it. A reopened
 * claim is not asked about until it ends again. The closing of a claim does not wait for it.
 */
import { addDays, dayOfInstant } from '@anpei/domain/kernel'
import { claimToCallBack } from '../claims/index.ts'
import { eventsOf, type StoredEvent } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { personToTell } from '../notifications/index.ts'
import { dropCallbacks } from './drop-callback.ts'
import { oweCallback } from './owe-callback.ts'
import { callbackRules } from './shipped-data.ts'

export const AFTER_CLAIM = 'callbacks.after_claim'
const ENDED: readonly string[] = ['claim.closed', 'claim.withdrawn']
export const CLAIM_END_EVENTS = [...ENDED, 'claim.reopened']
const JUDGED: readonly string[] = ['claim.assessed', 'claim.proposed', 'claim.decided', 'claim.closed']

export async function afterClaim(tx: Tx, event: StoredEvent): Promise<void> {
  const subject = { kind: 'claim', id: event.subjectId }
  if (event.name === 'claim.reopened') return dropCallbacks(tx, subject, '赔案重开')
  const claim = await claimToCallBack(tx, event.subjectId)
  // Reopened before the courier came: it will be asked about when it ends.
  if (!claim?.ended) return
  const [events, person] = await Promise.all([
    eventsOf(tx.db, tx.actor.tenantId, event.subjectId),
    personToTell(tx, claim.personId),
  ])
  const { reporter, died } = claim
  // Who has died, or has no telephone, is asked about through whoever reported.
  const byFamily = died || (!person?.phone && reporter.phone !== '')
  const judges = events.flatMap((one) =>
    JUDGED.includes(one.name) && one.actorKind === 'staff' ? (one.actorId ?? []) : [],
  )
  await oweCallback(tx, {
    occasion: 'claim_ended',
    subject,
    about: claim.claimNo,
    round: events.filter((one) => ENDED.includes(one.name) && one.id <= event.id).length,
    personId: claim.personId,
    ...(byFamily ? { contact: reporter } : {}),
    dueOn: addDays(dayOfInstant(event.at), callbackRules().afterClaimDays),
    owedAt: event.at,
    excluded: [...new Set([...judges, ...(claim.ownerId ? [claim.ownerId] : [])])],
  })
}
