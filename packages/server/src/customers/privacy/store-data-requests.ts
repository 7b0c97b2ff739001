/** Writes and reads requests about personal data, their files, and their earliest due time (CUS-07, L13). */
import {
  dataRequestLifecycle,
  type DataRequestState,
  type IdentityCheck,
  type RequestAsker,
  type RequestChannel,
  type RequestDelivery,
  type RequestKind,
  type RequestOutcome,
  type RequestRefusal,
} from '@anpei/domain/customers'
import type { Actor, Instant, Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import { personScope } from '../scope.ts'

/** What a request says, sealed under its own key. */
export type RequestTold = {
  readonly asks: string
  readonly askerName: string
  readonly relation: string
  readonly phone: string
  readonly checked: string
  readonly answer: string
}

export type RequestRow = {
  id: string
  request_no: string
  person_id: string
  person_name: string
  died_on: string | null
  kind: RequestKind
  state: DataRequestState
  asker: RequestAsker
  channel: RequestChannel
  salt: Buffer
  sealed: Buffer
  received_at: Instant
  account_id: string | null
  owner_name: string | null
  checked_how: IdentityCheck | null
  checked_by_name: string | null
  checked_at: Instant | null
  outcome: RequestOutcome | null
  refusal: RequestRefusal | null
  answered_by_name: string | null
  answered_at: Instant | null
  delivered: RequestDelivery | null
  change_id: string | null
  run_id: string | null
  run_state: string | null
  closed_at: Instant | null
  due_at: Instant | null
  due_clock: string | null
}

const SELECT = sql`r.id, r.request_no, r.person_id, p.name as person_name, p.died_on, r.kind, r.state, r.asker,
  r.channel, r.salt, r.sealed, r.received_at, r.account_id, o.name as owner_name, r.checked_how,
  c.name as checked_by_name, r.checked_at, r.outcome, r.refusal, a.name as answered_by_name, r.answered_at,
  r.delivered, r.change_id, r.run_id, (select n.state from retention_run n where n.tenant_id = r.tenant_id
    and n.id = r.run_id) as run_state, r.closed_at, r.due_at, r.due_clock`
const FROM = sql`data_request r join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
  left join staff_user o on o.tenant_id = r.tenant_id and o.id = r.owner_id
  left join staff_user c on c.tenant_id = r.tenant_id and c.id = r.checked_by
  left join staff_user a on a.tenant_id = r.tenant_id and a.id = r.answered_by`

/** Which requests the list shows, over the person `p`: of the erased it keeps the proof. */
export function requestScope(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${personScope(actor, 'privacy.read')} or p.erased_at is not null)`
}

export async function requestsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`select ${SELECT} from ${FROM} where r.tenant_id = ${tx.actor.tenantId}
    and ${where}`.execute(tx.db)
  return rows
}

/** Behind the scope of whoever asks; `lock` keeps it until the transaction ends. */
export async function findRequest(tx: Tx, requestId: string, lock = false): Promise<RequestRow | undefined> {
  const seen = tx.actor.kind === 'staff' ? personScope(tx.actor, 'person.read') : sql`true`
  const [row] = await requestsWhere(
    tx,
    sql`r.id = ${requestId} and (${seen} or p.erased_at is not null) ${lock ? sql`for update of r` : sql``}`,
  )
  return row
}

/** What the portal shows: the newest first. */
export async function requestsOfPerson(tx: Tx, personId: string): Promise<RequestRow[]> {
  return requestsWhere(tx, sql`r.person_id = ${personId} order by r.id desc limit 20`)
}

export async function countRequests(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select 1 from ${FROM}
    where r.tenant_id = ${tx.actor.tenantId} and ${where} limit 10001) counted`.execute(tx.db)
  return rows[0]?.n ?? 0
}

export function openTold(tx: Pick<Tx, 'vault'>, row: { salt: Buffer; sealed: Buffer }): RequestTold {
  const told: RequestTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  return told
}

