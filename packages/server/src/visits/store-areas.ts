/** Urban or suburban, per village and day, as the sponsor confirmed it (CLM-02). */
import type { Area } from '@anpei/domain/visits'
import type { Day } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'

export async function areaOn(tx: Tx, villageCode: string, day: Day): Promise<Area | null> {
  const { rows } = await sql<{ area: Area }>`select area from village_area
    where tenant_id = ${tx.actor.tenantId} and village_code = ${villageCode} and from_on <= ${day}
      and coalesce(to_on, 'infinity') >= ${day}`.execute(tx.db)
  return rows[0]?.area ?? null
}
