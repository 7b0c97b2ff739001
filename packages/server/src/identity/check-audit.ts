/** ORG-08: verifies the audit log at the wish of an auditor; that it was verified, and the outcome, stand in the log
 * too. */
import type { verifyAudit as route } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { NOBODY_ID, ok, type Decision } from '@anpei/domain/kernel'
import { verifyAudit } from '../events/index.ts'
import { systemWrite, type Tx } from '../http/index.ts'

export async function checkAudit(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const verdict = await verifyAudit(tx.app.pool, tx.actor.tenantId, tx.app.folder)
  await systemWrite(tx.app, tx.actor, async (own) => {
    own.record({
      name: 'audit.verified',
      subject: { kind: 'audit', id: verdict.finding?.eventId ?? NOBODY_ID },
      facts: { intact: verdict.intact, blocks: verdict.blocks, events: verdict.events },
    })
  })
  return ok(verdict)
}
