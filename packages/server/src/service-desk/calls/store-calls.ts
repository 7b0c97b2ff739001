/** Writes and reads calls; the number lies sealed, and is found by its keyed hash (CUS-08). */
import { stateOf, type Instant, type Transition } from '@anpei/domain/kernel'
import {
  callLifecycle,
  type CallDirection,
  type CallEnder,
  type CallLine,
  type CallState,
  type RecordingNotice,
} from '@anpei/domain/service-desk'
import { sql, type RawBuilder } from 'kysely'
import { givePapersTo } from '../../documents/index.ts'
import type { Tx } from '../../http/index.ts'
import { requestScope } from '../store.ts'
import { callScope } from './call-scope.ts'
import { RECORDING_SUBJECT } from './recording-task.ts'

export type Vendor = 'anpei' | 'tccc' | 'twilio'
export type CallNote = { readonly at: Instant; readonly by: string; readonly reached: boolean; readonly text: string }
export type CallTold = {
  readonly phone: string
  readonly recording: string
  /** There was one, and it was not kept. */
  readonly recordingLeft?: boolean
  /** What the caller was told of the recording, where that is known of this call. */
  readonly notice?: RecordingNotice
  /** It lies with us. */
  readonly recordingFile?: string
  /** It could not be fetched: why. */
  readonly recordingGone?: string
  readonly notes: readonly CallNote[]
}

export type CallRecord = {
  readonly id: string
  readonly direction: CallDirection
  readonly line: CallLine
  readonly state: CallState
  readonly personId: string | null
  readonly agentId: string | null
  readonly ownerId: string | null
  readonly requestId: string | null
  readonly language: string | null
  readonly rangAt: Instant
  readonly tries: number
  readonly salt: Buffer
  readonly told: CallTold
}

export type NewCall = {
  readonly id: string
  readonly vendor: Vendor
  readonly callHash: Buffer
  readonly direction: CallDirection
  readonly line: CallLine
  readonly personId: string | null
  readonly agentId: string | null
  readonly language: string | null
  readonly rangAt: Instant
  readonly told: CallTold
}

/** A call whose end was never told goes on no longer. */
export const LONGEST_CALL = '3 hours'

const COLUMNS = [
  'id',
  'direction',
  'line',
  'state',
  'person_id',
  'agent_id',
  'owner_id',
  'request_id',
  'language',
  'rang_at',
  'tries',
  'salt',
  'sealed',
] as const

/** The call, locked; begun with what is told where nobody knew it. `isNew` by whoever came first. */
export async function lockCall(tx: Tx, made: NewCall): Promise<{ call: CallRecord; isNew: boolean }> {
  const { tenantId } = tx.actor
  const salt = tx.vault.newSalt()
  const { phone } = made.told
  await sql`insert into desk_call (tenant_id, id, vendor, call_hash, direction, line, state, phone_hash, person_id,
      agent_id, language, rang_at, recorded_at, salt, sealed)
    values (${tenantId}, ${made.id}, ${made.vendor}, ${made.callHash}, ${made.direction}, ${made.line},
      ${callLifecycle.initial}, ${phone === '' ? null : tx.vault.lookupHash('phone', phone)}, ${made.personId},
      ${made.agentId}, ${made.language}, ${made.rangAt}, ${tx.now}, ${salt},
      ${tx.vault.seal(salt, JSON.stringify(made.told))})
    on conflict (tenant_id, vendor, call_hash) do nothing`.execute(tx.db)
  const row = await tx.db
    .selectFrom('desk_call')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('vendor', '=', made.vendor)
    .where('call_hash', '=', made.callHash)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const call = toCall(tx, row)
  return { call, isNew: call.id === made.id }
}

/** Locked; whoever acts may see it. */
export async function findCall(tx: Tx, callId: string): Promise<CallRecord | null> {
  const row = await tx.db
    .selectFrom('desk_call as c')
    .select(COLUMNS)
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', callId)
    .where(callScope(tx.actor, 'desk.work'))
    .forUpdate()
    .executeTakeFirst()
  return row ? toCall(tx, row) : null
}

/** Whether whoever acts may see the request the call belongs to; a call of no request is no matter (CUS-11). */
export async function seesMatterOf(tx: Tx, callId: string): Promise<boolean> {
  const { rows } = await sql`select from desk_call c join desk_request r on r.tenant_id = c.tenant_id
      and r.id = c.request_id
    where c.tenant_id = ${tx.actor.tenantId} and c.id = ${callId} and not ${requestScope(tx.actor, 'desk.read')}
    limit 1`.execute(tx.db)
  return rows.length === 0
}

