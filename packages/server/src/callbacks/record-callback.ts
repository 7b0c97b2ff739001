/** What happens to callbacks. A sealed matter leaves no trace on the line of a person (CMP-12). */
import type { callbackEventCatalogue } from '@anpei/domain/callbacks'
import type { Facts, Instant } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import type { CallbackRecord } from './store.ts'

type Told = { readonly facts?: Facts; readonly reason?: string; readonly at?: Instant }

export function recordCallback(
  tx: Tx,
  callback: Pick<CallbackRecord, 'id' | 'personId' | 'onlyBy'>,
  name: keyof typeof callbackEventCatalogue,
  told: Told = {},
): void {
  const personId = callback.onlyBy === null ? callback.personId : null
  tx.record({ name, subject: { kind: 'callback', id: callback.id }, personId, ...told })
}
