/** Writes and reads the sharing register and the exports (CUS-09). */
import { sharingLifecycle, type PartnerKind, type SharingState } from '@anpei/domain/customers'
import type { Day, Instant, Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/index.ts'
import type { Tx } from '../http/index.ts'

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
  },
): Promise<void> {
  await tx.db
    .insertInto('export_record')
    .values({
      tenant_id: tx.actor.tenantId,
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
