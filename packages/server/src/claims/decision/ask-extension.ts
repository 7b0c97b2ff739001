/** CLM-06: who handles a case asks for a later time before the promised one is over; the superior is told at once. */
import type { askExtension as route, ClaimExtension } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideDelay, mayAct } from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { alarmLeaders } from '../../sla/index.ts'
import { dueDaysOf } from '../due-days.ts'
import { extensionView } from './views-extensions.ts'
import { reporterOf } from '../assessment/judge-locked.ts'
import { settleClaim } from '../settle-clocks.ts'
import { lockClaim } from '../store-claims.ts'
import { insertExtension, lockExtension } from './store-extensions.ts'

export async function askExtension(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimExtension>> {
  const locked = await lockClaim(tx, params.claimId, 'claim.letter')
  if (!locked.ok) return locked
  const claim = locked.value
  const possible = mayAct('tellDelay', claim, tx.actor, reporterOf(tx, claim))
  if (!possible.ok) return possible
  const { tenantId } = tx.actor
  if (tx.actor.kind !== 'staff') return refuse('request.not_found')
  const { clockId, ...days } = await dueDaysOf(tx, claim.id)
  const delay = decideDelay({ today: dayOfInstant(tx.now), newDueOn: body.newDueOn, ...days })
  if (!delay.ok) return delay
  const id = newId()
  const salt = tx.vault.newSalt()
  const fresh = await insertExtension(tx.db, tenantId, tx.now, {
    id,
    claimId: claim.id,
    clockId: clockId ?? '',
    dueOn: delay.value.originalDue,
    newDueOn: body.newDueOn,
    salt,
    sealed: tx.vault.seal(salt, JSON.stringify({ reason: body.reason, answer: '' })),
    askedBy: tx.actor.id,
  })
  if (!fresh) return refuse('extension.waiting')
  tx.record({
    name: 'claim.extension_asked',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { newDueOn: body.newDueOn },
  })
  await alarmLeaders(tx, {
    subject: { kind: 'claim', id: claim.id, no: claim.claimNo },
    place: { handlerId: tx.actor.id, institutionId: claim.institutionId },
    clockId: clockId ?? '',
    cause: 'extension',
    causeId: id,
    dueAt: null,
    explanation: `申请把期限从 ${delay.value.originalDue} 延到 ${body.newDueOn}`,
  })
  await settleClaim(tx, claim, {})
  const made = await lockExtension(tx.db, tenantId, id)
  return made ? ok(await extensionView(tx, made)) : refuse('request.not_found')
}
