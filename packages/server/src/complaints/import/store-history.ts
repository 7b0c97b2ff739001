/** Past complaints as they were brought, and what later files changed of them (CMP-13). */
import type { HistoryRow } from '@anpei/domain/complaints'
import { startOfDay } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'

export type HistorySeries = { readonly importId: string; readonly institutionId: string; readonly series: string }
export type HashedRow = { readonly row: HistoryRow; readonly hash: Buffer }
export type KnownRow = {
  readonly id: string
  readonly externalNo: string
  readonly hash: Buffer
  /** Destroyed, with its person or as nobody's: what a later file says of it is not taken in again (CUS-10). */
  readonly erased: boolean
}

export async function knownRows(
  tx: Tx,
  { institutionId, series }: HistorySeries,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, KnownRow>> {
  const { rows } = await sql<KnownRow>`select h.id, h.external_no as "externalNo", h.row_hash as hash,
      p.erased_at is not null or h.emptied_at is not null as erased
    from complaint_history h left join person p on p.tenant_id = h.tenant_id and p.id = h.person_id
    where h.tenant_id = ${tx.actor.tenantId} and h.institution_id = ${institutionId} and h.series = ${series}
      and h.external_no = any(${[...numbers]}::text[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.externalNo, row]))
}

/** The same number arriving twice at once is there once. */
export async function insertHistory(tx: Tx, to: HistorySeries, rows: readonly HashedRow[]): Promise<void> {
  if (rows.length === 0) return
  const records = rows.map(({ row, hash }) => ({ id: newId(), ...record(tx, row, hash, tx.vault.newSalt()) }))
  await sql`insert into complaint_history (tenant_id, id, institution_id, series, external_no, import_id, imported_at,
      received_on, received_at, closed_on, product, company, channel_word, region, state_word, reason_words,
      outcome_words, causes, cause_group, outcome, row_hash, name_hash, salt, sealed)
    select ${tx.actor.tenantId}, id, ${to.institutionId}::uuid, ${to.series}, external_no, ${to.importId}::uuid,
      ${tx.now}::timestamptz, received_on, received_at, closed_on, product, company, channel_word, region, state_word,
      reason_words, outcome_words, causes, cause_group, outcome, row_hash, name_hash, salt, sealed
    from json_populate_recordset(null::complaint_history, ${JSON.stringify(records)}::json)
    on conflict (tenant_id, institution_id, series, external_no) do nothing`.execute(tx.db)
}

type Plain = Omit<HistoryRow, 'causes' | 'causeGroup' | 'outcome' | keyof HistoryTold>
export type StoredHistory = Plain & {
  readonly id: string
  readonly causes: readonly string[]
  readonly outcome: string | null
  readonly salt: Buffer
  readonly sealed: Buffer
}
export const HISTORY_COLUMNS = sql`h.id, h.external_no as "externalNo", h.received_on as "receivedOn",
  h.closed_on as "closedOn", h.product, h.company, h.channel_word as "channelWord", h.region,
  h.state_word as "stateWord", h.reason_words as "reasonWords", h.outcome_words as "outcomeWords", h.causes, h.outcome,
  h.salt, h.sealed`

export type HistoryTold = { readonly complainant: string; readonly matter: string }

export function historyTold(tx: Tx, { salt, sealed }: Pick<StoredHistory, 'salt' | 'sealed'>): HistoryTold {
  return JSON.parse(tx.vault.openText(salt, sealed))
}

/** As `changed` reads by now; what it replaces is kept. */
export async function updateHistory(
  tx: Tx,
  { importId }: HistorySeries,
  changed: readonly (HashedRow & { readonly id: string })[],
): Promise<void> {
  if (changed.length === 0) return
  const ids = changed.map((one) => one.id)
  const { rows } = await sql<StoredHistory>`select ${HISTORY_COLUMNS} from complaint_history h
    where h.tenant_id = ${tx.actor.tenantId} and h.id = any(${ids}::uuid[]) for update`.execute(tx.db)
  const before = new Map(rows.map((row) => [row.id, row]))
  const kept = changed.flatMap(({ id, row }) => {
    const old = before.get(id)
    return old ? [{ id: newId(), history_id: id, sealed: hex(traceOf(tx, old, row)) }] : []
  })
  await sql`insert into complaint_history_change (tenant_id, id, history_id, import_id, changed_at, sealed)
    select ${tx.actor.tenantId}, id, history_id, ${importId}::uuid, ${tx.now}::timestamptz, sealed
    from json_populate_recordset(null::complaint_history_change, ${JSON.stringify(kept)}::json)`.execute(tx.db)
  const records = changed.flatMap(({ id, row, hash }) => {
    const old = before.get(id)
    return old ? [{ id, ...record(tx, row, hash, old.salt) }] : []
  })
  await sql`update complaint_history h set import_id = ${importId}, imported_at = ${tx.now},
      received_on = r.received_on, received_at = r.received_at, closed_on = r.closed_on, product = r.product,
      company = r.company, channel_word = r.channel_word, region = r.region, state_word = r.state_word,
      reason_words = r.reason_words, outcome_words = r.outcome_words, causes = r.causes, cause_group = r.cause_group,
      outcome = r.outcome, row_hash = r.row_hash, name_hash = r.name_hash, sealed = r.sealed
    from json_populate_recordset(null::complaint_history, ${JSON.stringify(records)}::json) r
    where h.tenant_id = ${tx.actor.tenantId} and h.id = r.id`.execute(tx.db)
}

export type ChangedField = { readonly title: string; readonly before: string }

function traceOf(tx: Tx, old: StoredHistory, row: HistoryRow): Buffer {
  const told = historyTold(tx, old)
  const pairs: readonly (readonly [string, string, string])[] = [
    ['收到日期', old.receivedOn, row.receivedOn],
    ['办结日期', old.closedOn ?? '', row.closedOn ?? ''],
    ['险种或产品', old.product, row.product],
    ['被投诉机构', old.company, row.company],
    ['渠道', old.channelWord, row.channelWord],
    ['地区', old.region, row.region],
    ['来源中的状态', old.stateWord, row.stateWord],
    ['事由（来源用词）', old.reasonWords.join('；'), row.reasonWords.join('；')],
    ['结果（来源用词）', old.outcomeWords.join('；'), row.outcomeWords.join('；')],
    ['事由', old.causes.join('；'), row.causes.join('；')],
    ['结果', old.outcome ?? '', row.outcome ?? ''],
    ['投诉人', told.complainant, row.complainant],
    ['投诉内容', told.matter, row.matter],
  ]
  const fields: readonly ChangedField[] = pairs
    .filter(([, before, after]) => before !== after)
    .map(([title, before]) => ({ title, before }))
  return tx.vault.seal(old.salt, JSON.stringify(fields))
}

function record(tx: Tx, row: HistoryRow, hash: Buffer, salt: Buffer) {
  const told: HistoryTold = { complainant: row.complainant, matter: row.matter }
  return {
    external_no: row.externalNo,
    received_on: row.receivedOn,
    received_at: startOfDay(row.receivedOn),
    closed_on: row.closedOn,
    product: row.product,
    company: row.company,
    channel_word: row.channelWord,
    region: row.region,
    state_word: row.stateWord,
    reason_words: row.reasonWords,
    outcome_words: row.outcomeWords,
    causes: row.causes,
    cause_group: row.causeGroup,
    outcome: row.outcome,
    row_hash: hex(hash),
    name_hash: row.complainant ? hex(complainantHash(tx, row.complainant)) : null,
    salt: hex(salt),
    sealed: hex(tx.vault.seal(salt, JSON.stringify(told))),
  }
}

/** Spaces within a name say nothing. */
export function complainantHash(tx: Tx, name: string): Buffer {
  return tx.vault.lookupHash('name', name.normalize('NFKC').replace(/\s+/g, ''))
}

/** Whose it is; null takes a wrong one back. */
export async function tiePerson(tx: Tx, historyId: string, personId: string | null): Promise<void> {
  const [by, at] = personId === null ? [null, null] : [tx.actor.id, tx.now]
  await sql`update complaint_history set person_id = ${personId}, tied_by = ${by}, tied_at = ${at}
    where tenant_id = ${tx.actor.tenantId} and id = ${historyId}`.execute(tx.db)
}

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
