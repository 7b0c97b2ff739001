/** Writes and reads attempts; numbers of calls and notes lie sealed (CBK-02). */
import type { CallbackOutcome, CallbackWay, DayPart, EvidenceKind } from '@anpei/domain/callbacks'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'

export type AttemptRow = {
  readonly id: string
  readonly at: Instant
  readonly dayPart: DayPart
  readonly way: CallbackWay
  readonly outcome: CallbackOutcome
  readonly evidence: EvidenceKind
  readonly documentId: string | null
  readonly madeBy: string
  readonly recordedAt: Instant
  readonly callNo: string
  readonly note: string
}

const MOST = 200

export async function insertAttempt(
  tx: Tx,
  callbackId: string,
  attempt: Omit<AttemptRow, 'madeBy' | 'recordedAt'>,
  madeBy: string = tx.actor.id,
): Promise<void> {
  const salt = tx.vault.newSalt()
  const { callNo, note } = attempt
  await tx.db
    .insertInto('callback_attempt')
    .values({
      tenant_id: tx.actor.tenantId,
      id: attempt.id,
      callback_id: callbackId,
      at: attempt.at,
      day_part: attempt.dayPart,
      way: attempt.way,
      outcome: attempt.outcome,
      evidence: attempt.evidence,
      document_id: attempt.documentId,
      made_by: madeBy,
      recorded_at: tx.now,
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify({ callNo, note })),
    })
    .execute()
}

/** Oldest first. */
export async function attemptsOf(tx: Tx, callbackId: string): Promise<AttemptRow[]> {
  return (await attemptsOfAll(tx, [callbackId])).get(callbackId) ?? []
}

type Columns = Omit<AttemptRow, 'callNo' | 'note'> & { callbackId: string; salt: Buffer; sealed: Buffer }

/** Of each callback, by its id, oldest first. */
export async function attemptsOfAll(
  tx: Tx,
  callbackIds: readonly string[],
): Promise<ReadonlyMap<string, AttemptRow[]>> {
  const { rows } = await sql<Columns>`
    select a.callback_id as "callbackId", a.id, a.at, a.day_part as "dayPart", a.way, a.outcome, a.evidence,
      a.document_id as "documentId", a.made_by as "madeBy", a.recorded_at as "recordedAt", a.salt, a.sealed
    from callback_attempt a where a.tenant_id = ${tx.actor.tenantId}
      and a.callback_id = any(${[...callbackIds]}::uuid[])
    order by a.at, a.id limit ${MOST * callbackIds.length}`.execute(tx.db)
  const found = new Map<string, AttemptRow[]>()
  for (const { callbackId, salt, sealed, ...row } of rows) {
    const told: Pick<AttemptRow, 'callNo' | 'note'> = JSON.parse(tx.vault.openText(salt, sealed))
    found.set(callbackId, [...(found.get(callbackId) ?? []), { ...row, ...told }])
  }
  return found
}
