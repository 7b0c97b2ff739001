/** Loads the demo into an empty database, through the same doors a user uses; a second start finds it and does nothing. */
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, type App } from '../http/index.ts'
import { readOrganisation, seedTenantPeople } from '../identity/index.ts'

export async function loadDemo(app: App, _options: { people: number }, log: (line: string) => void): Promise<void> {
  log('正在检查演示数据 [checking the demo data]')
  for (const tenant of readOrganisation().tenants) {
    await systemWrite(app, systemActor(tenant.id, 'demo'), (tx) => (
      seedTenantPeople(tx.db, tenant.id, tx.vault, tx.now)))
  }
}
