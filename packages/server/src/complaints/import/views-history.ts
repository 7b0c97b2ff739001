/** Past complaints, to be found and read (CMP-13). Keyset pages; they are nobody's work. */
import type { getHistory as getRoute, listHistory as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { CAUSES, OUTCOMES } from '@anpei/domain/complaints'
import { addDays, holds, ok, refuse, startOfDay, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { countUpTo, institutionScope, pageOf, readCursor } from '../../identity/index.ts'
import {
  complainantHash,
  HISTORY_COLUMNS,
  historyTold,
  type ChangedField,
  type StoredHistory,
} from './store-history.ts'

type Query = Input<typeof route>['query']
type Row = StoredHistory & {
  readonly series: string
  readonly institutionName: string
  readonly days: number | null
  readonly at: string
}

export async function listHistory(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const where = filterOf(tx, query)
  const [at, id] = readCursor(query.cursor, 2) ?? []
  const beyond = at === undefined ? sql`true` : sql`(h.received_at, h.id) < (${at}::timestamptz, ${id}::uuid)`
  const [rows, total] = await Promise.all([
    rowsWhere(tx, sql<boolean>`${where} and ${beyond}`, query.limit + 1),
    query.cursor ? null : countUpTo(tx.db, sql`select 1 from complaint_history h where ${where}`),
  ])
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.at, row.id],
      (row) => itemOf(tx, row),
      total,
    ),
  )
}

function filterOf(tx: Tx, { q, name, cause, outcome, company, importId, from, to }: Query): RawBuilder<boolean> {
  const parts = [
    sql<boolean>`h.tenant_id = ${tx.actor.tenantId}`,
    institutionScope(tx.actor, 'complaint.read', sql`h.institution_id`),
    ...(q?.trim() ? [sql<boolean>`h.external_no = ${q.trim()}`] : []),
    ...(name?.trim() ? [sql<boolean>`h.name_hash = ${complainantHash(tx, name)}`] : []),
    ...(cause ? [sql<boolean>`${cause} = any(h.causes)`] : []),
    ...(outcome ? [sql<boolean>`h.outcome = ${outcome}`] : []),
    ...(company?.trim() ? [sql<boolean>`h.company = ${company.trim()}`] : []),
    ...(importId ? [sql<boolean>`h.import_id = ${importId}`] : []),
    ...(from ? [sql<boolean>`h.received_at >= ${startOfDay(from)}`] : []),
    ...(to ? [sql<boolean>`h.received_at < ${startOfDay(addDays(to, 1))}`] : []),
  ]
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

async function rowsWhere(tx: Tx, where: RawBuilder<boolean>, limit: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select ${HISTORY_COLUMNS}, h.series, h.days, h.received_at::text as at,
      o.name as "institutionName"
    from (select * from complaint_history h where ${where} order by h.received_at desc, h.id desc limit ${limit}) h
    join institution o on o.tenant_id = h.tenant_id and o.id = h.institution_id
    order by h.received_at desc, h.id desc`.execute(tx.db)
  return rows
}

function itemOf(tx: Tx, row: Row) {
  const { salt: _, sealed: __, at: ___, causes, outcome, reasonWords, outcomeWords, ...plain } = row
  return {
    ...plain,
    name: historyTold(tx, row).complainant,
    causeWords: causes.map(causeWord),
    reasonWords: [...reasonWords],
    outcomeWord: outcome === null ? null : outcomeWord(outcome),
    outcomeWords: [...outcomeWords],
  }
}

function causeWord(cause: string): string {
  return Object.entries(CAUSES).find(([name]) => name === cause)?.[1].zh ?? cause
}

function outcomeWord(outcome: string): string {
  return Object.entries(OUTCOMES).find(([name]) => name === outcome)?.[1] ?? outcome
}

type Came = { fileName: string; importedAt: Instant; personId: string | null; name: string | null }
type Change = { at: Instant; fileName: string; sealed: Buffer }

export async function getHistory(
  tx: Tx,
  { params }: Input<typeof getRoute>,
): Promise<Decision<Answer<typeof getRoute>>> {
  const { tenantId } = tx.actor
  const here = sql<boolean>`h.tenant_id = ${tenantId} and h.id = ${params.historyId}
    and ${institutionScope(tx.actor, 'complaint.read', sql`h.institution_id`)}`
  const [[row], came, changes] = await Promise.all([
    rowsWhere(tx, here, 1),
    sql<Came>`select i.file_name as "fileName", h.imported_at as "importedAt", p.id as "personId", p.name
      from complaint_history h join complaint_import i on i.tenant_id = h.tenant_id and i.id = h.import_id
      left join person p on p.tenant_id = h.tenant_id and p.id = h.person_id
      where ${here}`.execute(tx.db),
    sql<Change>`select c.changed_at as at, i.file_name as "fileName", c.sealed from complaint_history_change c
      join complaint_import i on i.tenant_id = c.tenant_id and i.id = c.import_id
      where c.tenant_id = ${tenantId} and c.history_id = ${params.historyId}
      order by c.changed_at desc limit 100`.execute(tx.db),
  ])
  const [file] = came.rows
  if (!row || !file) return refuse('request.not_found')
  const { personId, name, ...arrived } = file
  const mayTie = holds(tx.actor, 'complaint.coordinate')
  return ok({
    ...itemOf(tx, row),
    matter: historyTold(tx, row).matter,
    ...arrived,
    person: personId === null ? null : { id: personId, name: name ?? '' },
    can: mayTie ? ['tie', ...(personId === null ? [] : ['untie'])] : [],
    changes: changes.rows.map(({ at, fileName, sealed }) => ({ at, fileName, fields: fieldsOf(tx, row, sealed) })),
  })
}

function fieldsOf(tx: Tx, { salt }: Row, sealed: Buffer): ChangedField[] {
  const fields: ChangedField[] = JSON.parse(tx.vault.openText(salt, sealed))
  return fields.map(({ title, before }) => {
    if (title === '事由') return { title, before: before.split('；').map(causeWord).join('；') }
    return { title, before: title === '结果' ? outcomeWord(before) : before }
  })
}
