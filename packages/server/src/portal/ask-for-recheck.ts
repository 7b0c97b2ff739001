/** CMP-08: 核查 asked for on the phone. */
import type { portalAskRecheck as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { recheckOfAccount } from '../complaints/index.ts'
import type { Tx } from '../http/index.ts'

export async function askForRecheck(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const done = await recheckOfAccount(tx, params.complaintId, body.why)
  return done.ok ? ok({ id: done.value.id, complaintNo: done.value.complaintNo }) : done
}
