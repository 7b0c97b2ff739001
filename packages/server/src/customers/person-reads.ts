/** Persons as other rows need them: by id, by ID number, and as a masked summary (CUS-01, CUS-08). */
import { maskIdNumber, maskPhone } from '@anpei/domain/customers'
import type { Day } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { Tx } from '../http/index.ts'

export type PersonRecord = {
  readonly id: string
  readonly name: string
  readonly birthOn: Day
  readonly diedOn: Day | null
  readonly villageCode: string | null
  readonly mergedInto: string | null
  readonly careMarks: readonly string[]
}

/** What stands sealed in a person's row. */
export type PersonSecrets = {
  readonly idNumber: string
  readonly phone: string | null
  readonly address: string | null
}

export type PersonSummary = PersonRecord & {
  readonly villageName: string | null
  readonly idNumberMasked: string
  readonly phoneMasked: string
}

const COLUMNS = ['id', 'name', 'birth_on', 'died_on', 'village_code', 'merged_into'] as const
const MARKS = sql<string[]>`care_marks_of(person.tenant_id, person.id)`.as('care_marks')
type Columns = {
  id: string
  name: string
  birth_on: Day
  died_on: Day | null
  village_code: string | null
  merged_into: string | null
  care_marks: readonly string[]
}

export async function loadPerson(db: Db, tenantId: number, personId: string): Promise<PersonRecord | undefined> {
  const row = await db
    .selectFrom('person')
    .select(COLUMNS)
    .select(MARKS)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personId)
    .executeTakeFirst()
  return row && toPerson(row)
}

/** The living record of an ID number: merged ones are passed over. */
export async function findPersonByIdHash(db: Db, tenantId: number, idHash: Buffer): Promise<PersonRecord | undefined> {
  const row = await db
    .selectFrom('person')
    .select(COLUMNS)
    .select(MARKS)
    .where('tenant_id', '=', tenantId)
    .where('id_hash', '=', idHash)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  return row && toPerson(row)
}

export async function personSummaries(tx: Tx, personIds: readonly string[]): Promise<PersonSummary[]> {
  if (personIds.length === 0) return []
  const found = await sql<Columns & { village_name: string | null; salt: Buffer; sealed: Buffer }>`
    select p.id, p.name, p.birth_on, p.died_on, p.village_code, p.merged_into,
      care_marks_of(p.tenant_id, p.id) as care_marks, p.salt, p.sealed,
      d.name as village_name
    from person p left join division d on d.code = p.village_code
    where p.tenant_id = ${tx.actor.tenantId} and p.id = any(${personIds}::uuid[])`.execute(tx.db)
  return found.rows.map((row) => {
    const secrets = openSecrets(tx, row)
    return {
      ...toPerson(row),
      villageName: row.village_name,
      idNumberMasked: maskIdNumber(secrets.idNumber),
      phoneMasked: secrets.phone ? maskPhone(secrets.phone) : '',
    }
  })
}

/** What the register has sealed of one person; undefined where there is none. */
export async function secretsOf(tx: Tx, personId: string): Promise<PersonSecrets | undefined> {
  const row = await tx.db
    .selectFrom('person')
    .select(['salt', 'sealed'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', personId)
    .executeTakeFirst()
  return row && openSecrets(tx, row)
}

export function openSecrets(tx: Pick<Tx, 'vault'>, row: { salt: Buffer; sealed: Buffer }): PersonSecrets {
  const secrets: PersonSecrets = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  return secrets
}

function toPerson(row: Columns): PersonRecord {
  return {
    id: row.id,
    name: row.name,
    birthOn: row.birth_on,
    diedOn: row.died_on,
    villageCode: row.village_code,
    mergedInto: row.merged_into,
    careMarks: row.care_marks,
  }
}

/** By code: town and village. */
export async function villageNames(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<{ code: string; name: string }>`select d.code, t.name || d.name as name from division d
    join division t on t.code = d.parent_code where d.code = any(${[...new Set(codes)]}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.code, row.name]))
}
