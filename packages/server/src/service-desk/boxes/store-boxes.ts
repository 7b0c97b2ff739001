/** Reads and writes complaint boxes and their openings (SRV-02). What was found lies sealed. */
import { ok, refuse, stateOf, type Actor, type Decision, type Instant, type Permission } from '@anpei/domain/kernel'
import type { Transition } from '@anpei/domain/kernel'
import { boxLifecycle, openingLifecycle, type BoxState, type OpeningState } from '@anpei/domain/service-desk'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { anyScope } from '../../identity/index.ts'

export type BoxRecord = {
  readonly id: string
  readonly state: BoxState
  readonly institutionId: string
  readonly place: string
  readonly hungAt: Instant
  readonly openedAt: Instant | null
  readonly dueAt: Instant | null
  readonly dueClock: string | null
}
export type OpeningTold = { readonly found: string; readonly dispute: string }
export type OpeningRecord = {
  readonly id: string
  readonly boxId: string
  readonly state: OpeningState
  readonly openedAt: Instant
  readonly witnessId: string
  readonly salt: Buffer
  readonly told: OpeningTold
}

/** What a scope allows of the table aliased `b`: the boxes of the own house. */
export function boxScope(actor: Actor, permission: Permission): RawBuilder<boolean> {
  return anyScope(actor, permission, (scope) => {
    if (scope.kind === 'tenant') return sql<boolean>`true`
    if (scope.kind === 'institution') return sql<boolean>`b.institution_id = any(${scope.institutionIds}::uuid[])`
    return sql<boolean>`b.institution_id = ${actor.institutionId}::uuid`
  })
}

type BoxColumns = Omit<BoxRecord, 'state'> & { readonly state: string }

/** A box the actor may see, locked until the transaction ends. */
export async function lockBox(tx: Tx, boxId: string, permission: Permission): Promise<Decision<BoxRecord>> {
  const { rows } = await sql<BoxColumns>`select b.id, b.state, b.institution_id as "institutionId", b.place,
      b.hung_at as "hungAt", b.opened_at as "openedAt", b.due_at as "dueAt", b.due_clock as "dueClock"
    from desk_box b where b.tenant_id = ${tx.actor.tenantId} and b.id = ${boxId}
      and ${boxScope(tx.actor, permission)} for update`.execute(tx.db)
  const row = rows[0]
  return row ? ok({ ...row, state: stateOf(boxLifecycle, row.state) }) : refuse('request.not_found')
}

/** False where one hangs there already. */
export async function insertBox(
  tx: Tx,
  { id, institutionId, place }: { readonly id: string; readonly institutionId: string; readonly place: string },
): Promise<boolean> {
  const made = await tx.db
    .insertInto('desk_box')
    .values({
      tenant_id: tx.actor.tenantId,
      id,
      state: boxLifecycle.initial,
      institution_id: institutionId,
      place,
      hung_at: tx.now,
      hung_by: tx.actor.id,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'institution_id', 'place']).where('state', '=', 'hung').doNothing(),
    )
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function removeBoxRow(tx: Tx, boxId: string, { to }: Transition<BoxState>): Promise<void> {
  await tx.db
    .updateTable('desk_box')
    .set({ state: to, removed_at: tx.now })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', boxId)
    .execute()
}

export async function saveBoxOpened(tx: Tx, boxId: string, openedAt: Instant): Promise<void> {
  await tx.db
    .updateTable('desk_box')
    .set({ opened_at: openedAt })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', boxId)
    .execute()
}

export async function waitsForWitness(tx: Tx, boxId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from desk_box_opening
    where tenant_id = ${tx.actor.tenantId} and box_id = ${boxId} and state = 'recorded'`.execute(tx.db)
  return rows.length > 0
}

export type NewOpening = {
  readonly id: string
  readonly boxId: string
  readonly openedAt: Instant
  readonly witnessId: string
  readonly requestIds: readonly string[]
  readonly found: string
}

export async function insertOpening(tx: Tx, made: NewOpening): Promise<void> {
  const salt = tx.vault.newSalt()
  const told: OpeningTold = { found: made.found, dispute: '' }
  await tx.db
    .insertInto('desk_box_opening')
    .values({
      tenant_id: tx.actor.tenantId,
      id: made.id,
      box_id: made.boxId,
      state: openingLifecycle.initial,
      opened_at: made.openedAt,
      recorded_at: tx.now,
      opened_by: tx.actor.id,
      witness_id: made.witnessId,
      request_ids: [...made.requestIds],
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(told)),
    })
    .execute()
}

type OpeningColumns = Omit<OpeningRecord, 'state' | 'told'> & { readonly state: string; readonly sealed: Buffer }

/** Locked; seen by whoever stood by, whatever the scope, and by those of the house. */
export async function lockOpening(tx: Tx, openingId: string): Promise<Decision<OpeningRecord>> {
  const { rows } = await sql<OpeningColumns>`select o.id, o.box_id as "boxId", o.state, o.opened_at as "openedAt",
      o.witness_id as "witnessId", o.salt, o.sealed
    from desk_box_opening o join desk_box b on b.tenant_id = o.tenant_id and b.id = o.box_id
    where o.tenant_id = ${tx.actor.tenantId} and o.id = ${openingId}
      and (o.witness_id = ${tx.actor.id}::uuid or ${boxScope(tx.actor, 'desk.work')}) for update of o`.execute(tx.db)
  const row = rows[0]
  if (!row) return refuse('request.not_found')
  const { sealed, ...opening } = row
  const told: OpeningTold = JSON.parse(tx.vault.openText(row.salt, sealed))
  return ok({ ...opening, state: stateOf(openingLifecycle, row.state), told })
}

export async function saveWitness(
  tx: Tx,
  { id, salt, told }: OpeningRecord,
  { to }: Transition<OpeningState>,
  dispute: string,
): Promise<void> {
  await tx.db
    .updateTable('desk_box_opening')
    .set({ state: to, decided_at: tx.now, sealed: tx.vault.seal(salt, JSON.stringify({ ...told, dispute })) })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', id)
    .execute()
}
