/** The register of hospitals (CLM-08). */
import type { Day, Instant } from '@anpei/domain/kernel'
import type { HospitalLevel, HospitalRecord } from '@anpei/domain/programme'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'

export type StoredHospital = HospitalRecord & { readonly id: string; readonly waiting: boolean }

type HospitalRow = {
  id: string
  code: string
  name: string
  aliases: string[]
  town: string
  levels: { level: HospitalLevel; from: Day; to: Day | null }[] | null
  recognitions: { from: Day; to: Day | null; basis: string }[] | null
  waiting: boolean
}

export type HospitalSearch = {
  readonly text: string | null
  readonly after: readonly string[] | null
  readonly limit: number
}

export async function searchHospitals(db: Db, tenantId: number, asked: HospitalSearch): Promise<StoredHospital[]> {
  const like = `%${(asked.text ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const [name = '', id = ''] = asked.after ?? []
  return readHospitals(
    db,
    tenantId,
    sql`${
      asked.text === null
        ? sql`true`
        : sql`(h.name ilike ${like} or h.code ilike ${like} or h.town ilike ${like}
        or array_to_string(h.aliases, ' ') ilike ${like})`
    }
      and ${asked.after === null ? sql`true` : sql`(h.name, h.id) > (${name}, ${id}::uuid)`}`,
    asked.limit,
  )
}

export async function hospitalsByCode(db: Db, tenantId: number, codes: readonly string[]): Promise<StoredHospital[]> {
  return codes.length === 0 ? [] : readHospitals(db, tenantId, sql`h.code = any(${[...codes]}::text[])`, codes.length)
}

/** By id, and by a name or alias exactly as it is written. */
export async function hospitalsOf(
  db: Db,
  tenantId: number,
  ids: readonly string[],
  names: readonly string[],
): Promise<StoredHospital[]> {
  if (ids.length + names.length === 0) return []
  const named = sql`h.name = any(${[...names]}::text[]) or h.aliases && ${[...names]}::text[]`
  return readHospitals(db, tenantId, sql`(h.id = any(${[...ids]}::uuid[]) or ${named})`, 200)
}

async function readHospitals(
  db: Db,
  tenantId: number,
  which: RawBuilder<unknown>,
  limit: number,
): Promise<StoredHospital[]> {
  const { rows } = await sql<HospitalRow>`select h.id, h.code, h.name, h.aliases, h.town,
      (select json_agg(json_build_object('level', l.level, 'from', l.from_on, 'to', l.to_on) order by l.from_on)
        from hospital_level l where l.tenant_id = h.tenant_id and l.hospital_id = h.id) as levels,
      (select json_agg(json_build_object('from', r.from_on, 'to', r.to_on, 'basis', r.basis) order by r.from_on)
        from hospital_recognition r where r.tenant_id = h.tenant_id and r.hospital_id = h.id) as recognitions,
      exists (select from change_request c where c.tenant_id = h.tenant_id and c.kind = 'hospital.save'
        and c.subject_id = h.id and c.state = 'waiting') as waiting
    from hospital h where h.tenant_id = ${tenantId} and ${which} order by h.name, h.id limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, levels: row.levels ?? [], recognitions: row.recognitions ?? [] }))
}

/** As it is from now on, its whole past included. */
export async function saveHospital(
  db: Db,
  tenantId: number,
  now: Instant,
  hospital: HospitalRecord & { readonly id: string },
): Promise<void> {
  const values = {
    code: hospital.code,
    name: hospital.name,
    aliases: [...hospital.aliases],
    town: hospital.town,
    changed_at: now,
  }
  await db
    .insertInto('hospital')
    .values({ tenant_id: tenantId, id: hospital.id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
  const place = { tenant_id: tenantId, hospital_id: hospital.id }
  await db
    .deleteFrom('hospital_level')
    .where('tenant_id', '=', tenantId)
    .where('hospital_id', '=', hospital.id)
    .execute()
  await db
    .deleteFrom('hospital_recognition')
    .where('tenant_id', '=', tenantId)
    .where('hospital_id', '=', hospital.id)
    .execute()
  const levels = hospital.levels.map((one) => ({ ...place, level: one.level, from_on: one.from, to_on: one.to }))
  if (levels.length > 0) await db.insertInto('hospital_level').values(levels).execute()
  const recognitions = hospital.recognitions.map((one) => ({
    ...place,
    from_on: one.from,
    to_on: one.to,
    basis: one.basis,
  }))
  if (recognitions.length > 0) await db.insertInto('hospital_recognition').values(recognitions).execute()
}
