/** OPS-05, CUS-09: a long export is made by a job; whoever asked can leave and find it again. */
import type { startClaimExport as route } from '@anpei/contract/reporting'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { enterExport } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { openTask } from '../jobs/index.ts'

export async function startClaimExport(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const taskId = await openTask(tx.db, tx.actor.tenantId, tx.now, {
    kind: 'export.claims',
    title: '导出赔案列表',
    startedBy: tx.actor.id,
  })
  const made = await enterExport(tx, {
    what: 'claims',
    format: body.format,
    reason: body.reason || '后台导出赔案列表',
    partnerId: body.partnerId,
    rowCount: null,
    sha256: null,
    subjectId: taskId,
    bulk: true,
  })
  if (!made.ok) return made
  const { mark } = made.value
  tx.record({
    name: 'export.started',
    subject: { kind: 'background_task', id: taskId },
    facts: { what: 'claims', format: body.format },
  })
  tx.enqueue({
    task: 'reporting.export_claims',
    payload: { taskId, userId: tx.actor.id, filter: JSON.stringify(body), markNo: mark.no, markText: mark.text },
    maxAttempts: 3,
  })
  return ok({ taskId })
}
