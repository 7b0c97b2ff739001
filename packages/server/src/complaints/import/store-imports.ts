/** Files of past complaints: what is known of them, their mapping, the rows left out (CMP-13). */
import { HistoryMapping } from '@anpei/contract/complaints'
import { historyImportLifecycle, type HistoryFault, type HistoryImportState } from '@anpei/domain/complaints'
import { ok, refuse, stateOf, type Decision, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { institutionScope } from '../../identity/index.ts'
import { newId } from '../../kernel/index.ts'

export type ImportRecord = {
  readonly id: string
  readonly institutionId: string
  readonly series: string
  readonly state: HistoryImportState
  readonly fileName: string
  readonly headings: readonly string[]
  readonly mapping: HistoryMapping
  readonly rowCount: number
  readonly taskId: string | null
  readonly salt: Buffer
  readonly sealed: Buffer | null
}
type Plain = Omit<ImportRecord, 'state' | 'mapping'> & { readonly state: string; readonly mapping: unknown }

/** Locked so that rows may go on referring to it meanwhile. */
export async function findImport(tx: Tx, importId: string, lock = false): Promise<Decision<ImportRecord>> {
  const { rows } = await sql<Plain>`select i.id, i.institution_id as "institutionId", i.series, i.state,
      i.file_name as "fileName", i.headings, i.mapping, i.row_count as "rowCount", i.task_id as "taskId",
      i.salt, i.sealed
    from complaint_import i where i.tenant_id = ${tx.actor.tenantId} and i.id = ${importId}
      and ${institutionScope(tx.actor, 'complaint.import', sql`i.institution_id`)}
    ${lock ? sql`for no key update` : sql``}`.execute(tx.db)
  const row = rows[0]
  if (!row) return refuse('request.not_found')
  return ok({
    ...row,
    state: stateOf(historyImportLifecycle, row.state),
    mapping: HistoryMapping.parse(row.mapping),
  })
}

/** An institution the actor may bring history to. */
export async function findInstitution(tx: Tx, institutionId: string): Promise<boolean> {
  const { rows } = await sql`select from institution i where i.tenant_id = ${tx.actor.tenantId}
    and i.id = ${institutionId} and ${institutionScope(tx.actor, 'complaint.import', sql`i.id`)}`.execute(tx.db)
  return rows.length > 0
}

type NewImport = Pick<ImportRecord, 'id' | 'institutionId' | 'series' | 'fileName' | 'headings' | 'mapping'> & {
  readonly fileBytes: number
  readonly salt: Buffer
  readonly sample: readonly (readonly string[])[]
}

export async function insertImport(tx: Tx, made: NewImport): Promise<void> {
  await tx.db
    .insertInto('complaint_import')
    .values({
      tenant_id: tx.actor.tenantId,
      id: made.id,
      institution_id: made.institutionId,
      series: made.series,
      state: historyImportLifecycle.initial,
      file_name: made.fileName,
      file_bytes: made.fileBytes,
      headings: [...made.headings],
      mapping: JSON.stringify(made.mapping),
      salt: made.salt,
      sealed: tx.vault.seal(made.salt, JSON.stringify(made.sample)),
      started_by: tx.actor.kind === 'staff' ? tx.actor.id : null,
      started_at: tx.now,
    })
    .execute()
}

export type ImportSummary = {
  readonly reasons: readonly { readonly word: string; readonly count: number }[]
  readonly outcomes: readonly { readonly word: string; readonly count: number }[]
  readonly faults: Readonly<Record<string, number>>
}
export type ImportCounts = {
  readonly rowCount: number
  readonly newCount: number
  readonly changedCount: number
  readonly unchangedCount: number
  readonly badCount: number
  readonly summary: ImportSummary
}
type ImportChange = {
  readonly mapping?: HistoryMapping
  readonly taskId?: string
  readonly counts?: ImportCounts
  readonly endedAt?: Instant
}

export async function moveImport(
  tx: Tx,
  importId: string,
  state: Transition<HistoryImportState>,
  { mapping, taskId, counts, endedAt }: ImportChange = {},
): Promise<void> {
  await tx.db
    .updateTable('complaint_import')
    .set({
      state: state.to,
      ...(mapping ? { mapping: JSON.stringify(mapping) } : {}),
      ...(taskId ? { task_id: taskId } : {}),
      ...(endedAt ? { ended_at: endedAt, sealed: null } : {}),
      ...(counts
        ? {
            row_count: counts.rowCount,
            new_count: counts.newCount,
            changed_count: counts.changedCount,
            unchanged_count: counts.unchangedCount,
            bad_count: counts.badCount,
            summary: JSON.stringify(counts.summary),
          }
        : {}),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', importId)
    .execute()
}

/** The state as it stands by now, for a reading under way. */
export async function stateNow(tx: Tx, importId: string): Promise<string | undefined> {
  const { rows } = await sql<{ state: string }>`select state from complaint_import
    where tenant_id = ${tx.actor.tenantId} and id = ${importId}`.execute(tx.db)
  return rows[0]?.state
}

export type FaultyRow = {
  readonly rowNo: number
  readonly faults: readonly HistoryFault[]
  readonly cells: readonly string[]
}

/** Those of an earlier reading go. */
export async function forgetFaults(tx: Tx, importId: string): Promise<void> {
  await tx.db
    .deleteFrom('complaint_import_fault')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('import_id', '=', importId)
    .execute()
}

export async function insertFaults(tx: Tx, importId: string, rows: readonly FaultyRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.db
    .insertInto('complaint_import_fault')
    .values(
      rows.map(({ rowNo, faults, cells }) => {
        const salt = tx.vault.newSalt()
        return {
          tenant_id: tx.actor.tenantId,
          import_id: importId,
          row_no: rowNo,
          faults: [...faults],
          salt,
          sealed: tx.vault.seal(salt, JSON.stringify(cells)),
        }
      }),
    )
    .execute()
}

/** Whose a row left out is said to be, locked; one destroyed with its person stays as it is. */
export async function ownerOfFault(
  tx: Tx,
  importId: string,
  rowNo: number,
): Promise<{ personId: string | null; erased: boolean } | undefined> {
  const { rows } = await sql<{ personId: string | null; erased: boolean }>`select f.person_id as "personId",
      p.erased_at is not null as erased
    from complaint_import_fault f left join person p on p.tenant_id = f.tenant_id and p.id = f.person_id
    where f.tenant_id = ${tx.actor.tenantId} and f.import_id = ${importId} and f.row_no = ${rowNo}
    for update of f`.execute(tx.db)
  return rows[0]
}

export async function tieFault(tx: Tx, importId: string, rowNo: number, personId: string | null): Promise<void> {
  await sql`update complaint_import_fault set person_id = ${personId}
    where tenant_id = ${tx.actor.tenantId} and import_id = ${importId} and row_no = ${rowNo}`.execute(tx.db)
}

/** Under its name; answers its id. */
export async function saveMapping(
  tx: Tx,
  { institutionId, name, mapping }: { institutionId: string; name: string; mapping: HistoryMapping },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into complaint_mapping
      (tenant_id, id, institution_id, name, mapping, saved_by, saved_at)
    values (${tx.actor.tenantId}, ${newId()}, ${institutionId}, ${name}, ${JSON.stringify(mapping)}, ${tx.actor.id},
      ${tx.now})
    on conflict (tenant_id, institution_id, name) do update set mapping = excluded.mapping,
      saved_by = excluded.saved_by, saved_at = excluded.saved_at returning id`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('a mapping that was saved has no id')
  return row.id
}

export type SavedMapping = {
  readonly id: string
  readonly institutionId: string
  readonly name: string
  readonly mapping: HistoryMapping
}

export async function mappingsOf(tx: Tx, institutionId: string | null): Promise<readonly SavedMapping[]> {
  const { rows } = await sql<Omit<SavedMapping, 'mapping'> & { mapping: unknown }>`select m.id,
      m.institution_id as "institutionId", m.name, m.mapping from complaint_mapping m
    where m.tenant_id = ${tx.actor.tenantId}
      and ${institutionId === null ? sql`true` : sql`m.institution_id = ${institutionId}`}
      and ${institutionScope(tx.actor, 'complaint.import', sql`m.institution_id`)}
    order by m.saved_at desc limit 200`.execute(tx.db)
  return rows.map((row) => ({ ...row, mapping: HistoryMapping.parse(row.mapping) }))
}
