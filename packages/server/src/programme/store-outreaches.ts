/** Possible claims to be followed up (PRG-05). */
import type { Day, Instant, Transition } from '@anpei/domain/kernel'
import type { OutreachState } from '@anpei/domain/programme'
import type { Db } from '../db/index.ts'
import { newId } from '../kernel/index.ts'

/** One for each death; a second file that tells of the same death opens none. */
export async function openOutreaches(
  db: Db, tenantId: number, programmeId: string, died: readonly { personId: string; on: Day }[], now: Instant,
): Promise<void> {
  if (died.length === 0) return
  await db.insertInto('outreach').values(died.map(({ personId, on }) => ({
    tenant_id: tenantId, id: newId(), programme_id: programmeId, person_id: personId, occasion: `death:${on}`, state: 'open', opened_at: now,
  }))).onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'occasion']).doNothing()).execute()
}

export async function loadOutreach(db: Db, tenantId: number, id: string) {
  return db.selectFrom('outreach').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function saveOutreach(
  db: Db, tenantId: number, id: string, state: Transition<OutreachState>, note: string, ownerId: string, endedAt: Instant | null,
): Promise<void> {
  await db.updateTable('outreach').set({ state: state.to, note, owner_id: ownerId, ended_at: endedAt }).where('tenant_id', '=', tenantId)
    .where('id', '=', id).execute()
}
