/**
 * CBK-01, CMP-05: who calls: of those who may, are here and need not stand aside, the one with the fewest callbacks
 * open; who speaks the dialect first where the person needs it. Liaisons and outlets are asked by name, not by turns.
 */
import { chooseOwner, type OwnerCandidate } from '@anpei/domain/identity'
import { dayOfInstant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { actorsFor } from '../identity/index.ts'

type Need = {
  readonly excluded: readonly string[]
  readonly onlyBy: readonly string[] | null
  readonly dialect: boolean
}

const DIALECT = 'teochew'

/** null: nobody who may is here; it stands in the list without a name until somebody takes it or is named. */
export async function chooseCaller(tx: Tx, need: Need): Promise<string | null> {
  const candidates = (await callers(tx, need)).filter((one) => one.wide)
  const chosen = chooseOwner(candidates, {
    villageCode: null,
    skills: [],
    language: need.dialect ? DIALECT : null,
    apart: need.excluded,
  })
  return chosen.ok ? chosen.value.id : null
}

/** `wide`: may call anybody of the tenant. */
export type Caller = OwnerCandidate & { readonly wide: boolean }

/** Everybody who may call, absent or not, with what is open. */
export async function callers(tx: Tx, { onlyBy }: Pick<Need, 'onlyBy'>): Promise<Caller[]> {
  const { tenantId } = tx.actor
  const day = dayOfInstant(tx.now)
  const [found, known] = await Promise.all([
    actorsFor(tx.db, tenantId, 'callback.make', day),
    sql<{ id: string; open: number; wide: boolean }>`select u.id,
        (select count(*)::int from callback c where c.tenant_id = ${tenantId} and c.owner_id = u.id
          and c.state in ('owed', 'contacting')) as open,
        exists (select from user_role ur join role r on r.tenant_id = ur.tenant_id and r.code = ur.role_code
          where ur.tenant_id = ${tenantId} and ur.user_id = u.id and r.scope = 'tenant'
            and 'callback.make' = any(r.permissions)
            and is_certified(${tenantId}, u.id, r.certificates, ${day})) as wide
      from staff_user u where u.tenant_id = ${tenantId} and u.active`.execute(tx.db),
  ])
  const byId = new Map(known.rows.map((row) => [row.id, row]))
  return found
    .filter((one) => onlyBy === null || onlyBy.includes(one.id))
    .map((one) => ({
      ...one,
      openCount: byId.get(one.id)?.open ?? 0,
      lastAssignedAt: null,
      wide: byId.get(one.id)?.wide ?? false,
    }))
}
