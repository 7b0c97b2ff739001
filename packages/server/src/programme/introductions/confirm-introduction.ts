/** SRV-07: the customer confirms before our people, at the counter, at home, by telephone or video. */
import type { confirmIntroduction as route, IntroductionView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { confirmBy } from './confirm-by.ts'
import { introductionAnswer } from './views-introductions.ts'

export async function confirmIntroduction(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<IntroductionView>> {
  const done = await confirmBy(tx, params.introductionId, body, files)
  return done.ok ? introductionAnswer(tx, params.introductionId) : done
}
