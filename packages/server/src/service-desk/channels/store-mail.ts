/** Writes and reads what came and left by mail: each once, and to which thread it belongs. */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import type { MessageTold } from '../store-messages.ts'

export type MailOutcome = 'message' | 'repeat' | 'automatic' | 'bounce' | 'own' | 'stopped' | 'unreadable'
export type MailTold = {
  readonly messageId: string
  readonly references: readonly string[]
  /** The key of its thread at the desk. */
  readonly thread: string
  readonly from: string
  readonly name: string
  readonly subject: string
  readonly detail: string
}
export type NewArrival = {
  readonly mailboxId: string
  readonly uidValidity: string
  readonly uid: number
  readonly outcome: MailOutcome
  readonly requestId: string | null
  readonly bytes: number
  readonly arrivedAt: Instant
  readonly told: MailTold
}

function mailHash(tx: Tx, what: 'message' | 'thread' | 'from', text: string): Buffer {
  return tx.vault.lookupHash('token', `email-${what}:${text}`)
}

export async function insertArrival(tx: Tx, made: NewArrival): Promise<void> {
  const salt = tx.vault.newSalt()
  await tx.db
    .insertInto('mail_arrival')
    .values({
      tenant_id: tx.actor.tenantId,
      id: newId(),
      mailbox_id: made.mailboxId,
      uid_validity: made.uidValidity,
      uid: BigInt(made.uid),
      message_hash: mailHash(tx, 'message', made.told.messageId),
      thread_hash: mailHash(tx, 'thread', made.told.thread),
      from_hash: mailHash(tx, 'from', made.told.from),
      outcome: made.outcome,
      request_id: made.requestId,
      bytes: made.bytes,
      arrived_at: made.arrivedAt,
      recorded_at: tx.now,
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(made.told)),
    })
    .execute()
}

