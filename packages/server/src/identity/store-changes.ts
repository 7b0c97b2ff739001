/** Writes and reads changes that wait for a second person (ORG-05). */
import { changeLifecycle, type ChangeTransition } from '@anpei/domain/identity'
import type { Actor, Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/index.ts'
import { seenUnderSeal } from '../events/index.ts'
import type { Tx } from '../http/index.ts'

export type ChangeRecord = {
  id: string
  kind: string
  subject_kind: string
  subject_id: string
  title: string
  before: unknown
  after: unknown
  sealed_after: Buffer | null
  salt: Buffer | null
  state: string
  made_by: string
  made_at: Instant
  made_by_name: string
  checked_by: string | null
  checked_by_name: string | null
  checked_at: Instant | null
  comment: string | null
}

export type NewChange = {
  readonly id: string
  readonly kind: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly title: string
  readonly before: unknown
  readonly after: unknown
  readonly salt: Buffer | null
  readonly sealedAfter: Buffer | null
}

/** False where a change of this kind already waits for this subject. */
export async function insertChange(db: Db, actor: Actor, now: Instant, change: NewChange): Promise<boolean> {
  const result = await db
    .insertInto('change_request')
    .values({
      tenant_id: actor.tenantId,
      id: change.id,
      kind: change.kind,
      subject_kind: change.subjectKind,
      subject_id: change.subjectId,
      title: change.title,
      before: JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      salt: change.salt,
      sealed_after: change.sealedAfter,
      state: changeLifecycle.initial,
      made_by: actor.id,
      made_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'kind', 'subject_id']).where(sql<boolean>`state = 'waiting'`).doNothing(),
    )
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

const columns = sql`select c.id, c.kind, c.subject_kind, c.subject_id, c.title, c.before, c.after, c.sealed_after,
  c.salt, c.state,
  c.made_by, c.made_at, m.name as made_by_name, c.checked_by, k.name as checked_by_name, c.checked_at, c.comment
  from change_request c
  join staff_user m on m.tenant_id = c.tenant_id and m.id = c.made_by
  left join staff_user k on k.tenant_id = c.tenant_id and k.id = c.checked_by`

/** A change to a sealed matter is sealed with it (CUS-11). */
function seen(tx: Tx) {
  return seenUnderSeal(tx.actor, tx.now, sql`c.subject_kind`, sql`c.subject_id`)
}

export async function lockChange(tx: Tx, id: string): Promise<ChangeRecord | undefined> {
  return changeOf(tx, id, sql`for update of c`)
}

export async function findChange(tx: Tx, id: string): Promise<ChangeRecord | undefined> {
  return changeOf(tx, id, sql``)
}

async function changeOf(tx: Tx, id: string, lock: RawBuilder<unknown>): Promise<ChangeRecord | undefined> {
  const { rows } = await sql<ChangeRecord>`${columns} where c.tenant_id = ${tx.actor.tenantId} and c.id = ${id}
    and ${seen(tx)} ${lock}`.execute(tx.db)
  return rows[0]
}

export async function setChangeState(
  db: Db,
  tenantId: number,
  id: string,
  step: ChangeTransition,
  end: { by: string; at: Instant; comment: string | null },
): Promise<void> {
  const checked = step.to === 'withdrawn' ? { checked_at: end.at } : { checked_by: end.by, checked_at: end.at }
  await db
    .updateTable('change_request')
    .set({ state: step.to, comment: end.comment, ...checked })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

type Question = {
  readonly which: 'for_me' | 'mine' | 'decided'
  readonly kinds: readonly string[]
  readonly userId: string
  readonly after: string | null
  readonly limit: number
}

/** What waits is listed oldest first, the rest newest first. */
export async function findChanges(tx: Tx, asked: Question): Promise<ChangeRecord[]> {
  const { which, userId, after, limit } = asked
  const mine = sql`c.made_by = ${userId}`
  const checkable = sql`c.kind = any(${[...asked.kinds]}::text[])`
  const where =
    which === 'for_me'
      ? sql`c.state = 'waiting' and ${checkable} and c.made_by <> ${userId} and c.subject_id <> ${userId}`
      : which === 'mine'
        ? mine
        : sql`c.state <> 'waiting' and (${mine} or ${checkable})`
  const forward = which === 'for_me'
  const place = after === null ? sql`true` : forward ? sql`c.id > ${after}` : sql`c.id < ${after}`
  return (
    await sql<ChangeRecord>`${columns} where c.tenant_id = ${tx.actor.tenantId} and ${where} and ${place}
      and ${seen(tx)} order by c.id ${forward ? sql`asc` : sql`desc`} limit ${limit}`.execute(tx.db)
  ).rows
}

export async function waitingChangesOf(db: Db, tenantId: number, subjectId: string) {
  return db
    .selectFrom('change_request')
    .select(['id', 'kind', 'title'])
    .where('tenant_id', '=', tenantId)
    .where('subject_id', '=', subjectId)
    .where('state', '=', 'waiting')
    .orderBy('id')
    .execute()
}

/** Changes of one kind, newest first, for the row that owns the kind. */
export async function changesOfKind(
  db: Db,
  tenantId: number,
  asked: { kind: string; state: string | null; subjectId: string | null; before: string | null; limit: number },
  /** Of the table aliased `c`: whose the subjects are that may be seen. */
  mayBeSeen: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<ChangeRecord[]> {
  const { kind, state, subjectId, before, limit } = asked
  return (
    await sql<ChangeRecord>`${columns} where c.tenant_id = ${tenantId} and c.kind = ${kind} and ${mayBeSeen}
    and ${state === null ? sql`true` : sql`c.state = ${state}`}
      and ${subjectId === null ? sql`true` : sql`c.subject_id = ${subjectId}::uuid`}
    and ${before === null ? sql`true` : sql`c.id < ${before}::uuid`} order by c.id desc
      limit ${limit}`.execute(db)
  ).rows
}
