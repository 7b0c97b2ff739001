/** Reads and writes the certificates of the staff (ORG-06). */
import { CERTIFICATE_WARNING_DAYS } from '@anpei/domain/identity'
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'

type Named = { id: string; name: string }

/** What `u` holds, as the rule wants it. */
export const certificatesHeld = sql`(select coalesce(json_agg(json_build_object('kind', c.kind, 'issuedOn', c.issued_on,
  'validTo', c.valid_to, 'ended', c.ended_at is not null)), '[]') from staff_certificate c
  where c.tenant_id = u.tenant_id and c.user_id = u.id and c.ended_at is null)`

export type CertificateRecord = {
  id: string
  kind: string
  number: string
  issuer: string
  issuedOn: Day
  validTo: Day | null
  paperFileId: string | null
  recordedBy: Named
  recordedAt: Instant
  endedAt: Instant | null
  endedBy: Named | null
  endedReason: string | null
}

/** The newest first. */
export async function certificatesOf(db: Db, tenantId: number, userId: string): Promise<CertificateRecord[]> {
  const { rows } = await sql<CertificateRecord>`select c.id, c.kind, c.number, c.issuer, c.issued_on as "issuedOn",
      c.valid_to as "validTo", c.paper_file_id as "paperFileId",
      json_build_object('id', r.id, 'name', r.name) as "recordedBy", c.recorded_at as "recordedAt",
      c.ended_at as "endedAt",
      case when e.id is null then null else json_build_object('id', e.id, 'name', e.name) end as "endedBy",
      c.ended_reason as "endedReason"
    from staff_certificate c join staff_user r on r.tenant_id = c.tenant_id and r.id = c.recorded_by
    left join staff_user e on e.tenant_id = c.tenant_id and e.id = c.ended_by
    where c.tenant_id = ${tenantId} and c.user_id = ${userId}
    order by c.ended_at is not null, c.valid_to desc nulls first, c.issued_on desc, c.id limit 200`.execute(db)
  return rows
}

/** Kinds the roles of somebody demand, each once. */
export async function certificatesDemanded(db: Db, tenantId: number, userId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ kind: string }>`select distinct unnest(r.certificates) as kind from user_role ur
    join role r on r.tenant_id = ur.tenant_id and r.code = ur.role_code
    where ur.tenant_id = ${tenantId} and ur.user_id = ${userId} order by kind`.execute(db)
  return rows.map((row) => row.kind)
}

type NewCertificate = Pick<
  CertificateRecord,
  'id' | 'kind' | 'number' | 'issuer' | 'issuedOn' | 'validTo' | 'paperFileId'
> & { readonly userId: string }

/** False where the same number of the kind is recorded. */
export async function insertCertificate({ db, actor, now }: Tx, one: NewCertificate): Promise<boolean> {
  const result = await sql`insert into staff_certificate (tenant_id, id, user_id, kind, number, issuer, issued_on,
      valid_to, paper_file_id, recorded_by, recorded_at)
    values (${actor.tenantId}, ${one.id}, ${one.userId}, ${one.kind}, ${one.number}, ${one.issuer}, ${one.issuedOn},
      ${one.validTo}, ${one.paperFileId}, ${actor.id}, ${now})
    on conflict (tenant_id, user_id, kind, number) where ended_at is null do nothing`.execute(db)
  return result.numAffectedRows === 1n
}

/** The certificate, held until the transaction ends. */
export async function lockCertificate({ db, actor }: Tx, id: string) {
  return db
    .selectFrom('staff_certificate')
    .select(['id', 'user_id', 'kind', 'ended_at'])
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function paperOf({ db, actor }: Tx, userId: string, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('staff_certificate')
    .select('paper_file_id')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.paper_file_id ?? null
}

export async function endCertificateRow({ db, actor, now }: Tx, id: string, reason: string): Promise<void> {
  await db
    .updateTable('staff_certificate')
    .set({ ended_at: now, ended_by: actor.id, ended_reason: reason })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
}

/** The demands upon `u` that stand so: none was ever valid or all have expired; or the last ends within the warning. */
const DEMANDS = {
  missing: (day: Day) => sql`coalesce(d.ends, '-infinity') < ${day}`,
  expiring: (day: Day) => sql`d.ends between ${day} and ${day}::date + ${CERTIFICATE_WARNING_DAYS}::int`,
}

const demandsUpon = (tenantId: number, day: Day) => sql`(select r.name as role, k as kind,
    certificate_end(${tenantId}, u.id, k, ${day}) as ends
  from user_role ur join role r on r.tenant_id = ur.tenant_id and r.code = ur.role_code, unnest(r.certificates) k
  where ur.tenant_id = ${tenantId} and ur.user_id = u.id)`

/** A condition on `u`: somebody who lacks a demanded certificate, or whose last ends soon. */
export function certificatesAre(tenantId: number, which: keyof typeof DEMANDS, day: Day) {
  return sql`exists (select from ${demandsUpon(tenantId, day)} d where ${DEMANDS[which](day)})`
}

/** As the list of people says it. */
export function certificatesNote(tenantId: number, day: Day) {
  return sql`case when ${certificatesAre(tenantId, 'missing', day)} then 'missing'
    when ${certificatesAre(tenantId, 'expiring', day)} then 'expiring' end`
}

export type EndingCertificate = {
  readonly userId: string
  readonly name: string
  readonly supervisorId: string | null
  readonly role: string
  readonly kind: string
  readonly ends: Day
}

/** Demanded certificates that end within the warning or have ended, of those who hold no later one. */
export async function endingCertificates(db: Db, tenantId: number, day: Day): Promise<readonly EndingCertificate[]> {
  const { rows } = await sql<EndingCertificate>`select u.id as "userId", u.name, u.supervisor_id as "supervisorId",
      string_agg(d.role, '、' order by d.role) as role, d.kind, d.ends
    from staff_user u, lateral ${demandsUpon(tenantId, day)} d
    where u.tenant_id = ${tenantId} and u.active and d.ends is not null
      and (${DEMANDS.missing(day)} or ${DEMANDS.expiring(day)})
    group by u.id, u.name, u.supervisor_id, d.kind, d.ends order by u.id, d.kind limit 1000`.execute(db)
  return rows
}