/** Locked, for jobs and telephone systems. */
export function lockCallById(tx: Tx, callId: string): Promise<CallRecord | null> {
  return lockWhere(tx, sql<boolean>`id = ${callId}`)
}

export function findCallOf(tx: Tx, vendor: Vendor, callHash: Buffer): Promise<CallRecord | null> {
  return lockWhere(tx, sql<boolean>`vendor = ${vendor} and call_hash = ${callHash}`)
}

async function lockWhere(tx: Tx, which: RawBuilder<boolean>): Promise<CallRecord | null> {
  const row = await tx.db
    .selectFrom('desk_call')
    .select(COLUMNS)
    .where('tenant_id', '=', tx.actor.tenantId)
    .where(which)
    .forUpdate()
    .executeTakeFirst()
  return row ? toCall(tx, row) : null
}

type Columns = {
  id: string
  direction: string
  line: string
  state: string
  person_id: string | null
  agent_id: string | null
  owner_id: string | null
  request_id: string | null
  language: string | null
  rang_at: Instant
  tries: number
  salt: Buffer
  sealed: Buffer
}

function toCall(tx: Tx, row: Columns): CallRecord {
  const told: CallTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  return {
    id: row.id,
    direction: row.direction === 'out' ? 'out' : 'in',
    line: lineOf(row.line),
    state: stateOf(callLifecycle, row.state),
    personId: row.person_id,
    agentId: row.agent_id,
    ownerId: row.owner_id,
    requestId: row.request_id,
    language: row.language,
    rangAt: row.rang_at,
    tries: row.tries,
    salt: row.salt,
    told,
  }
}

const LINES: readonly CallLine[] = ['consult', 'report', 'elder', 'complaint', 'progress']

export function lineOf(text: string): CallLine {
  return LINES.find((line) => line === text) ?? 'consult'
}

export type CallChange = {
  readonly moved?: Transition<CallState>
  readonly agentId?: string | null
  readonly ownerId?: string
  readonly requestId?: string
  readonly language?: string
  readonly personId?: string | null
  readonly answeredAt?: Instant
  readonly endedAt?: Instant
  readonly endedBy?: CallEnder | null
  readonly calledBackAt?: Instant
  readonly tries?: number
  readonly told?: CallTold
}

export async function saveCall(tx: Tx, call: Pick<CallRecord, 'id' | 'salt'>, change: CallChange): Promise<void> {
  const set = {
    state: change.moved?.to,
    agent_id: change.agentId,
    owner_id: change.ownerId,
    request_id: change.requestId,
    person_id: change.personId,
    language: change.language,
    answered_at: change.answeredAt,
    ended_at: change.endedAt,
    ended_by: change.endedBy,
    called_back_at: change.calledBackAt,
    tries: change.tries,
    sealed: change.told && tx.vault.seal(call.salt, JSON.stringify(change.told)),
  }
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return
  await tx.db
    .updateTable('desk_call')
    .set(given)
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', call.id)
    .execute()
}

export async function callDue(tx: Tx, callId: string): Promise<Instant | null> {
  const row = await tx.db
    .selectFrom('desk_call')
    .select('due_at')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', callId)
    .executeTakeFirst()
  return row?.due_at ?? null
}

/** Calls of this number that are owed a call back, locked; those rung after `until` are not meant. */
export async function owedTo(tx: Tx, phone: string, until: Instant): Promise<CallRecord[]> {
  if (phone === '') return []
  const rows = await tx.db
    .selectFrom('desk_call')
    .select(COLUMNS)
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('phone_hash', '=', tx.vault.lookupHash('phone', phone))
    .where('state', '=', 'missed')
    .where('rang_at', '<=', until)
    .orderBy('id')
    .limit(100)
    .forUpdate()
    .execute()
  return rows.map((row) => toCall(tx, row))
}

/**
 * CUS-07, CUS-10: once it is found out whose request it is, the calls on it from numbers nobody knew, and what was
 * recorded of them, are that customer's too. A call that had its own caller keeps it.
 */
export async function callsBelongTo(tx: Tx, requestId: string, personId: string): Promise<void> {
  const { tenantId } = tx.actor
  const { rows } = await sql<{ id: string }>`update desk_call set person_id = ${personId}
    where tenant_id = ${tenantId} and request_id = ${requestId} and person_id is null returning id`.execute(tx.db)
  for (const { id } of rows) await givePapersTo(tx.db, tenantId, { kind: RECORDING_SUBJECT, id }, personId)
}
