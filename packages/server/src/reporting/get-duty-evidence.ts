/** RPT-06: a file that proves a duty; its hash is compared with the one taken when it was handed in. */
import { createHash } from 'node:crypto'
import type { getDutyEvidence as route } from '@anpei/contract/reporting'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { findFile, openFile } from '../documents/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'
import { findEvidence } from './store-duty-files.ts'

export async function getDutyEvidence(tx: Tx, { params }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const evidence = await findEvidence(tx.db, tx.actor.tenantId, params.fileId)
  const file = evidence && (await findFile(tx.db, tx.actor.tenantId, params.fileId))
  if (!evidence || !file) return refuse('request.not_found')
  const answer = await openFile(tx, file, false)
  if (!createHash('sha256').update(answer.bytes).digest().equals(evidence.sha256))
    throw new Error(`evidence ${params.fileId} is not the file that was handed in`)
  return ok(answer)
}
