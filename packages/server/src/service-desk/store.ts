/** Reads and writes requests (SRV-01). What says who it is lies sealed under the request's own salt. */
import type { PolicyReference } from '@anpei/contract/service-desk'
import {
  ok,
  refuse,
  stateOf,
  type Actor,
  type Day,
  type Decision,
  type Instant,
  type Permission,
  type Transition,
} from '@anpei/domain/kernel'
import {
  requestLifecycle,
  type ChannelName,
  type PaperOrigin,
  type RequestKind,
  type RequestState,
  type SolvedBy,
} from '@anpei/domain/service-desk'
import { sql, type RawBuilder } from 'kysely'
import type { Writing } from '../db/index.ts'
import { concernedBySeal } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { anyScope } from '../identity/index.ts'
import type { QueueCare } from './care-rank.ts'

export type Contact = {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly openid: string
}

export type RequestTold = {
  readonly contact: Contact
  readonly subject: string
  readonly policy: PolicyReference | null
  readonly origin?: PaperOrigin | null
}

export type RequestRecord = {
  readonly id: string
  readonly requestNo: string
  readonly state: RequestState
  readonly kind: RequestKind
  readonly channel: ChannelName
  readonly confidential: boolean
  readonly concernedIds: readonly string[]
  readonly personId: string | null
  readonly institutionId: string | null
  readonly ownerId: string | null
  readonly registeredBy: string | null
  readonly topic: string | null
  readonly special: boolean
  readonly language: string | null
  readonly receivedAt: Instant
  readonly recordedAt: Instant
  readonly unansweredSince: Instant | null
  readonly firstAnsweredAt: Instant | null
  readonly messageCount: number
  readonly answerCount: number
  readonly reopenedCount: number
  readonly solvedAt: Instant | null
  readonly solvedBy: SolvedBy | null
  readonly snoozedUntil: Instant | null
  readonly followUpAt: Instant | null
  readonly mergedInto: string | null
  readonly stateBefore: string | null
  readonly parentId: string | null
  readonly dueAt: Instant | null
  readonly dueClock: string | null
  readonly salt: Buffer
  readonly told: RequestTold
}

