/** SRV-07: "I do not understand this": the introduction goes back to whoever explained it. */
import type { portalAskAgain as route } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { askIntroductionAgain } from '../programme/index.ts'
import { lentForIntroductions } from './introductions.ts'

export async function askAgainOnPhone(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const lent = await lentForIntroductions(tx)
  const asked = await askIntroductionAgain(lent, params.introductionId, body)
  return asked.ok ? ok({ asked: true }) : asked
}
