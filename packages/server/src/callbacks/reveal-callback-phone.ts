/** CUS-08: the number to dial, shown to who is calling; the look stands in the log. */
import type { revealCallbackPhone as route } from '@anpei/contract/callbacks'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { calleeOf } from './callee-of.ts'
import { lockToContact } from './lock-to-contact.ts'
import { recordCallback } from './record-callback.ts'

export async function revealCallbackPhone(
  tx: Tx,
  { params }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockToContact(tx, params.callbackId)
  if (!locked.ok) return locked
  recordCallback(tx, locked.value, 'callback.number_revealed')
  return ok({ phone: (await calleeOf(tx, locked.value)).phone })
}
