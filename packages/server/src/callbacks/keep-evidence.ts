/** Recordings, photos and films, kept as papers of the callback (CBK-02). */
import { ok, type Decision, type Instant } from '@anpei/domain/kernel'
import { storePapers } from '../documents/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import type { CallbackRecord } from './store.ts'

const MOST_FILES = 5

/** The paper they became; null: there were none. */
export async function keepEvidence(
  tx: Tx,
  callback: CallbackRecord,
  files: readonly ArrivedFile[],
  at: Instant,
): Promise<Decision<string | null>> {
  const [first] = files
  if (!first) return ok(null)
  const stored = await storePapers(tx, {
    subject: { kind: 'callback', id: callback.id },
    personId: callback.personId,
    channel: 'callback',
    receivedAt: at,
    papers: [{ code: 'callback_evidence', title: '回访凭证', files: files.slice(0, MOST_FILES) }],
    sort: /\.(mp3|m4a|wav|amr)$/i.test(first.name) ? 'voice' : /\.(mp4|webm)$/i.test(first.name) ? 'video' : 'paper',
  })
  return stored.ok ? ok(stored.value[0]?.id ?? null) : stored
}