/** What a scope allows of the table aliased `r`; sealed matters need more, and those concerned never see them. */
export function requestScope(actor: Actor, permission: Permission): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`
  const scoped = anyScope(actor, permission, (scope) => {
    switch (scope.kind) {
      case 'tenant':
        return sql<boolean>`true`
      case 'own':
        return sql<boolean>`r.owner_id = ${scope.userId}`
      case 'institution':
        return sql<boolean>`(r.institution_id = any(${scope.institutionIds}::uuid[]) or r.owner_id = ${actor.id}
          or r.registered_by = ${actor.id})`
      case 'division':
        return sql<boolean>`(r.village_code = any(${scope.villageCodes}::text[]) or r.owner_id = ${actor.id}
          or r.registered_by = ${actor.id})`
      case 'person':
      case 'claim':
        return sql<boolean>`false`
    }
  })
  const sealed = actor.grants.has('desk.sealed') ? sql<boolean>`true` : sql<boolean>`not r.confidential`
  // Of a tip the line of whom it concerns is kept out as well (CMP-05).
  const concerned = concernedBySeal(actor, sql`'request'`, sql`r.id`)
  return sql<boolean>`(${scoped} and ${sealed} and not ${actor.id}::uuid = any(r.concerned_ids)
    and (not r.confidential or not ${concerned}))`
}

export type RequestColumns = {
  id: string
  request_no: string
  state: string
  kind: RequestKind
  channel: ChannelName
  confidential: boolean
  concerned_ids: string[]
  person_id: string | null
  institution_id: string | null
  owner_id: string | null
  registered_by: string | null
  topic: string | null
  special: boolean
  language: string | null
  received_at: Instant
  recorded_at: Instant
  unanswered_since: Instant | null
  first_answered_at: Instant | null
  message_count: number
  answer_count: number
  reopened_count: number
  solved_at: Instant | null
  solved_by: SolvedBy | null
  snoozed_until: Instant | null
  follow_up_at: Instant | null
  merged_into: string | null
  state_before: string | null
  parent_id: string | null
  due_at: Instant | null
  due_clock: string | null
  salt: Buffer
  sealed: Buffer
}

export const REQUEST_COLUMNS = sql`r.id, r.request_no, r.state, r.kind, r.channel, r.confidential, r.concerned_ids,
  r.person_id, r.institution_id, r.owner_id, r.registered_by, r.topic, r.special, r.language, r.received_at,
  r.recorded_at, r.unanswered_since, r.first_answered_at, r.message_count, r.answer_count, r.reopened_count,
  r.solved_at, r.solved_by, r.snoozed_until, r.follow_up_at, r.merged_into, r.state_before, r.parent_id, r.due_at,
  r.due_clock, r.salt, r.sealed`

export function toRequest(tx: Tx, row: RequestColumns): RequestRecord {
  const told: RequestTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  return {
    id: row.id,
    requestNo: row.request_no,
    state: stateOf(requestLifecycle, row.state),
    kind: row.kind,
    channel: row.channel,
    confidential: row.confidential,
    concernedIds: row.concerned_ids,
    personId: row.person_id,
    institutionId: row.institution_id,
    ownerId: row.owner_id,
    registeredBy: row.registered_by,
    topic: row.topic,
    special: row.special,
    language: row.language,
    receivedAt: row.received_at,
    recordedAt: row.recorded_at,
    unansweredSince: row.unanswered_since,
    firstAnsweredAt: row.first_answered_at,
    messageCount: row.message_count,
    answerCount: row.answer_count,
    reopenedCount: row.reopened_count,
    solvedAt: row.solved_at,
    solvedBy: row.solved_by,
    snoozedUntil: row.snoozed_until,
    followUpAt: row.follow_up_at,
    mergedInto: row.merged_into,
    stateBefore: row.state_before,
    parentId: row.parent_id,
    dueAt: row.due_at,
    dueClock: row.due_clock,
    salt: row.salt,
    told,
  }
}

/** A request the actor may see under this permission; `lock` until the transaction ends. */
export async function findRequest(
  tx: Tx,
  requestId: string,
  permission: Permission,
  lock = false,
): Promise<Decision<RequestRecord>> {
  const found = await sql<RequestColumns>`select ${REQUEST_COLUMNS} from desk_request r
    where r.tenant_id = ${tx.actor.tenantId} and r.id = ${requestId} and ${requestScope(tx.actor, permission)}
    ${lock ? sql`for update` : sql``}`.execute(tx.db)
  const row = found.rows[0]
  return row ? ok(toRequest(tx, row)) : refuse('request.not_found')
}

/** For whoever may see the case it became: neither a complaint nor sealed, nor about the reader. */
export async function requestOfCase(tx: Tx, requestId: string): Promise<RequestRecord | null> {
  const { tenantId, id } = tx.actor
  const { rows } = await sql<RequestColumns>`select ${REQUEST_COLUMNS} from desk_request r
    where r.tenant_id = ${tenantId} and r.id = ${requestId} and not r.confidential
      and r.kind <> all(${['complaint', 'appeal', 'tip']}::text[])
      and not ${id}::uuid = any(r.concerned_ids)`.execute(tx.db)
  return rows[0] ? toRequest(tx, rows[0]) : null
}

export type NewRequest = {
  readonly id: string
  readonly requestNo: string
  readonly kind: RequestKind
  readonly channel: ChannelName
  readonly confidential: boolean
  readonly concernedIds: readonly string[]
  readonly personId: string | null
  readonly careRank: number
  readonly languageSaid: string | null
  readonly languageMarked: string | null
  readonly villageCode: string | null
  readonly institutionId: string | null
  readonly ownerId: string | null
  readonly registeredBy: string | null
  readonly receivedAt: Instant
  readonly unansweredSince: Instant | null
  readonly salt: Buffer
  readonly told: RequestTold
  readonly transition?: Transition<RequestState>
}
export type RequestChange = {
  readonly transition?: Transition<RequestState> | null
  readonly kind?: RequestKind
  readonly confidential?: boolean
  readonly concernedIds?: readonly string[]
  readonly person?: { readonly id: string; readonly villageCode: string | null } & QueueCare
  readonly languageSaid?: string | null
  readonly ownerId?: string | null
  readonly institutionId?: string | null
  readonly topic?: string
  readonly special?: boolean
  readonly receivedAt?: Instant
  readonly unansweredSince?: Instant | null
  readonly firstAnsweredAt?: Instant
  readonly lastMessageAt?: Instant
  readonly messageCount?: number
  readonly answerCount?: number
  readonly reopenedCount?: number
  readonly solved?: { readonly at: Instant; readonly by: SolvedBy } | null
  readonly closedAt?: Instant | null
  readonly snoozedUntil?: Instant | null
  readonly followUpAt?: Instant | null
  readonly merged?: { readonly into: string; readonly stateBefore: string } | null
  readonly parentId?: string | null
}

export function requestChangeWriting(tx: Tx, requestId: string, change: RequestChange): Writing | null {
  const set = {
    state: change.transition?.to,
    kind: change.kind,
    confidential: change.confidential,
    concerned_ids: change.concernedIds && [...change.concernedIds],
    person_id: change.person?.id,
    care_rank: change.person?.careRank,
    language_marked: change.person?.languageMarked,
    language_said: change.languageSaid,
    village_code: change.person?.villageCode,
    owner_id: change.ownerId,
    institution_id: change.institutionId,
    topic: change.topic,
    special: change.special,
    received_at: change.receivedAt,
    unanswered_since: change.unansweredSince,
    first_answered_at: change.firstAnsweredAt,
    last_message_at: change.lastMessageAt,
    message_count: change.messageCount,
    answer_count: change.answerCount,
    reopened_count: change.reopenedCount,
    solved_at: change.solved === undefined ? undefined : (change.solved?.at ?? null),
    solved_by: change.solved === undefined ? undefined : (change.solved?.by ?? null),
    closed_at: change.closedAt,
    snoozed_until: change.snoozedUntil,
    follow_up_at: change.followUpAt,
    merged_into: change.merged === undefined ? undefined : (change.merged?.into ?? null),
    state_before: change.merged === undefined ? undefined : (change.merged?.stateBefore ?? null),
    parent_id: change.parentId,
  }
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return null
  return tx.db
    .updateTable('desk_request')
    .set(given)
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', requestId)
}

export async function hasChildren(tx: Tx, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from desk_request
    where tenant_id = ${tx.actor.tenantId} and parent_id = ${requestId} limit 1`.execute(tx.db)
  return rows.length > 0
}

