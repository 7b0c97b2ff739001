/** SRV-03: lines, extensions and where telephone systems report to. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { getTelephone as route } from '@anpei/contract/service-desk'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { telephoneView } from './telephone-view.ts'

export async function getTelephone(tx: Tx, _: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  return ok(await telephoneView(tx))
}
