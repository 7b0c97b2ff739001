/**
 * Writes what arrives at the desk (SRV-01): new requests and what is said in those there are, each with its message.
 * One statement of one text, however many arrive together, for hundreds may come in a second.
 */
import type { Instant, Transition } from '@anpei/domain/kernel'
import { requestLifecycle, type RequestState, type SolvedBy } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import { togetherInTurn, type Tx } from '../http/index.ts'
import { messageColumns, type NewMessage } from './store-messages.ts'
import type { NewRequest, RequestRecord } from './store.ts'

type Due = { readonly dueAt: Instant | null; readonly clockId: string | null }
/** A further message: what it makes of its request. */
export type HeardByTransition = {
  readonly request: RequestRecord
  readonly transition: Transition<RequestState> | null
  readonly messageCount: number
  readonly lastMessageAt: Instant
  readonly unansweredSince: Instant | null
  readonly followUpAt: Instant | null
  readonly snoozedUntil: Instant | null
  readonly reopenedCount: number
  readonly solved: { readonly at: Instant; readonly by: SolvedBy } | null
}
export type Arrived = { readonly message: NewMessage } & (
  | { readonly begins: NewRequest; readonly due: Due }
  | { readonly heard: HeardByTransition }
)

/** A new request has its first message counted. */
export const keepArrival = togetherInTurn(async (tx: Tx, arrivals: readonly Arrived[]): Promise<void[]> => {
  const begun = arrivals.flatMap((one) => ('begins' in one ? [begunColumns(tx, one.begins, one.due)] : []))
  const heard = arrivals.flatMap((one) => ('heard' in one ? [heardColumns(one.heard)] : []))
  const messages = arrivals.map((one) => messageColumns(tx, one.message))
  await writeArrivals(tx, begun, heard, messages)
  return arrivals.map(() => undefined)
})

/** Foreign keys are looked at when all have written. */
async function writeArrivals(
  tx: Tx,
  begun: readonly ReturnType<typeof begunColumns>[],
  heardByTransition: readonly ReturnType<typeof heardColumns>[],
  messages: readonly ReturnType<typeof messageColumns>[],
): Promise<void> {
  const { tenantId } = tx.actor
  await sql`with begun as (
      insert into desk_request (tenant_id, id, request_no, state, kind, channel, confidential, concerned_ids, person_id,
        care_rank, language_said, language_marked, phone_hash, village_code, institution_id, owner_id,
        registered_by, received_at, recorded_at,
        unanswered_since, last_message_at, message_count, due_at, due_clock, salt, sealed)
      select ${tenantId}::int, b.*
      from json_to_recordset(${jsonOf(begun)}::json) as b (id uuid, request_no text, state text, kind text,
        channel text, confidential boolean, concerned_ids uuid[], person_id uuid, care_rank int,
        language_said text, language_marked text, phone_hash bytea,
        village_code text, institution_id uuid, owner_id uuid, registered_by uuid, received_at timestamptz,
        recorded_at timestamptz, unanswered_since timestamptz, last_message_at timestamptz, message_count int,
        due_at timestamptz, due_clock text, salt bytea, sealed bytea)),
    heard as (
      update desk_request r set state = h.state, message_count = h.message_count, last_message_at = h.last_message_at,
        unanswered_since = h.unanswered_since, follow_up_at = h.follow_up_at, snoozed_until = h.snoozed_until,
        reopened_count = h.reopened_count, solved_at = h.solved_at, solved_by = h.solved_by
      from json_to_recordset(${jsonOf(heardByTransition)}::json) as h (id uuid, state text, message_count int,
        last_message_at timestamptz, unanswered_since timestamptz, follow_up_at timestamptz,
        snoozed_until timestamptz, reopened_count int, solved_at timestamptz, solved_by text)
      where r.tenant_id = ${tenantId}::int and r.id = h.id)
    insert into desk_message (tenant_id, id, request_id, no, direction, channel, automatic, author_id, occurred_at,
      recorded_at, message_hash, delivery, delivered_at, wording, document_ids, sealed)
    select ${tenantId}::int, m.*
    from json_to_recordset(${jsonOf(messages)}::json) as m (id uuid, request_id uuid, no int, direction text,
      channel text, automatic boolean, author_id uuid, occurred_at timestamptz, recorded_at timestamptz,
      message_hash bytea, delivery text, delivered_at timestamptz, wording text, document_ids uuid[],
      sealed bytea)`.execute(tx.db)
}

function begunColumns(tx: Tx, made: NewRequest, due: Due) {
  const { phone } = made.told.contact
  return {
    id: made.id,
    request_no: made.requestNo,
    state: made.transition?.to ?? requestLifecycle.initial,
    kind: made.kind,
    channel: made.channel,
    confidential: made.confidential,
    concerned_ids: made.concernedIds,
    person_id: made.personId,
    care_rank: made.careRank,
    language_said: made.languageSaid,
    language_marked: made.languageMarked,
    phone_hash: phone === '' ? null : tx.vault.lookupHash('phone', phone),
    village_code: made.villageCode,
    institution_id: made.institutionId,
    owner_id: made.ownerId,
    registered_by: made.registeredBy,
    received_at: made.receivedAt,
    recorded_at: tx.now,
    unanswered_since: made.unansweredSince,
    last_message_at: made.receivedAt,
    message_count: 1,
    due_at: due.dueAt,
    due_clock: due.clockId,
    salt: made.salt,
    sealed: tx.vault.seal(made.salt, JSON.stringify(made.told)),
  }
}

function heardColumns(heard: HeardByTransition) {
  return {
    id: heard.request.id,
    state: heard.transition?.to ?? heard.request.state,
    message_count: heard.messageCount,
    last_message_at: heard.lastMessageAt,
    unanswered_since: heard.unansweredSince,
    follow_up_at: heard.followUpAt,
    snoozed_until: heard.snoozedUntil,
    reopened_count: heard.reopenedCount,
    solved_at: heard.solved?.at ?? null,
    solved_by: heard.solved?.by ?? null,
  }
}

/** Bytes as PostgreSQL writes them in text. */
function jsonOf(rows: readonly Readonly<Record<string, unknown>>[]): string {
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
        ]),
      ),
    ),
  )
}