export type NewRequest = {
  readonly id: string
  readonly requestNo: string
  readonly personId: string
  readonly kind: RequestKind
  readonly asker: RequestAsker
  readonly channel: RequestChannel
  readonly told: RequestTold
  readonly accountId: string | null
  readonly ownerId: string | null
}

export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  const salt = tx.vault.newSalt()
  await tx.db
    .insertInto('data_request')
    .values({
      tenant_id: tx.actor.tenantId,
      id: request.id,
      request_no: request.requestNo,
      person_id: request.personId,
      kind: request.kind,
      state: dataRequestLifecycle.initial,
      asker: request.asker,
      channel: request.channel,
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(request.told)),
      received_at: tx.now,
      recorded_by: tx.actor.kind === 'staff' ? tx.actor.id : null,
      account_id: request.accountId,
      owner_id: request.ownerId,
    })
    .execute()
}

export type RequestChange = {
  readonly transition?: Transition<DataRequestState>
  readonly told?: RequestTold
  readonly checkedHow?: IdentityCheck
  readonly answer?: { outcome: RequestOutcome; refusal: RequestRefusal | null; delivered: RequestDelivery }
  readonly changeId?: string
  readonly runId?: string
  readonly closed?: boolean
}

export async function saveRequest(tx: Tx, row: RequestRow, change: RequestChange): Promise<void> {
  const { transition, told, checkedHow, answer } = change
  const by = tx.actor.kind === 'staff' ? tx.actor.id : null
  const set = {
    state: transition?.to,
    sealed: told && tx.vault.seal(row.salt, JSON.stringify(told)),
    checked_how: checkedHow,
    ...(checkedHow ? { checked_by: tx.actor.id, checked_at: tx.now } : {}),
    ...(answer ? { ...answer, answered_by: by, answered_at: tx.now } : {}),
    change_id: change.changeId,
    run_id: change.runId,
    closed_at: change.closed ? tx.now : undefined,
  }
  await tx.db
    .updateTable('data_request')
    .set(Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)))
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', row.id)
    .execute()
}

export type NewRequestFile = {
  readonly id: string
  readonly requestId: string
  readonly what: 'copy' | 'table' | 'proof'
  readonly salt: Buffer
  readonly mediaType: string
  readonly fileName: string
  readonly byteCount: number
  readonly sha256: Buffer
}

export async function insertRequestFile(tx: Tx, file: NewRequestFile): Promise<void> {
  await tx.db
    .insertInto('data_request_file')
    .values({
      tenant_id: tx.actor.tenantId,
      id: file.id,
      request_id: file.requestId,
      what: file.what,
      salt: file.salt,
      media_type: file.mediaType,
      file_name: file.fileName,
      byte_count: file.byteCount,
      sha256: file.sha256,
      made_by: tx.actor.kind === 'staff' ? tx.actor.id : null,
      made_at: tx.now,
    })
    .execute()
}

/** Without those that were destroyed. */
export async function filesOfRequest(db: Db, tenantId: number, requestId: string) {
  return db
    .selectFrom('data_request_file')
    .select(['id', 'what', 'salt', 'media_type', 'file_name', 'byte_count', 'sha256', 'made_at'])
    .where('tenant_id', '=', tenantId)
    .where('request_id', '=', requestId)
    .where('byte_count', '>', 0)
    .orderBy('id')
    .limit(50)
    .execute()
}

export async function saveRequestDue(
  tx: Tx,
  settled: readonly { id: string; dueAt: Instant | null; clockId: string | null }[],
): Promise<void> {
  await sql`update data_request r set due_at = s."dueAt", due_clock = s."clockId"
    from json_to_recordset(${JSON.stringify(settled)}::json) as s (id uuid, "dueAt" timestamptz, "clockId" text)
    where r.tenant_id = ${tx.actor.tenantId} and r.id = s.id`.execute(tx.db)
}

export async function lockRequests(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from data_request where tenant_id = ${tx.actor.tenantId} and id = any(${[...ids]}::uuid[])
    order by id for update`.execute(tx.db)
}
