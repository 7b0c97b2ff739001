/** CLM-11: a letter as it was sent, for whoever acts for the insured person. */
import type { portalLetterPdf as route } from '@anpei/contract/portal'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import { getLetterPdf } from '../claims/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'
import { lentForLinked } from './actors.ts'

export async function portalLetterPdf(tx: Tx, { params }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  return getLetterPdf(await lentForLinked(tx, ['claim.read']), { params, query: {}, body: {} })
}
