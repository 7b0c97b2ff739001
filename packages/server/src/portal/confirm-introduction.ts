/** SRV-07: the sheet read on the phone, section by section, and confirmed with a signature on its screen. */
import type { PortalIntroduction, portalConfirmIntroduction as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { confirmBy } from '../programme/index.ts'
import { introductionOnPhone, lentForIntroductions } from './introductions.ts'

export async function confirmOnPhone(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<PortalIntroduction>> {
  const lent = await lentForIntroductions(tx)
  const done = await confirmBy(lent, params.introductionId, { ...body, way: 'screen', witness: null }, files)
  return done.ok ? introductionOnPhone(lent, params.introductionId) : done
}
