/** Writes and reads the sharing register and the exports (CUS-09). */
import { sharingLifecycle, type PartnerKind, type SharingState } from '@anpei/domain/customers'
import type { Day, Instant, Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'

export type SharingRow = {
  id: string
  partner: string
  kind: PartnerKind
  purpose: string
  scope: string
  agreement_document_id: string
  agreement_files: { id: string; fileName: string }[] | null
  from_on: Day
  to_on: Day
  state: SharingState
  made_by: string
  made_by_name: string
  made_at: Instant
  checked_by_name: string | null
  checked_at: Instant | null
  comment: string | null
}

async function selectSharing(db: Db, where: RawBuilder<unknown>): Promise<SharingRow[]> {
  const { rows } = await sql<SharingRow>`select s.id, s.partner, s.kind, s.purpose, s.scope, s.agreement_document_id,
      (select json_agg(json_build_object('id', f.id, 'fileName', f.file_name) order by f.id)
        from document d, unnest(d.file_ids) as u(id), stored_file f where d.tenant_id = s.tenant_id
          and d.id = s.agreement_document_id and f.tenant_id = s.tenant_id and f.id = u.id) as agreement_files,
      s.from_on, s.to_on, s.state, s.made_by, m.name as made_by_name, s.made_at, c.name as checked_by_name,
      s.checked_at, s.comment
    from sharing_entry s join staff_user m on m.tenant_id = s.tenant_id and m.id = s.made_by
    left join staff_user c on c.tenant_id = s.tenant_id and c.id = s.checked_by where ${where}`.execute(db)
  return rows
}

export async function findSharing(db: Db, tenantId: number, id: string, lock = false) {
  const rows = await selectSharing(
    db,
    sql`s.tenant_id = ${tenantId} and s.id = ${id} ${lock ? sql`for update of s` : sql``}`,
  )
  return rows[0]
}

export async function sharingEntries(db: Db, tenantId: number): Promise<SharingRow[]> {
  return selectSharing(
    db,
    sql`s.tenant_id = ${tenantId} order by array_position(array['waiting', 'active', 'ended', 'rejected'], s.state),
      s.to_on, s.id limit 500`,
  )
}

/** Everything of the kind that was ever confirmed, whatever its days. */
export async function confirmedOfKind(tx: Tx, kind: PartnerKind) {
  return tx.db
    .selectFrom('sharing_entry')
    .select(['id', 'partner', 'purpose', 'from_on as fromOn', 'to_on as toOn'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('state', '=', sharingLifecycle.transitions.confirm.to)
    .where('kind', '=', kind)
    .limit(500)
    .execute()
}

export type NewSharing = {
  readonly id: string
  readonly partner: string
  readonly kind: PartnerKind
  readonly purpose: string
  readonly scope: string
  readonly agreementDocumentId: string
  readonly fromOn: Day
  readonly toOn: Day
}

export async function insertSharing(tx: Tx, entry: NewSharing): Promise<void> {
  await tx.db
    .insertInto('sharing_entry')
    .values({
      tenant_id: tx.actor.tenantId,
      id: entry.id,
      partner: entry.partner,
      kind: entry.kind,
      purpose: entry.purpose,
      scope: entry.scope,
      agreement_document_id: entry.agreementDocumentId,
      from_on: entry.fromOn,
      to_on: entry.toOn,
      state: sharingLifecycle.initial,
      made_by: tx.actor.id,
      made_at: tx.now,
    })
    .execute()
}

export async function saveSharing(
  tx: Tx,
  id: string,
  transition: Transition<SharingState>,
  said: { readonly checked: boolean; readonly comment: string },
): Promise<void> {
  await tx.db
    .updateTable('sharing_entry')
    .set({
      state: transition.to,
      ...(said.checked ? { checked_by: tx.actor.id, checked_at: tx.now } : {}),
      ...(said.comment ? { comment: said.comment } : {}),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function insertExport(
  tx: Tx,
  made: {
    readonly id: string
    readonly exportNo: string
    readonly what: string
    readonly format: string
    readonly reason: string
    readonly partnerId: string | null
    readonly rowCount: number | null
    readonly sha256: Buffer | null
    readonly subjectId: string | null
    readonly personIds: readonly string[]
  },
): Promise<void> {
  const { tenantId } = tx.actor
  await tx.db
    .insertInto('export_record')
    .values({
      tenant_id: tenantId,
      id: made.id,
      export_no: made.exportNo,
      what: made.what,
      format: made.format,
      partner_id: made.partnerId,
      reason: made.reason,
      row_count: made.rowCount,
      sha256: made.sha256,
      subject_id: made.subjectId,
      made_by: tx.actor.kind === 'staff' ? tx.actor.id : null,
      made_at: tx.now,
    })
    .execute()
  if (made.personIds.length === 0) return
  await sql`insert into export_person (tenant_id, export_id, person_id)
    select distinct ${tenantId}::int, ${made.id}::uuid, p from unnest(${[...made.personIds]}::uuid[]) as p`.execute(
    tx.db,
  )
}

export type SharedRow = {
  id: string
  export_no: string
  what: string
  partner: string
  purpose: string
  scope: string
  reason: string
  made_by_name: string | null
  made_at: Instant
}

/** What of a person, and of the records merged into this one, went to somebody outside; newest first. */
export async function sharedOf(
  tx: Tx,
  personId: string,
  asked: { readonly before: readonly string[] | null; readonly limit: number },
): Promise<SharedRow[]> {
  const { tenantId } = tx.actor
  const place = asked.before
    ? sql`and (e.made_at, e.id) < (${asked.before[0]}::timestamptz, ${asked.before[1]}::uuid)`
    : sql``
  const { rows } = await sql<SharedRow>`select distinct e.id, e.export_no, e.what, s.partner, s.purpose, s.scope,
      e.reason, u.name as made_by_name, e.made_at
    from person me join export_person x on x.tenant_id = me.tenant_id and x.person_id = me.id
    join export_record e on e.tenant_id = x.tenant_id and e.id = x.export_id
    join sharing_entry s on s.tenant_id = e.tenant_id and s.id = e.partner_id
    left join staff_user u on u.tenant_id = e.tenant_id and u.id = e.made_by
    where me.tenant_id = ${tenantId} and (me.id = ${personId} or me.merged_into = ${personId}) ${place}
    order by e.made_at desc, e.id desc limit ${asked.limit}`.execute(tx.db)
  return rows
}

export type PushedRow = { id: string; name: string; partner: string; count: number; lastAt: Instant }

/** Which programs were told of what happened to a person, how often, and when last. */
export async function pushedOf(tx: Tx, personId: string): Promise<PushedRow[]> {
  const { tenantId } = tx.actor
  const { rows } = await sql<PushedRow>`select o.id, o.name, s.partner, count(*)::int as count,
      max(d.delivered_at) as "lastAt"
    from person me join event e on e.tenant_id = me.tenant_id and e.person_id = me.id
    join webhook_endpoint o on o.tenant_id = e.tenant_id
    join webhook_delivery d on d.tenant_id = o.tenant_id and d.endpoint_id = o.id and d.event_id = e.id
    join sharing_entry s on s.tenant_id = o.tenant_id and s.id = o.sharing_id
    where me.tenant_id = ${tenantId} and (me.id = ${personId} or me.merged_into = ${personId})
      and d.delivered_at is not null group by o.id, o.name, s.partner order by 5 desc limit 100`.execute(tx.db)
  return rows
}

export type ExportRow = {
  id: string
  export_no: string
  what: string
  format: string
  partner: string | null
  reason: string
  row_count: number | null
  made_by_name: string | null
  made_at: Instant
}

export async function exportsOf(
  db: Db,
  tenantId: number,
  asked: { readonly no: string | null; readonly before: readonly string[] | null; readonly limit: number },
): Promise<ExportRow[]> {
  const place = asked.before
    ? sql`and (e.made_at, e.id) < (${asked.before[0]}::timestamptz, ${asked.before[1]}::uuid)`
    : sql``
  const { rows } = await sql<ExportRow>`select e.id, e.export_no, e.what, e.format, s.partner, e.reason, e.row_count,
      u.name as made_by_name, e.made_at
    from export_record e left join sharing_entry s on s.tenant_id = e.tenant_id and s.id = e.partner_id
    left join staff_user u on u.tenant_id = e.tenant_id and u.id = e.made_by
    where e.tenant_id = ${tenantId} and ${asked.no ? sql`e.export_no = ${asked.no}` : sql`true`} ${place}
    order by e.made_at desc, e.id desc limit ${asked.limit}`.execute(db)
  return rows
}
