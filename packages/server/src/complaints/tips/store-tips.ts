/**
 * Reads and writes 举报 (CMP-12). Every read goes through `tipScope`: without the right, or concerned, there is nothing.
 * What was said lies sealed under a salt of its own.
 */
import { tipLifecycle, type Concerned, type Reporter, type TipOutcome, type TipState } from '@anpei/domain/complaints'
import {
  ok,
  refuse,
  scopesOf,
  stateOf,
  type Actor,
  type Decision,
  type Instant,
  type Transition,
} from '@anpei/domain/kernel'
import type { ChannelName } from '@anpei/domain/service-desk'
import { sql, type RawBuilder } from 'kysely'
import type { Writing } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import { countUpTo } from '../../identity/index.ts'

export type TipTold = {
  readonly reporter: Omit<Reporter, 'named'>
  readonly facts: string
  readonly against: string
  /** The request or complaint it came from, in words. */
  readonly origin: string
  readonly conclusion: { readonly finding: string; readonly result: string; readonly authority: string } | null
  readonly judgement: string
}

/** Whom it is kept from, by the names recusal knows: the reported institution stands where a selling channel does. */
export type TipRecord = Concerned & {
  readonly id: string
  readonly tipNo: string
  readonly state: TipState
  readonly channel: ChannelName
  readonly receivedAt: Instant
  readonly recordedAt: Instant
  readonly named: boolean
  readonly examinerId: string | null
  readonly acceptedAt: Instant | null
  readonly outcome: TipOutcome | null
  readonly concludedBy: string | null
  readonly confirmedAt: Instant | null
  readonly toldAt: Instant | null
  readonly unreadSince: Instant | null
  readonly dueAt: Instant | null
  readonly dueClock: string | null
  readonly salt: Buffer
  readonly told: TipTold
}
type Row = Omit<TipRecord, 'state' | 'told'> & { readonly state: string; readonly sealed: Buffer }

const COLUMNS = sql`t.id, t.tip_no as "tipNo", t.state, t.channel, t.received_at as "receivedAt",
  t.recorded_at as "recordedAt", t.named, t.concerned_ids as "concernedIds", t.line_ids as "lineIds",
  t.reported_institution_id as "sellingInstitutionId", t.examiner_id as "examinerId",
  t.accepted_at as "acceptedAt", t.outcome, t.concluded_by as "concludedBy", t.confirmed_at as "confirmedAt",
  t.told_at as "toldAt", t.unread_since as "unreadSince", t.due_at as "dueAt", t.due_clock as "dueClock", t.salt,
  t.sealed`

/** Of the table aliased `t`: the right, and nobody who must keep out (CMP-05). */
export function tipScope(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`
  const whole = scopesOf(actor, 'complaint.tip').some((scope) => scope.kind === 'tenant')
  if (!whole) return sql<boolean>`false`
  return sql<boolean>`not (${actor.id}::uuid = any(t.concerned_ids || t.line_ids)
    or coalesce(t.reported_institution_id = ${actor.institutionId}::uuid, false))`
}

export async function tipsWhere(tx: Tx, rest: RawBuilder<unknown>): Promise<readonly TipRecord[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from tip t
    where t.tenant_id = ${tx.actor.tenantId} and ${tipScope(tx.actor)} and ${rest}`.execute(tx.db)
  return rows.map(({ sealed, ...row }) => {
    const told: TipTold = JSON.parse(tx.vault.openText(row.salt, sealed))
    return { ...row, state: stateOf(tipLifecycle, row.state), told }
  })
}

/** Not there and not for this reader are one answer. */
export async function findTip(tx: Tx, where: RawBuilder<unknown>, lock = false): Promise<Decision<TipRecord>> {
  const [tip] = await tipsWhere(tx, lock ? sql`${where} for update` : where)
  return tip ? ok(tip) : refuse('request.not_found')
}

export function countTips(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  return countUpTo(
    tx.db,
    sql`select 1 from tip t where t.tenant_id = ${tx.actor.tenantId} and ${tipScope(tx.actor)} and ${where}`,
  )
}

export function codeHash(tx: Tx, code: string): Buffer {
  return tx.vault.lookupHash('token', `tip:${code}`)
}

type NewTip = Concerned &
  Pick<TipRecord, 'id' | 'tipNo' | 'channel' | 'receivedAt' | 'named' | 'salt' | 'told'> & { readonly code: string }

/** False where this code was sent already: the same report again. */
export async function insertTip(tx: Tx, made: NewTip): Promise<boolean> {
  const done = await tx.db
    .insertInto('tip')
    .values({
      tenant_id: tx.actor.tenantId,
      id: made.id,
      tip_no: made.tipNo,
      state: tipLifecycle.initial,
      channel: made.channel,
      received_at: made.receivedAt,
      recorded_at: tx.now,
      named: made.named,
      concerned_ids: [...made.concernedIds],
      line_ids: [...made.lineIds],
      reported_institution_id: made.sellingInstitutionId,
      code_hash: codeHash(tx, made.code),
      salt: made.salt,
      sealed: tx.vault.seal(made.salt, JSON.stringify(made.told)),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code_hash']).doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export type TipChange = {
  readonly step?: Transition<TipState>
  readonly concerned?: Pick<Concerned, 'concernedIds' | 'lineIds'>
  readonly examinerId?: string
  readonly outcome?: TipOutcome
  readonly toldAt?: Instant
  readonly unreadSince?: Instant | null
  readonly told?: Partial<TipTold>
}

/** Who and when goes with the step; what was concluded falls away where the case goes back. */
export function tipChangeWriting(tx: Tx, tip: TipRecord, change: TipChange): Writing {
  const { step, concerned, told } = change
  const who = tx.actor.id
  return tx.db
    .updateTable('tip')
    .set({
      // Never empty: what is written alone stays as it is.
      recorded_at: tip.recordedAt,
      ...(step ? { state: step.to, ...STAMPS[step.to](who, tx.now) } : {}),
      ...(concerned ? { concerned_ids: [...concerned.concernedIds], line_ids: [...concerned.lineIds] } : {}),
      ...(change.examinerId ? { examiner_id: change.examinerId } : {}),
      ...(change.outcome ? { outcome: change.outcome } : {}),
      ...(change.toldAt ? { told_at: change.toldAt } : {}),
      ...(change.unreadSince === undefined ? {} : { unread_since: change.unreadSince }),
      ...(told ? { sealed: tx.vault.seal(tip.salt, JSON.stringify({ ...tip.told, ...told })) } : {}),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', tip.id)
}

const BACK = {
  outcome: null,
  concluded_at: null,
  concluded_by: null,
  confirmed_at: null,
  confirmed_by: null,
  told_at: null,
  closed_at: null,
  closed_by: null,
  ended_at: null,
} as const

const STAMPS = {
  received: () => BACK,
  accepted: (who: string, at: Instant) => ({ ...BACK, accepted_at: at, accepted_by: who }),
  concluded: (who: string, at: Instant) => ({ concluded_at: at, concluded_by: who }),
  confirmed: (who: string, at: Instant) => ({ confirmed_at: at, confirmed_by: who }),
  closed: (who: string, at: Instant) => ({ closed_at: at, closed_by: who, ended_at: at }),
  turned: (_who: string, at: Instant) => ({ ended_at: at }),
} as const
