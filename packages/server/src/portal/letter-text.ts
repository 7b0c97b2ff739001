/** CLM-11: a letter as text and as the words that are read aloud, for whoever acts for the insured person. */
import type { portalLetterText as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import { getLetterText } from '../claims/index.ts'
import type { Tx } from '../http/index.ts'
import { lentForLinked } from './actors.ts'

export async function portalLetterText(tx: Tx,
  { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  return getLetterText(await lentForLinked(tx, ['claim.read']), { params, query: {}, body: {} })
}
