/** Urban or suburban, per village and day, as the sponsor confirmed it (CLM-02). */
import type { Area } from '@anpei/domain/visits'
import type { Day } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'

export async function areaOn(tx: Tx, villageCode: string, day: Day): Promise<Area | null> {
  const { rows } = await sql<{ area: Area }>`select area from village_area
    where tenant_id = ${tx.actor.tenantId} and village_code = ${villageCode} and from_on <= ${day}
      and coalesce(to_on, 'infinity') >= ${day}`.execute(tx.db)
  return rows[0]?.area ?? null
}

export type VillageAreaRow = {
  readonly villageCode: string
  readonly villageName: string
  readonly townName: string
  readonly area: Area | null
  readonly from: Day | null
  readonly source: string | null
}

/** Every village, with what is in force on a day. */
export async function villageAreas(tx: Tx, day: Day, town: string | null): Promise<VillageAreaRow[]> {
  const { rows } = await sql<VillageAreaRow>`select d.code as "villageCode", d.name as "villageName",
      t.name as "townName", a.area, a.from_on as "from", a.source
    from division d join division t on t.code = d.parent_code
      left join village_area a on a.tenant_id = ${tx.actor.tenantId} and a.village_code = d.code and a.from_on <= ${day}
        and coalesce(a.to_on, 'infinity') >= ${day}
    where d.kind = 'village' and (${town}::text is null or d.parent_code = ${town})
    order by d.code limit 2000`.execute(tx.db)
  return rows
}

export async function unknownVillages(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select c.code from unnest(${[...codes]}::text[]) as c(code)
    where not exists (select from division d where d.code = c.code and d.kind = 'village')`.execute(tx.db)
  return rows.map((row) => row.code)
}

export type ConfirmedAreas = {
  readonly fromOn: Day
  readonly source: string
  readonly madeBy: string
  readonly villages: readonly { readonly villageCode: string; readonly area: Area }[]
}

/** From a day on: what begins later or on it gives way, what runs ends the day before. */
export async function saveAreas(tx: Tx, confirmed: ConfirmedAreas): Promise<void> {
  const { tenantId } = tx.actor
  const codes = confirmed.villages.map((one) => one.villageCode)
  await sql`delete from village_area where tenant_id = ${tenantId} and village_code = any(${codes}::text[])
    and from_on >= ${confirmed.fromOn}`.execute(tx.db)
  await sql`update village_area set to_on = ${confirmed.fromOn}::date - 1 where tenant_id = ${tenantId}
    and village_code = any(${codes}::text[]) and coalesce(to_on, 'infinity') >= ${confirmed.fromOn}`.execute(tx.db)
  await tx.db
    .insertInto('village_area')
    .values(
      confirmed.villages.map(({ villageCode, area }) => ({
        tenant_id: tenantId,
        id: newId(),
        village_code: villageCode,
        area,
        from_on: confirmed.fromOn,
        source: confirmed.source,
        made_by: confirmed.madeBy,
        checked_by: tx.actor.id,
        checked_at: tx.now,
      })),
    )
    .execute()
}
