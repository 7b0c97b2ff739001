/** Whom a callback asks, before anybody answered (CBK-02). */
import type { CallbackView } from '@anpei/contract/callbacks'
import type { Callee } from '@anpei/domain/callbacks'

export type Whom = Pick<CallbackView, 'personId' | 'relation' | 'script' | 'subject'>

export function expectedCallee({ personId, relation }: Whom): Callee {
  if (relation) return 'family'
  return personId === null ? 'complainant' : 'self'
}
