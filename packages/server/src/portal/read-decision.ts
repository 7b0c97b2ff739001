/** CMP-08, NTF-03: the notice of a decision is opened on the phone: it has reached. */
import type { portalReadDecision as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { readingOfAccount } from '../complaints/index.ts'
import type { Tx } from '../http/index.ts'

export async function readDecision(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const done = await readingOfAccount(tx, params.complaintId, params.letterId)
  return done.ok ? ok({ id: done.value.id, complaintNo: done.value.complaintNo }) : done
}
