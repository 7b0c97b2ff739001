/** OPS-05: the file of a finished export, for whoever started it. */
import type { getTaskFile as route } from '@anpei/contract/reporting'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { FileAnswer, Tx } from '../http/index.ts'

type Result = { salt?: string; mediaType: string; fileName: string }

export async function getTaskFile(tx: Tx, { params }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const row = await tx.db
    .selectFrom('background_task')
    .select(['kind', 'state', 'result'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', params.taskId)
    .where('started_by', '=', tx.actor.id)
    .executeTakeFirst()
  if (!row || row.state !== 'done' || !row.kind.startsWith('export.')) return refuse('request.not_found')
  const result: Result = JSON.parse(JSON.stringify(row.result))
  if (result.salt === undefined) return refuse('request.not_found')
  const bytes = tx.vault.open(
    Buffer.from(result.salt, 'base64'),
    await tx.app.files.get(tx.actor.tenantId, params.taskId),
  )
  return ok({ fileName: result.fileName, mediaType: result.mediaType, bytes })
}
