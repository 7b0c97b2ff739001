/** Letters and consents as they can be read. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type {
  portalLetterText as portalLetterTextRoute,
  portalLetterPdf as portalLetterPdfRoute,
  getConsentFile as getConsentFileRoute,
} from '@anpei/contract/portal'
import { type Decision, ok, refuse } from '@anpei/domain/kernel'
import { getLetterText, getLetterPdf } from '../claims/index.ts'
import { findFile, openFile } from '../documents/index.ts'
import type { Tx, FileAnswer } from '../http/index.ts'
import { lentForLinked } from './actors.ts'

/** CLM-11: a letter as text and as the words that are read aloud, for whoever acts for the insured person. */
export async function portalLetterText(
  tx: Tx,
  { params }: Input<typeof portalLetterTextRoute>,
): Promise<Decision<Answer<typeof portalLetterTextRoute>>> {
  return getLetterText(await lentForLinked(tx, 'look_up', ['claim.read']), { params, query: {}, body: {} })
}

/** CLM-11: a letter as it was sent, for whoever acts for the insured person. */
export async function portalLetterPdf(
  tx: Tx,
  { params }: Input<typeof portalLetterPdfRoute>,
): Promise<Decision<FileAnswer>> {
  return getLetterPdf(await lentForLinked(tx, 'look_up', ['claim.read']), { params, query: {}, body: {} })
}

/** CUS-05: the photo of a consent, for the person of the staff who checks it. */
export async function showConsentFile(
  tx: Tx,
  { params }: Input<typeof getConsentFileRoute>,
): Promise<Decision<FileAnswer>> {
  const file = await findFile(tx.db, tx.actor.tenantId, params.fileId)
  if (!file || file.subjectKind !== 'portal_link' || file.subjectId !== params.linkId)
    return refuse('request.not_found')
  return ok(await openFile(tx, file, false))
}
