/**
 * CUS-11, CMP-05: setting, lifting and asking for seals, for every row that keeps matters about the staff. Reading is
 * done by `seenUnderSeal` (events), which stands in the WHERE of each list, search, export and direct look.
 */
import { toldOf } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { findSeal, markLifted, upsertSeal, type NewSeal, type Subject } from './store-privacy-seals.ts'

/** Seals a matter in this transaction, or seals it further: another person concerned, other keepers. */
export async function sealMatter(tx: Tx, subject: Subject, seal: NewSeal): Promise<void> {
  await upsertSeal(tx, subject, seal)
  const concerned = seal.concerned.length + (seal.concernedUnits?.length ?? 0)
  tx.record({ name: 'seal.set', subject, reason: seal.reason, facts: { concerned, shut: seal.shut } })
}

export async function liftSeal(tx: Tx, subject: Subject, reason: string): Promise<void> {
  if (await markLifted(tx, subject)) tx.record({ name: 'seal.lifted', subject, reason })
}

/** Of these people, those who may know of the matter; where none of them may, those who work on it. */
export async function mayBeTold(tx: Tx, subject: Subject, userIds: readonly string[]): Promise<readonly string[]> {
  return toldOf(await findSeal(tx, subject), userIds)
}

/**
 * CMP-05: the persons a complaint is about with their line and the channel that sold: their superiors of the next step,
 * their departments, and where they work at an outlet, the whole outlet.
 */
export async function lineOf(
  tx: Tx,
  userIds: readonly string[],
): Promise<Required<Pick<NewSeal, 'concerned' | 'concernedUnits'>>> {
  const { rows } = await sql<{ id: string; supervisor_id: string | null; units: (string | null)[] }>`
    select u.id, u.supervisor_id, array[u.department_id, case when i.kind = 'outlet' then i.id end] as units
    from staff_user u join institution i on i.tenant_id = u.tenant_id and i.id = u.institution_id
    where u.tenant_id = ${tx.actor.tenantId} and u.id = any(${[...userIds]}::uuid[])`.execute(tx.db)
  const present = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  return {
    concerned: present([...userIds, ...rows.map((row) => row.supervisor_id)]),
    concernedUnits: present(rows.flatMap((row) => row.units)),
  }
}
