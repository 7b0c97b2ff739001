/** Consents to the cover (PRG-04): for an import or for one person; nothing is overwritten. */
import type { Day, Instant } from '@anpei/domain/kernel'
import type { ConsentAnswer, ConsentRoute } from '@anpei/domain/programme'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'

export type NewConsent = {
  readonly id: string
  readonly programmeId: string
  readonly importId: string | null
  readonly personId: string | null
  readonly answer: ConsentAnswer
  readonly route: ConsentRoute
  readonly givenOn: Day
  readonly salt: Buffer
  readonly sealed: Buffer
  readonly recordedBy: string | null
  readonly recordedAt: Instant
}

export async function insertConsent(db: Db, tenantId: number, consent: NewConsent): Promise<void> {
  await db
    .insertInto('cover_consent')
    .values({
      tenant_id: tenantId,
      id: consent.id,
      programme_id: consent.programmeId,
      import_id: consent.importId,
      person_id: consent.personId,
      answer: consent.answer,
      route: consent.route,
      given_on: consent.givenOn,
      salt: consent.salt,
      sealed: consent.sealed,
      recorded_by: consent.recordedBy,
      recorded_at: consent.recordedAt,
    })
    .execute()
}

export type ConsentData = {
  id: string
  programme_id: string
  programme: string
  import_id: string | null
  import_file: string | null
  person_id: string | null
  answer: ConsentAnswer
  route: ConsentRoute
  given_on: Day
  salt: Buffer
  sealed: Buffer
  recorded_by: string | null
  recorded_at: Instant
  files: { id: string; fileName: string }[]
}

const MOST = 200

/** Newest first. */
async function consentsWhere(db: Db, tenantId: number, which: RawBuilder<boolean>): Promise<ConsentData[]> {
  const found = await sql<ConsentData>`select c.id, c.programme_id, g.name as programme, c.import_id,
      i.file_name as import_file, c.person_id, c.answer, c.route, c.given_on, c.salt, c.sealed,
      u.name as recorded_by, c.recorded_at,
      (select coalesce(json_agg(json_build_object('id', f.id, 'fileName', f.file_name) order by f.id), '[]')
        from document d join stored_file f on f.tenant_id = d.tenant_id and f.document_id = d.id
        where d.tenant_id = c.tenant_id and d.subject_id = c.id) as files
    from cover_consent c
    join programme g on g.tenant_id = c.tenant_id and g.id = c.programme_id
    left join roster_import i on i.tenant_id = c.tenant_id and i.id = c.import_id
    left join staff_user u on u.tenant_id = c.tenant_id and u.id = c.recorded_by
    where c.tenant_id = ${tenantId} and ${which} order by c.recorded_at desc, c.id desc limit ${MOST}`.execute(db)
  return found.rows
}

export function consentsOfImport(db: Db, tenantId: number, importId: string): Promise<ConsentData[]> {
  return consentsWhere(db, tenantId, sql`c.import_id = ${importId}`)
}

/** Of the person, and of every import that ever said something about the person. */
export function consentsOfPerson(db: Db, tenantId: number, personId: string): Promise<ConsentData[]> {
  return consentsWhere(
    db,
    tenantId,
    sql`c.id in (
      select k.id from cover_consent k where k.tenant_id = ${tenantId} and k.person_id = ${personId}
      union all
      select k.id from member_period m join cover_consent k on k.tenant_id = m.tenant_id and k.import_id = m.import_id
      where m.tenant_id = ${tenantId} and m.person_id = ${personId})`,
  )
}

export function findConsent(db: Db, tenantId: number, consentId: string) {
  return db
    .selectFrom('cover_consent')
    .select(['id', 'person_id'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', consentId)
    .executeTakeFirst()
}

/** The programmes on whose roster a person stands or stood, and whether the person lacks civil capacity. */
export async function membershipOfPerson(db: Db, tenantId: number, personId: string) {
  const found = await sql<{ lacks_capacity: boolean; programmes: { id: string; name: string }[] }>`
    select p.lacks_capacity, (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) order by g.code),
        '[]') from programme g where g.tenant_id = p.tenant_id and exists (select from member_period m
        where m.tenant_id = p.tenant_id and m.person_id = p.id and m.programme_id = g.id)) as programmes
    from person p where p.tenant_id = ${tenantId} and p.id = ${personId}`.execute(db)
  const row = found.rows[0]
  return { lacksCapacity: row?.lacks_capacity ?? false, programmes: row?.programmes ?? [] }
}
