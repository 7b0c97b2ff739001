/**
 * Evidence goes through the store of papers (looked at, scanned, sealed) and is kept with the hash of its bytes, so
 * that years later it can be shown to be the same file (RPT-06).
 */
import { createHash } from 'node:crypto'
import { ok, type Decision } from '@anpei/domain/kernel'
import { findFile, storePapers } from '../documents/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import type { InstanceRecord } from './store-duties.ts'
import { insertEvidence, type NewEvidence } from './store-duty-files.ts'

/** Answers the hashes, in the order of the files. */
export async function keepEvidence(
  tx: Tx,
  instance: InstanceRecord,
  files: readonly ArrivedFile[],
): Promise<Decision<string[]>> {
  const stored = await storePapers(tx, {
    subject: { kind: 'duty', id: instance.id },
    personId: null,
    channel: 'desk',
    receivedAt: tx.now,
    papers: [{ code: 'duty_evidence', title: `${instance.title}-${instance.periodKey}`, files }],
  })
  if (!stored.ok) return stored
  const kept: NewEvidence[] = []
  for (const [at, fileId] of (stored.value[0]?.fileIds ?? []).entries()) {
    const [file, row] = [files[at], await findFile(tx.db, tx.actor.tenantId, fileId)]
    if (!file || !row) throw new Error('evidence that was stored is not there')
    const sha256 = createHash('sha256').update(file.bytes).digest()
    kept.push({ fileId, fileName: row.fileName, mediaType: row.mediaType, byteCount: file.bytes.length, sha256 })
  }
  const by = tx.actor.kind === 'staff' ? tx.actor.id : null
  await insertEvidence(tx.db, tx.actor.tenantId, { id: instance.id, roundNo: instance.reopenedCount }, kept, by, tx.now)
  return ok(kept.map(({ sha256 }) => sha256.toString('hex')))
}
