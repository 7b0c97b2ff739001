/** SRV-03: every mailbox is looked at once a minute, by one worker at a time; a step of the round. */
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, type App } from '../../http/index.ts'
import { MAIL_TASK } from './mail-task.ts'
import { takeDueMailboxes } from './store-mailboxes.ts'

const EVERY_MS = 60_000

export async function planMail(app: App, tenantId: number): Promise<void> {
  await systemWrite(app, systemActor(tenantId, 'channel:email'), async (tx) => {
    for (const mailboxId of await takeDueMailboxes(tx, EVERY_MS)) {
      tx.enqueue({ task: MAIL_TASK, payload: { mailboxId }, key: `mail:${mailboxId}`, queue: `mail:${mailboxId}` })
    }
  })
}
