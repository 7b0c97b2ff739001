/**
 * SRV-06: a film for an article, kept as every file is: looked at for what it holds, scanned, sealed. It is seen by
 * readers with the article that names it, once that is published.
 */
import type { uploadFilm as route } from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { FILM_PATH } from '@anpei/domain/knowledge'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { storePapers } from '../documents/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'

export const FILM_SUBJECT = 'knowledge_film'

export async function uploadFilm(
  tx: Tx,
  _: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const subject = { kind: FILM_SUBJECT, id: newId() }
  const stored = await storePapers(tx, {
    subject,
    personId: null,
    channel: 'counter',
    receivedAt: tx.now,
    papers: [{ code: FILM_SUBJECT, title: '视频', files: files.slice(0, 1) }],
    apart: true,
    sort: 'video',
  })
  if (!stored.ok) return stored
  const fileId = stored.value[0]?.fileIds[0]
  if (fileId === undefined) return refuse('file.none')
  tx.record({ name: 'knowledge.film_kept', subject })
  return ok({ videoUrl: `${FILM_PATH}${fileId}` })
}
