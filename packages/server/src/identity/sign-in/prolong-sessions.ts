/** Where the demo's time is put forward, whoever is signed in stays so. */
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, type App } from '../../http/index.ts'
import { prolongOpen } from './store-account.ts'

export async function prolongSessions(app: App, hours: number): Promise<void> {
  const { rows } = await app.pool.raw.query<{ id: number }>('select tenant_numbers() as id')
  for (const { id } of rows) {
    await systemWrite(app, systemActor(id, 'demo:time'), (tx) => prolongOpen(tx.db, id, tx.now, hours))
  }
}
