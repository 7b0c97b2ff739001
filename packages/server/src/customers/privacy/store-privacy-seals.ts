/** Sealed matters (CUS-11): who they are hidden from, who works on them, who opened them. */
import type { Instant, Permission, Seal } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { sealsOf } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'

export type Subject = { readonly kind: string; readonly id: string }

export type NewSeal = {
  /** Persons of the staff, and keys of programs, it concerns. */
  readonly concerned: readonly string[]
  /** Departments and institutions it concerns, with everybody who belongs to them, now or later. */
  readonly concernedUnits?: readonly string[]
  /** Who works on it from now on. */
  readonly keepers: readonly string[]
  /** There for its keepers only; else for everybody it does not concern. */
  readonly shut: boolean
  /** The right without which nobody learns that there is such a matter (CMP-12). */
  readonly needs?: Permission
  readonly reason: string
}

/** Sealed anew: whom it concerned stays concerned, what was shut stays shut; the keepers are the ones named now. */
export async function upsertSeal(tx: Tx, subject: Subject, seal: NewSeal): Promise<void> {
  const by = tx.actor.kind === 'staff' ? tx.actor.id : null
  await sql`insert into seal as z (tenant_id, subject_kind, subject_id, concerned, concerned_units, keepers, shut,
      needs, reason, sealed_by, sealed_at)
    values (${tx.actor.tenantId}, ${subject.kind}, ${subject.id}, ${[...new Set(seal.concerned)]}::uuid[],
      ${[...new Set(seal.concernedUnits)]}::uuid[], ${[...new Set(seal.keepers)]}::uuid[], ${seal.shut},
      ${seal.needs ?? null}, ${seal.reason}, ${by}, ${tx.now})
    on conflict (tenant_id, subject_kind, subject_id) do update set keepers = excluded.keepers,
      concerned = array(select unnest(z.concerned) union select unnest(excluded.concerned)),
      concerned_units = array(select unnest(z.concerned_units) union select unnest(excluded.concerned_units)),
      shut = excluded.shut or z.shut and z.lifted_at is null, needs = coalesce(excluded.needs, z.needs),
      reason = excluded.reason, sealed_by = excluded.sealed_by,
      sealed_at = excluded.sealed_at, lifted_by = null, lifted_at = null`.execute(tx.db)
}

/** Answers whether there was a seal to lift. */
export async function markLifted(tx: Tx, subject: Subject): Promise<boolean> {
  const result = await sql`update seal set lifted_at = ${tx.now},
      lifted_by = ${tx.actor.kind === 'staff' ? tx.actor.id : null}
    where tenant_id = ${tx.actor.tenantId} and subject_kind = ${subject.kind} and subject_id = ${subject.id}
      and lifted_at is null`.execute(tx.db)
  return result.numAffectedRows === 1n
}

export async function findSeal(tx: Tx, subject: Subject): Promise<Seal | undefined> {
  return (await sealsOf(tx.db, tx.actor.tenantId, [subject])).get(subject.id)
}

export async function insertOpening(tx: Tx, subject: Subject, reason: string, untilAt: Instant): Promise<void> {
  await tx.db
    .insertInto('seal_opening')
    .values({
      tenant_id: tx.actor.tenantId,
      id: newId(),
      subject_kind: subject.kind,
      subject_id: subject.id,
      opened_by: tx.actor.id,
      reason,
      opened_at: tx.now,
      until_at: untilAt,
    })
    .execute()
}
