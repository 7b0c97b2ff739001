/** CLM-03, CUS-05: the application signed on the family's phone, by the insured or by who acts for the insured. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { portalSignApplication as route } from '@anpei/contract/portal'
import { APPLICATION_CODE } from '@anpei/domain/claims'
import { ok, type Decision } from '@anpei/domain/kernel'
import { signBy } from '../claims/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { lentForLinked } from './actors.ts'

export async function signOnPhone(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const lent = await lentForLinked(tx, 'hand_in', ['claim.collect', 'claim.read'])
  const signed = await signBy(lent, { params, query: {}, body: { ...body, channel: 'portal' } }, files)
  if (!signed.ok) return signed
  return ok({ received: [APPLICATION_CODE], receivedAt: tx.now })
}
