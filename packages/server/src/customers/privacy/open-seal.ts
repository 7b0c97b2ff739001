/** CUS-11: a sealed matter is opened with a reason, for an hour, in the log; the persons it concerns find nothing. */
import type { openSeal as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideOpening } from '@anpei/domain/customers'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findSeal, insertOpening } from './store-privacy-seals.ts'

const OPEN_MS = 3_600_000

export async function openSeal(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const subject = { kind: params.kind, id: params.subjectId }
  const allowed = decideOpening(await findSeal(tx, subject), tx.actor)
  if (!allowed.ok) return allowed
  const untilAt = new Date(Date.parse(tx.now) + OPEN_MS).toISOString()
  await insertOpening(tx, subject, body.reason, untilAt)
  tx.record({ name: 'seal.opened', subject, reason: body.reason, facts: { untilAt } })
  return ok({ untilAt })
}
