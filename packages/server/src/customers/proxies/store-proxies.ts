/** Proxies (CUS-05). */
import type { ProofKind, ProxyAct } from '@anpei/domain/customers'
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'

export type ProxyData = {
  id: string
  person_id: string
  proxy_name: string
  relation: string
  sealed: Buffer
  salt: Buffer
  act: ProxyAct
  proof_kind: ProofKind
  proof_document_id: string | null
  proof_files: { id: string; mediaType: string; fileName: string }[] | null
  from_on: Day
  to_on: Day
  recorded_by_name: string | null
  recorded_at: Instant
  revoked_at: Instant | null
}

async function select(db: Db, where: RawBuilder<unknown>): Promise<ProxyData[]> {
  const found =
    await sql<ProxyData>`select x.id, x.person_id, x.proxy_name, x.relation, x.sealed, p.salt, x.act, x.proof_kind,
      x.proof_document_id,
      (select json_agg(json_build_object('id', f.id, 'mediaType', f.media_type, 'fileName', f.file_name) order by f.id)
        from document d, unnest(d.file_ids) as u(id), stored_file f
        where d.tenant_id = x.tenant_id and d.id = x.proof_document_id
          and f.tenant_id = x.tenant_id and f.id = u.id) as proof_files,
      x.from_on, x.to_on, u.name as recorded_by_name, x.recorded_at, x.revoked_at
    from proxy x join person p on p.tenant_id = x.tenant_id and p.id = x.person_id
    left join staff_user u on u.tenant_id = x.tenant_id and u.id = x.recorded_by where ${where}`.execute(db)
  return found.rows
}

export async function proxiesOfPerson(db: Db, tenantId: number, personId: string): Promise<ProxyData[]> {
  return select(db, sql`x.tenant_id = ${tenantId} and x.person_id = ${personId} order by x.id desc limit 100`)
}

export async function loadProxy(db: Db, tenantId: number, proxyId: string): Promise<ProxyData | undefined> {
  return (await select(db, sql`x.tenant_id = ${tenantId} and x.id = ${proxyId} for update of x`))[0]
}

/** The name of the one whose consent is for this act, or any, and this day; undefined = there is no such consent. */
export async function mandateName(
  db: Db,
  tenantId: number,
  asked: { readonly personId: string; readonly proxyId: string; readonly act?: ProxyAct; readonly day: Day },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('proxy')
    .select('proxy_name')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', asked.proxyId)
    .where('person_id', '=', asked.personId)
    .$if(asked.act !== undefined, (of) => of.where('act', '=', asked.act ?? ''))
    .where('revoked_at', 'is', null)
    .where('from_on', '<=', asked.day)
    .where('to_on', '>=', asked.day)
    .executeTakeFirst()
  return row?.proxy_name
}

export type NewProxy = {
  readonly id: string
  readonly personId: string
  readonly proxyName: string
  readonly proxyPersonId: string | null
  readonly relation: string
  readonly sealed: Buffer
  readonly act: ProxyAct
  readonly proofKind: ProofKind
  readonly proofDocumentId: string | null
  readonly fromOn: Day
  readonly toOn: Day
  readonly recordedBy: string | null
  readonly recordedAt: Instant
}

export async function insertProxy(db: Db, tenantId: number, proxy: NewProxy): Promise<void> {
  await db
    .insertInto('proxy')
    .values({
      tenant_id: tenantId,
      id: proxy.id,
      person_id: proxy.personId,
      proxy_name: proxy.proxyName,
      proxy_person_id: proxy.proxyPersonId,
      relation: proxy.relation,
      sealed: proxy.sealed,
      act: proxy.act,
      proof_kind: proxy.proofKind,
      proof_document_id: proxy.proofDocumentId,
      from_on: proxy.fromOn,
      to_on: proxy.toOn,
      recorded_by: proxy.recordedBy,
      recorded_at: proxy.recordedAt,
    })
    .execute()
}

export async function saveProxyEnd(db: Db, tenantId: number, proxyId: string, at: Instant): Promise<void> {
  await db
    .updateTable('proxy')
    .set({ revoked_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', proxyId)
    .execute()
}
