/** Kinds of certificate, and the scan of one (ORG-06). */
import type { getCertificatePaper as paperRoute, listCertificateKinds as kindsRoute } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { certificateKinds } from './certificate-kinds.ts'
import type { CertificatePapers } from './certificate-papers.ts'
import { paperOf } from './store-certificates.ts'

export async function listCertificateKinds(): Promise<Decision<Answer<typeof kindsRoute>>> {
  return ok({ items: [...certificateKinds()] })
}

export async function getCertificatePaper(
  tx: Tx,
  { params }: Input<typeof paperRoute>,
  papers: CertificatePapers,
): Promise<Decision<FileAnswer>> {
  const fileId = await paperOf(tx, params.id, params.certificateId)
  return fileId ? papers.open(tx, fileId) : refuse('request.not_found')
}
