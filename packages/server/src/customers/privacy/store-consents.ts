/** Writes and reads consents by purpose (CUS-06). */
import type { ConsentSaid, ConsentWay } from '@anpei/domain/customers'
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'
import { together, type Tx } from '../../http/index.ts'

export type ConsentRow = {
  id: string
  person_id: string
  purpose: string
  given_how: ConsentWay | null
  proxy_name: string | null
  proxy_relation: string | null
  proof_document_id: string | null
  proof_files: { id: string; fileName: string; mediaType: string }[] | null
  text_version: number
  from_on: Day
  to_on: Day | null
  recorded_by_name: string | null
  recorded_at: Instant
  withdrawn_at: Instant | null
  withdrawn_how: ConsentWay | null
  no_name: string | null
  no_relation: string | null
}

async function select(db: Db, where: RawBuilder<unknown>): Promise<ConsentRow[]> {
  const { rows } = await sql<ConsentRow>`select c.id, c.person_id, c.purpose, c.given_how,
      x.proxy_name, x.relation as proxy_relation, c.proof_document_id,
      (select json_agg(json_build_object('id', f.id, 'mediaType', f.media_type, 'fileName', f.file_name) order by f.id)
        from document d, unnest(d.file_ids) as u(id), stored_file f where d.tenant_id = c.tenant_id
          and d.id = c.proof_document_id and f.tenant_id = c.tenant_id and f.id = u.id) as proof_files,
      c.text_version, c.from_on, c.to_on, u.name as recorded_by_name, c.recorded_at, c.withdrawn_at, c.withdrawn_how,
      n.proxy_name as no_name, n.relation as no_relation
    from consent c left join staff_user u on u.tenant_id = c.tenant_id and u.id = c.recorded_by
    left join proxy x on x.tenant_id = c.tenant_id and x.id = c.proxy_id
    left join proxy n on n.tenant_id = c.tenant_id and n.id = c.withdrawn_proxy_id
    where ${where}`.execute(db)
  return rows
}

/** Of one record; records merged into it have theirs. */
export async function consentsOf(db: Db, tenantId: number, personId: string): Promise<ConsentRow[]> {
  return select(db, sql`c.tenant_id = ${tenantId} and c.person_id = ${personId} order by c.id desc limit 200`)
}

/** Of the person and of the records merged into it, newest first. */
export async function consentsAround(db: Db, tenantId: number, personId: string): Promise<ConsentRow[]> {
  return select(
    db,
    sql`c.tenant_id = ${tenantId} and c.person_id in (select id from person
      where tenant_id = ${tenantId} and (id = ${personId} or merged_into = ${personId})) order by c.id desc limit 200`,
  )
}

type Said = { readonly consents: readonly ConsentSaid[]; readonly restricted: boolean }

/** What the person and the records merged into it said; whether deletion was asked for and answered by restriction. */
export const saidTo = together(async ({ db, actor: { tenantId } }, ids: readonly string[]): Promise<Said[]> => {
  const mine = sql`from person me join`
  const isMe = sql`me.tenant_id = ${tenantId} and (me.id = asked.id or me.merged_into = asked.id)`
  const lastKept = sql`select max(r.answered_at) as at ${mine} data_request r
    on r.tenant_id = me.tenant_id and r.person_id = me.id and r.outcome = 'restricted' where ${isMe}`
  const { rows } = await sql<Said>`
    select (select coalesce(json_agg(json_build_object('purpose', c.purpose, 'textVersion', c.text_version,
        'fromOn', c.from_on, 'toOn', c.to_on, 'withdrawn', c.withdrawn_at is not null,
        'anew', coalesce(c.recorded_at >= kept.at, false))), '[]')
      ${mine} consent c on c.tenant_id = me.tenant_id and c.person_id = me.id where ${isMe}) as consents,
      kept.at is not null as restricted
    from unnest(${ids}::uuid[]) with ordinality as asked(id, no) cross join lateral (${lastKept}) as kept
    order by asked.no`.execute(db)
  return rows
})

export async function lockConsent(db: Db, tenantId: number, id: string): Promise<ConsentRow | undefined> {
  return (await select(db, sql`c.tenant_id = ${tenantId} and c.id = ${id} for update of c`))[0]
}

type SaidNo = { readonly how: ConsentWay; readonly proxyId: string | null }

export type NewConsent = {
  readonly id: string
  readonly personId: string
  readonly purpose: string
  /** Null with `refused`: a no before any yes. */
  readonly givenHow: ConsentWay | null
  readonly refused: SaidNo | null
  /** The mandate to agree, of whoever agreed for the person (CUS-05). */
  readonly proxyId: string | null
  readonly proofDocumentId: string | null
  readonly textVersion: number
  readonly fromOn: Day
  readonly toOn: Day | null
  readonly accountId: string | null
}

export async function insertConsent(tx: Tx, consent: NewConsent): Promise<void> {
  await tx.db
    .insertInto('consent')
    .values({
      tenant_id: tx.actor.tenantId,
      id: consent.id,
      person_id: consent.personId,
      purpose: consent.purpose,
      given_how: consent.givenHow,
      proxy_id: consent.proxyId,
      proof_document_id: consent.proofDocumentId,
      text_version: consent.textVersion,
      from_on: consent.fromOn,
      to_on: consent.toOn,
      recorded_by: tx.actor.kind === 'staff' ? tx.actor.id : null,
      account_id: consent.accountId,
      recorded_at: tx.now,
      ...(consent.refused === null ? {} : withdrawn(tx, consent.refused)),
    })
    .execute()
}

function withdrawn(tx: Tx, { how, proxyId }: SaidNo) {
  return {
    withdrawn_at: tx.now,
    withdrawn_how: how,
    withdrawn_proxy_id: proxyId,
    withdrawn_by: tx.actor.kind === 'staff' ? tx.actor.id : null,
  }
}

/** With it every older one for the same purpose that still stands: an earlier text, another period, a merged record. */
export async function withdrawConsentRows(tx: Tx, ids: readonly string[], no: SaidNo): Promise<void> {
  await tx.db
    .updateTable('consent')
    .set(withdrawn(tx, no))
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', 'in', ids)
    .execute()
}

/** All that are in force, of the records merged into the person too: use is restricted (个人信息保护法 47). */
export async function endConsents(tx: Tx, personId: string): Promise<void> {
  await tx.db
    .updateTable('consent')
    .set(withdrawn(tx, { how: 'paper', proxyId: null }))
    .where('tenant_id', '=', tx.actor.tenantId)
    .where(({ eb, selectFrom }) =>
      eb(
        'person_id',
        'in',
        selectFrom('person')
          .select('id')
          .where('tenant_id', '=', tx.actor.tenantId)
          .where((me) => me.or([me('id', '=', personId), me('merged_into', '=', personId)])),
      ),
    )
    .where('withdrawn_at', 'is', null)
    .execute()
}
