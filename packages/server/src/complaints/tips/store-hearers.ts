/** Whom a 举报 is kept from and who may examine it (CMP-05, CMP-12). */
import { decideHearers, namedIn, type Concerned, type Somebody } from '@anpei/domain/complaints'
import { dayOfInstant, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { actorsFor, superiorsOf } from '../../identity/index.ts'

type About = {
  /** Everything that was said: a colleague whose name occurs in it counts as reported. */
  readonly words: string
  readonly concernedIds: readonly string[]
  readonly institutionId: string | null
}

export async function concernedBy(tx: Tx, { words, concernedIds, institutionId }: About): Promise<Concerned> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from staff_user
    where tenant_id = ${tx.actor.tenantId} and position(name in ${words}) > 0`.execute(tx.db)
  const all = [...new Set([...concernedIds, ...namedIn(words, rows)])]
  const lineIds = await superiorsOf(tx.db, tx.actor.tenantId, all)
  return { concernedIds: all, lineIds, sellingInstitutionId: institutionId }
}

export type Hearer = Somebody & { readonly name: string }

/** Those with the right who need not keep out. */
export async function hearersOf(tx: Tx, concerned: Concerned): Promise<Decision<readonly Hearer[]>> {
  const { tenantId } = tx.actor
  const holders = await actorsFor(tx.db, tenantId, 'complaint.tip', dayOfInstant(tx.now))
  const { rows } = await sql<Hearer>`select id, name, institution_id as "institutionId" from staff_user
    where tenant_id = ${tenantId} and id = any(${holders.map((one) => one.id)}::uuid[]) order by name, id`.execute(
    tx.db,
  )
  return decideHearers(rows, concerned)
}
