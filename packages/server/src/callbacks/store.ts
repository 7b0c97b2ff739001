/**
 * Reads and writes callbacks (CBK-01). Name and telephone of somebody in no register, who answered and what was
 * answered lie sealed under the callback's own key; what it asks about is { kind, id } in another row's words.
 */
import {
  callbackLifecycle,
  type CallbackOccasion,
  type CallbackState,
  type Callee,
  type GivenAnswers,
  type IdentityPoint,
  type Satisfied,
} from '@anpei/domain/callbacks'
import {
  dayOfInstant,
  ok,
  refuse,
  stateOf,
  type Day,
  type Decision,
  type Instant,
  type Permission,
  type Transition,
} from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { keepDue, readCaseSoFar } from '../sla/index.ts'
import { callbackScope } from './scope.ts'

export type CallbackTold = {
  /** Whom to call, where it is not the person of the register himself. */
  readonly name: string
  readonly phone: string
  readonly relation: string
  readonly callee?: { readonly name: string; readonly relation: string; readonly points: readonly IdentityPoint[] }
  readonly answers?: GivenAnswers
}

export type CallbackRecord = {
  readonly id: string
  readonly callbackNo: string
  readonly occasion: CallbackOccasion
  readonly subjectKind: string
  readonly subjectId: string
  readonly round: number
  readonly about: string
  readonly state: CallbackState
  readonly personId: string | null
  readonly villageCode: string | null
  readonly phoneHash: Buffer | null
  readonly dueOn: Day
  readonly owedAt: Instant
  readonly ownerId: string | null
  readonly excluded: readonly string[]
  readonly concealed: boolean
  readonly onlyBy: readonly string[] | null
  readonly nextAt: Instant | null
  readonly spokenAt: Instant | null
  readonly callee: Callee | null
  readonly identifiedAt: Instant | null
  readonly tries: number
  readonly endedAt: Instant | null
  readonly dropReason: string | null
  readonly satisfied: Satisfied | null
  readonly declined: boolean
  readonly scriptCode: string | null
  readonly scriptVersion: number | null
  readonly dueAt: Instant | null
  readonly dueClock: string | null
  readonly salt: Buffer
  readonly told: CallbackTold
}

type Columns = Omit<CallbackRecord, 'told' | 'state'> & { state: string; sealed: Buffer }

const COLUMNS = sql`c.id, c.callback_no as "callbackNo", c.occasion, c.subject_kind as "subjectKind",
  c.subject_id as "subjectId", c.round, c.about, c.state, c.person_id as "personId", c.village_code as "villageCode",
  c.phone_hash as "phoneHash", c.due_on as "dueOn", c.owed_at as "owedAt", c.owner_id as "ownerId", c.excluded,
  c.concealed, c.only_by as "onlyBy", c.next_at as "nextAt", c.spoken_at as "spokenAt", c.callee,
  c.identified_at as "identifiedAt", c.tries, c.ended_at as "endedAt", c.drop_reason as "dropReason", c.satisfied,
  c.declined, c.script_code as "scriptCode", c.script_version as "scriptVersion", c.due_at as "dueAt",
  c.due_clock as "dueClock", c.salt, c.sealed`

/** `where`: the rest of the statement behind the tenant. */
export async function callbacksWhere(tx: Tx, where: RawBuilder<unknown>): Promise<CallbackRecord[]> {
  const { rows } = await sql<Columns>`select ${COLUMNS} from callback c
    where c.tenant_id = ${tx.actor.tenantId} and ${where}`.execute(tx.db)
  return rows.map(({ sealed, state, ...row }) => {
    const told: CallbackTold = JSON.parse(tx.vault.openText(row.salt, sealed))
    return { ...row, state: stateOf(callbackLifecycle, state), told }
  })
}

export async function findCallback(tx: Tx, id: string, permission: Permission): Promise<Decision<CallbackRecord>> {
  return readCallback(tx, id, permission, sql``)
}

/** The callback, locked until the transaction ends. */
export async function lockCallback(tx: Tx, id: string, permission: Permission): Promise<Decision<CallbackRecord>> {
  const [found] = await Promise.all([readCallback(tx, id, permission, sql` for update`), readCaseSoFar(tx, id)])
  if (found.ok) keepDue(tx, id, found.value)
  return found
}

async function readCallback(
  tx: Tx,
  id: string,
  permission: Permission,
  more: RawBuilder<unknown>,
): Promise<Decision<CallbackRecord>> {
  const [row] = await callbacksWhere(tx, sql`c.id = ${id} and ${callbackScope(tx.actor, permission)}${more}`)
  return row ? ok(row) : refuse('request.not_found')
}

type Whom = Pick<CallbackRecord, 'personId' | 'phoneHash'>

