/** CMP-07: yes or no to a solution, from the phone. */
import type { portalReply as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { replyOfAccount } from '../complaints/index.ts'
import type { Tx } from '../http/index.ts'

export async function replyToSolution(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { proposalId, accepts } = body
  const reply = body.reply || (accepts ? '在手机上同意' : '在手机上表示不同意')
  const done = await replyOfAccount(tx, params.complaintId, proposalId, { accepts, reply })
  return done.ok ? ok({ id: done.value.id, complaintNo: done.value.complaintNo }) : done
}
