/** CUS-03: whoever handles the customer's newest open claim talks with the customer, by the end of the next day. */
import { claimLifecycle } from '@anpei/domain/claims'
import { addDays, dayOfInstant, startOfDay } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { insertTask } from './store-tasks.ts'

const LONGEST_TITLE = 200

const OPEN = Object.entries(claimLifecycle.states).flatMap(([state, { phase }]) => (phase === 'open' ? [state] : []))

/** False where nobody handles a claim of this customer. */
export async function openTalkTask(tx: Tx, personId: string, title: string): Promise<boolean> {
  const { tenantId } = tx.actor
  const { rows } = await sql<{ id: string; ownerId: string }>`select id, owner_id as "ownerId" from claim
    where tenant_id = ${tenantId} and person_id = ${personId} and state = any(${OPEN}::text[])
      and owner_id is not null order by id desc limit 1`.execute(tx.db)
  const [claim] = rows
  if (!claim) return false
  const id = newId()
  await insertTask(tx.db, tenantId, tx.now, {
    id,
    claimId: claim.id,
    kind: 'other',
    title: title.slice(0, LONGEST_TITLE),
    ownerId: claim.ownerId,
    dueAt: startOfDay(addDays(dayOfInstant(tx.now), 2)),
    madeBy: null,
  })
  const facts = { taskId: id, kind: 'other' }
  tx.record({ name: 'claim.task_opened', subject: { kind: 'claim', id: claim.id }, personId, facts })
  return true
}
