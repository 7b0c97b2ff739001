/** CLM-20, POR-03: the family says something to whoever handles its case. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { portalLeaveMessage as route } from '@anpei/contract/portal'
import type { Decision } from '@anpei/domain/kernel'
import { takeMessage } from '../claims/index.ts'
import type { Tx } from '../http/index.ts'
import { lentForLinked } from './actors.ts'

export async function leaveMessage(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  return takeMessage(await lentForLinked(tx, 'look_up', ['claim.read']), params.claimId, body.text)
}
