/** What was explained to oneself or one's family, to be read and confirmed on the phone (SRV-07). */
import type { PortalIntroduction } from '@anpei/contract/programme'
import { scopesOf } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { staffNames } from '../../identity/index.ts'
import { nameOf } from './confirm-by.ts'
import { sheetView } from './introduction-sheets.ts'
import { productsOf } from './products.ts'
import { productName } from '../versions/proposal-of.ts'
import { introductionsWhere } from './store-introductions.ts'

/** Of the persons in the actor's scope; those to be confirmed first, then the newest. */
export async function introductionsToRead(tx: Tx): Promise<PortalIntroduction[]> {
  const persons = scopesOf(tx.actor, 'introduction.make').flatMap((scope) =>
    scope.kind === 'person' ? [scope.personId] : [],
  )
  const found = await introductionsWhere(
    tx,
    sql`i.person_id in (select o.id from person o where o.tenant_id = i.tenant_id
        and (o.id = any(${persons}::uuid[]) or o.merged_into = any(${persons}::uuid[])))
      and i.explained_at is not null and i.state <> 'dropped'
      order by (i.state = 'explained') desc, i.explained_at desc limit 20`,
  )
  const [names, products] = await Promise.all([
    staffNames(
      tx.db,
      tx.actor.tenantId,
      found.flatMap(({ explainedBy }) => explainedBy ?? []),
    ),
    productsOf(
      tx,
      found.flatMap(({ explainedVersion }) => explainedVersion ?? []),
    ),
  ])
  const known = products.ok ? products.value : []
  return found.flatMap((one) => {
    const product = known.find(({ versionId }) => versionId === one.explainedVersion)
    if (!product || one.sheet === null || one.explainedAt === null) return []
    return [
      {
        id: one.id,
        personName: nameOf(one),
        product: productName(product),
        explainedBy: names.get(one.explainedBy ?? '') ?? '',
        explainedAt: one.explainedAt,
        sheet: sheetView(one.sheet),
        recommendation: one.secret.recommendation?.reasons ?? '',
        confirmedAt: one.confirmedAt,
        can: one.state === 'explained' ? ['confirm', 'askAgain'] : [],
      },
    ]
  })
}
