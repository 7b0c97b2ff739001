/** Callbacks as the list shows them. */
import type { CallbackItem } from '@anpei/contract/callbacks'
import { callbackLifecycle, OCCASIONS } from '@anpei/domain/callbacks'
import { dayOfInstant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { staffNames } from '../identity/index.ts'
import { timeLeftBy } from '../sla/index.ts'
import type { CallbackRecord } from './store.ts'

export async function itemsOf(tx: Tx, callbacks: readonly CallbackRecord[]): Promise<CallbackItem[]> {
  const { tenantId } = tx.actor
  const [names, people, left] = await Promise.all([
    staffNames(
      tx.db,
      tenantId,
      callbacks.flatMap((one) => one.ownerId ?? []),
    ),
    sql<{ id: string; name: string; village: string | null }>`select c.id, p.name, d.name as village from callback c
      left join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
      left join division d on d.code = c.village_code
      where c.tenant_id = ${tenantId} and c.id = any(${callbacks.map((one) => one.id)}::uuid[])`.execute(tx.db),
    timeLeftBy(tx),
  ])
  const known = new Map(people.rows.map((row) => [row.id, row]))
  const today = dayOfInstant(tx.now)
  return callbacks.map((callback) => {
    const { id, occasion, state, ownerId, told, dueOn } = callback
    const open = callbackLifecycle.states[state].phase === 'open'
    return {
      id,
      callbackNo: callback.callbackNo,
      occasion,
      occasionWord: OCCASIONS[occasion].zh,
      about: callback.about,
      state,
      stateWord: callbackLifecycle.states[state].zh,
      name: told.name === '' ? (known.get(id)?.name ?? '') : told.name,
      villageName: known.get(id)?.village ?? null,
      owner: ownerId ? { id: ownerId, name: names.get(ownerId) ?? '同事' } : null,
      dueOn,
      late: open && dueOn < today,
      nextAt: callback.nextAt,
      tries: callback.tries,
      satisfied: callback.satisfied,
      declined: callback.declined,
      endedAt: callback.endedAt,
      timeLeft: open ? left(callback.dueAt, callback.dueClock) : null,
    }
  })
}
