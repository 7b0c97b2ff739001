/** SRV-07: what the machine proposes for one introduction, from its needs, its products and the customer's cover. */
import { dayOfInstant } from '@anpei/domain/kernel'
import { proposeProduct, type ProductProposal } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { coversOnDay } from '../cover/covers-on-day.ts'
import type { ProductOnSale } from '../introductions/products.ts'
import type { IntroductionRecord } from '../introductions/store-introductions.ts'

export async function proposalOf(
  tx: Tx,
  one: IntroductionRecord,
  products: readonly ProductOnSale[],
): Promise<ProductProposal | null> {
  if (one.secret.needs === null) return null
  const today = dayOfInstant(tx.now)
  const covers = one.personId === null ? [] : await coversOnDay(tx.db, tx.actor.tenantId, one.personId, today)
  const coveredBy = covers
    .filter(({ spans }) => spans.some(({ to }) => to === null || to >= today))
    .map(({ version }) => version.programme)
  return proposeProduct(products, one.secret.needs.answers, { today, birthOn: one.birthOn, coveredBy })
}

/** In words, to be kept: later data change nothing in what was proposed then. */
export function proposedWords(proposal: ProductProposal | null, products: readonly ProductOnSale[]): string {
  if (proposal === null) return ''
  const product = products.find(({ versionId }) => versionId === proposal.versionId)
  return `${product ? productName(product) : '都不推荐'}：${proposal.reasons.join('')}`
}

export function productName({ version }: Pick<ProductOnSale, 'version'>): string {
  return `${version.title}（${version.version} 版）`
}
