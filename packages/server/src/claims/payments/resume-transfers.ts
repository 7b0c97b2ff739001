/** CLM-12: when a process starts, every transfer that has not ended is asked after at once. */
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, tenantNumbers, type App } from '../../http/index.ts'
import type { BankAccess } from './bank-channel.ts'
import { TRANSFER_TASK } from './run-transfer.ts'
import { openTransfers, saveBankAccess } from './store-transfers.ts'

/** With `access`, the way to the bank is kept first, its key sealed under the tenant's. */
export async function resumeTransfers(app: App, access: BankAccess | null): Promise<void> {
  for (const id of await tenantNumbers(app)) {
    await systemWrite(app, systemActor(id, 'start'), async (tx) => {
      if (access) await saveBankAccess(tx.db, id, tx.vault, tx.now, access)
      for (const transferId of await openTransfers(tx.db, id)) {
        tx.enqueue({ task: TRANSFER_TASK, payload: { transferId }, key: `transfer:${transferId}` })
      }
    })
  }
}
