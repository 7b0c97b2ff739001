/** SRV-07: products that can be introduced: published versions, and what of a customer decides whether they fit. */
import type { ProductChoice } from '@anpei/contract/programme'
import { addDays, dayOfInstant, ok, refuse, type Day, type Decision } from '@anpei/domain/kernel'
import type { ProgrammeVersion } from '@anpei/domain/programme'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { versionOf } from '../versions/published-versions.ts'

/** With the last day the version is in force on, where another one follows it. */
export type ProductOnSale = { readonly versionId: string; readonly version: ProgrammeVersion }

type Row = { id: string; effective_before: Day | null; definition: unknown }

async function productsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<ProductOnSale[]> {
  const { rows } = await sql<Row>`select v.id, v.effective_before, v.definition
    from programme_version v join programme g on g.tenant_id = v.tenant_id and g.id = v.programme_id
    where v.tenant_id = ${tx.actor.tenantId} and v.state = 'published' and ${where}
    order by g.code, v.effective_from desc limit 60`.execute(tx.db)
  return rows.map(({ id, effective_before, definition }) => {
    const version = versionOf(id, definition)
    const inForceTo = effective_before === null ? version.inForceTo : addDays(effective_before, -1)
    return { versionId: id, version: { ...version, inForceTo } }
  })
}

/** What is in force today, will be, or was within the last year: people ask what has changed. */
export function productsOnSale(tx: Tx): Promise<ProductOnSale[]> {
  const yearAgo = addDays(dayOfInstant(tx.now), -366)
  return productsWhere(tx, sql`(v.effective_before is null or v.effective_before > ${yearAgo})`)
}

/** In the order asked for; each once, all published. */
export async function productsOf(tx: Tx, ids: readonly string[]): Promise<Decision<ProductOnSale[]>> {
  const wanted = [...new Set(ids)]
  const found = await productsWhere(tx, sql`v.id = any(${wanted}::uuid[])`)
  const ordered = wanted.flatMap((id) => found.find((one) => one.versionId === id) ?? [])
  return ordered.length === wanted.length ? ok(ordered) : refuse('introduction.product_unknown')
}

export function choiceOf({ versionId, version }: ProductOnSale): ProductChoice {
  return {
    versionId,
    title: version.title,
    fromOn: version.inForceFrom,
    toOn: version.inForceTo,
    premiumFen: Number(version.premium.perHeadFen),
  }
}
