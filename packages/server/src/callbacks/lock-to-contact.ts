/** The callback, locked, where the actor is the one who is in contact (CBK-02, CMP-05). */
import { mayContact } from '@anpei/domain/callbacks'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { lockCallback, type CallbackRecord } from './store.ts'

export async function lockToContact(tx: Tx, callbackId: string): Promise<Decision<CallbackRecord>> {
  const locked = await lockCallback(tx, callbackId, 'callback.make')
  if (!locked.ok) return locked
  const { state, ownerId, excluded } = locked.value
  const may = mayContact({ state, isOwner: ownerId === tx.actor.id, excluded: excluded.includes(tx.actor.id) })
  return may.ok ? locked : may
}