/** How many automatic mails of one address were let in lately. */
export async function automaticSince(tx: Tx, from: string, since: Instant): Promise<number> {
  const { count } = await tx.db
    .selectFrom('mail_arrival')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('from_hash', '=', mailHash(tx, 'from', from))
    .where('outcome', '=', 'automatic')
    .where('recorded_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Whether this mail lay in another mailbox, or was read before the server counted anew. */
export async function cameBefore(tx: Tx, messageId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('mail_arrival')
    .select('id')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('message_hash', '=', mailHash(tx, 'message', messageId))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What came in the last 24 hours, counted by mailbox and outcome. */
export async function mailsOfLastDay(tx: Tx): Promise<Map<string, { outcome: MailOutcome; count: number }[]>> {
  const since = new Date(Date.parse(tx.now) - 24 * 3_600_000).toISOString()
  const { rows } = await sql<{ mailbox_id: string; outcome: MailOutcome; count: string }>`
    select mailbox_id, outcome, count(*) from mail_arrival
    where tenant_id = ${tx.actor.tenantId} and recorded_at > ${since} group by 1, 2 order by 1, 2`.execute(tx.db)
  const found = new Map<string, { outcome: MailOutcome; count: number }[]>()
  for (const { mailbox_id, outcome, count } of rows) {
    found.set(mailbox_id, [...(found.get(mailbox_id) ?? []), { outcome, count: Number(count) }])
  }
  return found
}

export type KnownMail = { readonly thread: string; readonly replyId: string | null }

/** The thread of a mail that came or left, by its Message-ID; `replyId` when it was an answer of ours. */
export async function threadOfMail(tx: Tx, messageIds: readonly string[]): Promise<KnownMail | null> {
  if (messageIds.length === 0) return null
  const hashes = messageIds.map((id) => mailHash(tx, 'message', id))
  const { rows } = await sql<{ at: number; salt: Buffer; sealed: Buffer; reply: string | null }>`
    with asked as (select hash, at from unnest(${hashes}::bytea[]) with ordinality as a (hash, at))
    select a.at, m.salt, m.sealed, null::uuid as reply from asked a
      join mail_arrival m on m.tenant_id = ${tx.actor.tenantId} and m.message_hash = a.hash
    union all
    select a.at, d.salt, d.sealed, d.id from asked a
      join mail_departure d on d.tenant_id = ${tx.actor.tenantId} and d.message_hash = a.hash
    order by 1 limit 1`.execute(tx.db)
  const row = rows[0]
  return row ? { thread: toldOf(tx, row).thread, replyId: row.reply } : null
}

/** The customer's latest mail of a thread: what an answer goes to, and from which mailbox. */
export async function lastOfThread(tx: Tx, thread: string): Promise<{ mailboxId: string; told: MailTold } | null> {
  const row = await tx.db
    .selectFrom('mail_arrival')
    .select(['mailbox_id', 'salt', 'sealed'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('thread_hash', '=', mailHash(tx, 'thread', thread))
    .where('outcome', 'in', ['message', 'automatic'])
    .orderBy('arrived_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { mailboxId: row.mailbox_id, told: toldOf(tx, row) } : null
}

export type NewDeparture = {
  readonly replyId: string
  readonly mailboxId: string
  readonly messageId: string
  readonly thread: string
}

/** Before it leaves, so that a bounce finds it; a repetition finds it there. */
export async function insertDeparture(tx: Tx, made: NewDeparture): Promise<void> {
  const salt = tx.vault.newSalt()
  await tx.db
    .insertInto('mail_departure')
    .values({
      tenant_id: tx.actor.tenantId,
      id: made.replyId,
      mailbox_id: made.mailboxId,
      message_hash: mailHash(tx, 'message', made.messageId),
      sent_at: tx.now,
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify({ messageId: made.messageId, thread: made.thread })),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .execute()
}

/** The answer that came back, once; null when it is none of ours or came back before. */
export async function markBounced(tx: Tx, messageId: string, fault: string): Promise<string | null> {
  const row = await tx.db
    .updateTable('mail_departure')
    .set({ bounced_at: tx.now, fault })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('message_hash', '=', mailHash(tx, 'message', messageId))
    .where('bounced_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The request an answer of ours belongs to. */
export async function requestOfReply(tx: Tx, replyId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('desk_message')
    .select('request_id')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', replyId)
    .executeTakeFirst()
  return row?.request_id ?? null
}

export type RefusedFile = { readonly name: string; readonly code: string }

/** Which files of a message were not kept, and why. */
export async function refusedFilesOf(tx: Tx, requestId: string, messageNo: number): Promise<readonly RefusedFile[]> {
  const { rows } = await sql<{ salt: Buffer; sealed: Buffer }>`select r.salt, m.sealed from desk_message m
    join desk_request r on r.tenant_id = m.tenant_id and r.id = m.request_id
    where m.tenant_id = ${tx.actor.tenantId} and m.request_id = ${requestId} and m.no = ${messageNo}`.execute(tx.db)
  const row = rows[0]
  if (!row) return []
  const told: MessageTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  return told.refusedFiles ?? []
}

export async function requestIdOf(tx: Tx, requestNo: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('desk_request')
    .select('id')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('request_no', '=', requestNo)
    .executeTakeFirst()
  return row?.id ?? null
}

/** What belongs to no request (bounces, our own words, machines) is known for so long, then forgotten (CUS-10). */
const STRAY_DAYS = 90

export async function forgetStrayMail(tx: Tx): Promise<void> {
  const before = new Date(Date.parse(tx.now) - STRAY_DAYS * 24 * 3_600_000).toISOString()
  await tx.db
    .deleteFrom('mail_arrival')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('request_id', 'is', null)
    .where('recorded_at', '<', before)
    .execute()
}

function toldOf(tx: Tx, { salt, sealed }: { salt: Buffer; sealed: Buffer }): MailTold {
  const told: unknown = JSON.parse(tx.vault.openText(salt, sealed))
  const read = (name: string): unknown =>
    typeof told === 'object' && told !== null ? Reflect.get(told, name) : undefined
  const text = (name: string) => {
    const value = read(name)
    return typeof value === 'string' ? value : ''
  }
  const references = read('references')
  return {
    messageId: text('messageId'),
    references: Array.isArray(references) ? references.map(String) : [],
    thread: text('thread'),
    from: text('from'),
    name: text('name'),
    subject: text('subject'),
    detail: text('detail'),
  }
}