/** Locks what was put off until now, and what was solved before a time; what another worker holds is left to it. */
export async function lockRipe(tx: Tx, solvedBefore: Instant, limit: number): Promise<RequestRecord[]> {
  const { tenantId } = tx.actor
  const { rows } = await sql<RequestColumns>`select ${REQUEST_COLUMNS} from desk_request r
    where r.tenant_id = ${tenantId} and r.id in (
      (select id from desk_request where tenant_id = ${tenantId} and state = 'snoozed' and snoozed_until <= ${tx.now}
        limit ${limit})
      union all (select id from desk_request where tenant_id = ${tenantId} and state = 'solved'
        and solved_at < ${solvedBefore} limit ${limit}))
    limit ${limit} for update skip locked`.execute(tx.db)
  return rows.map((row) => toRequest(tx, row))
}

export async function isMergedInto(tx: Tx, requestId: string, survivorId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('desk_request')
    .select('id')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', requestId)
    .where('merged_into', '=', survivorId)
    .executeTakeFirst()
  return row !== undefined
}

export async function hasMerged(tx: Tx, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from desk_request
    where tenant_id = ${tx.actor.tenantId} and merged_into = ${requestId} limit 1`.execute(tx.db)
  return rows.length > 0
}

/** Locks open requests of those who may not work on a day: away, or without a certificate (ORG-06). */
export async function lockOfAbsent(tx: Tx, day: Day, limit: number): Promise<RequestRecord[]> {
  const { tenantId } = tx.actor
  const { rows } = await sql<RequestColumns>`select ${REQUEST_COLUMNS} from desk_request r
    where r.tenant_id = ${tenantId} and r.state in ('received', 'taken', 'answered', 'snoozed')
      and r.owner_id in (select off_duty(${tenantId}, 'desk.work', ${day}))
    order by r.id limit ${limit} for update skip locked`.execute(tx.db)
  return rows.map((row) => toRequest(tx, row))
}

type Kept = { readonly id: string; readonly confidential: boolean; readonly concernedIds: readonly string[] }

/** Whom requests are kept from, locked in the order of their ids, whoever asks. */
export async function lockConcernedOf(tx: Tx, requestIds: readonly string[]): Promise<readonly Kept[]> {
  const { rows } = await sql<Kept>`select id, confidential, concerned_ids as "concernedIds" from desk_request
    where tenant_id = ${tx.actor.tenantId} and id = any(${[...requestIds]}::uuid[]) order by id for update`.execute(
    tx.db,
  )
  return rows
}
