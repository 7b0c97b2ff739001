/** What an introduction gives out: its proofs, and the 投保单 for the core system that answers it (SRV-07). */
import type {
  CoverApplicationView,
  getCoverApplication as applicationRoute,
  getIntroductionFile as fileRoute,
} from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { findFile, openFile } from '../../documents/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { productsOf } from './products.ts'
import { productName } from '../versions/proposal-of.ts'
import { findIntroduction } from './store-introductions.ts'

export async function getIntroductionFile(tx: Tx, { params }: Input<typeof fileRoute>): Promise<Decision<FileAnswer>> {
  const found = await findIntroduction(tx, params.introductionId)
  if (!found.ok) return found
  const file = await findFile(tx.db, tx.actor.tenantId, params.fileId)
  return file && file.subjectKind === 'introduction' && file.subjectId === found.value.id
    ? ok(await openFile(tx, file, false))
    : refuse('request.not_found')
}

/** Only what was handed to the core system is for it to read. */
export async function getCoverApplication(
  tx: Tx,
  { params }: Input<typeof applicationRoute>,
): Promise<Decision<CoverApplicationView>> {
  const found = await findIntroduction(tx, params.introductionId, { permission: 'introduction.answer' })
  if (!found.ok) return found
  const { introductionNo, explainedVersion, appliedAt, handedWay, secret } = found.value
  if (secret.application === null || explainedVersion === null || appliedAt === null || handedWay !== 'core')
    return refuse('request.not_found')
  const products = await productsOf(tx, [explainedVersion])
  if (!products.ok) return products
  const [product] = products.value
  return ok({
    introductionNo,
    product: product ? productName(product) : '',
    programme: product?.version.programme ?? '',
    versionId: explainedVersion,
    ...secret.application,
    signedAt: appliedAt,
  })
}