/** Callbacks of the same person, in the register under one record or several, or by the same telephone told. */
export function ofSamePerson(tx: Tx, { personId, phoneHash }: Whom): RawBuilder<boolean> {
  const { tenantId } = tx.actor
  const person = personId
    ? sql`c.person_id in (select p.id from person p, person me where me.tenant_id = ${tenantId} and me.id = ${personId}
        and p.tenant_id = ${tenantId} and (p.id in (me.id, me.merged_into)
          or p.merged_into in (me.id, me.merged_into)))`
    : sql`false`
  return sql<boolean>`(${person} or ${phoneHash ? sql`c.phone_hash = ${phoneHash}` : sql`false`})`
}

/** This one and the open ones of the same person, locked, always in the same order. */
export async function lockWithOthers(tx: Tx, callback: CallbackRecord): Promise<CallbackRecord[]> {
  const locking = callbacksWhere(
    tx,
    sql`(c.id = ${callback.id} or (c.state in ('owed', 'contacting') and ${ofSamePerson(tx, callback)}))
      order by c.id for update`,
  )
  const [all] = await Promise.all([locking, readCaseSoFar(tx, callback.id)])
  for (const one of all) keepDue(tx, one.id, one)
  return all
}

export type NewCallback = {
  readonly id: string
  readonly callbackNo: string
  readonly occasion: CallbackOccasion
  readonly subject: { readonly kind: string; readonly id: string }
  readonly round: number
  readonly about: string
  readonly personId: string | null
  readonly villageCode: string | null
  readonly dueOn: Day
  readonly owedAt: Instant
  readonly ownerId: string | null
  readonly excluded: readonly string[]
  readonly concealed: boolean
  readonly onlyBy: readonly string[] | null
  readonly told: CallbackTold
}

/** Open ones of people who may not call on a day: away, or without a certificate (ORG-06). */
export function lockOwedByAbsent(tx: Tx, day: Day, limit: number): Promise<readonly CallbackRecord[]> {
  return callbacksWhere(
    tx,
    sql`c.state in ('owed', 'contacting')
        and c.owner_id in (select off_duty(${tx.actor.tenantId}, 'callback.make', ${day}))
      order by c.id limit ${limit} for update of c skip locked`,
  )
}

/** False where it is owed already. */
export async function insertCallback(tx: Tx, made: NewCallback): Promise<boolean> {
  const salt = tx.vault.newSalt()
  const { phone } = made.told
  const result = await tx.db
    .insertInto('callback')
    .values({
      tenant_id: tx.actor.tenantId,
      id: made.id,
      callback_no: made.callbackNo,
      occasion: made.occasion,
      subject_kind: made.subject.kind,
      subject_id: made.subject.id,
      round: made.round,
      about: made.about,
      state: callbackLifecycle.initial,
      person_id: made.personId,
      village_code: made.villageCode,
      phone_hash: phone === '' ? null : tx.vault.lookupHash('phone', phone),
      due_on: made.dueOn,
      owed_at: made.owedAt,
      owner_id: made.ownerId,
      excluded: [...made.excluded],
      concealed: made.concealed,
      only_by: made.onlyBy && [...made.onlyBy],
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(made.told)),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'subject_id', 'occasion', 'round']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export type CallbackChange = {
  readonly transition?: Transition<CallbackState>
  readonly ownerId?: string | null
  readonly nextAt?: Instant | null
  readonly takenAt?: Instant
  readonly spokenAt?: Instant | null
  readonly callee?: Callee | null
  readonly identifiedAt?: Instant | null
  readonly tries?: number
  readonly endedAt?: Instant | null
  readonly dropReason?: string
  readonly satisfied?: Satisfied
  readonly declined?: boolean
  readonly script?: { readonly code: string; readonly version: number }
  readonly told?: CallbackTold
}

export async function saveCallback(
  tx: Tx,
  callback: Pick<CallbackRecord, 'id' | 'salt'>,
  change: CallbackChange,
): Promise<void> {
  const { endedAt, script } = change
  const set = {
    state: change.transition?.to,
    owner_id: change.ownerId,
    next_at: change.nextAt,
    taken_at: change.takenAt,
    spoken_at: change.spokenAt,
    callee: change.callee,
    identified_at: change.identifiedAt,
    tries: change.tries,
    ended_at: endedAt,
    ended_on: endedAt ? dayOfInstant(endedAt) : endedAt,
    drop_reason: change.dropReason,
    satisfied: change.satisfied,
    declined: change.declined,
    script_code: script?.code,
    script_version: script?.version,
    sealed: change.told && tx.vault.seal(callback.salt, JSON.stringify(change.told)),
  }
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return
  await tx.db
    .updateTable('callback')
    .set(given)
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', callback.id)
    .execute()
}
