/** Where the demo's time is put forward, whoever is signed in stays so. */
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, tenantNumbers, type App } from '../../http/index.ts'
import { prolongOpen } from './store-account.ts'

export async function prolongSessions(app: App, hours: number): Promise<void> {
  for (const id of await tenantNumbers(app)) {
    await systemWrite(app, systemActor(id, 'demo:time'), (tx) => prolongOpen(tx.db, id, tx.now, hours))
  }
}
