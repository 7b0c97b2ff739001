/** The synonyms in force, and whether a change of them waits (SRV-06). */
import type { getSynonyms as route } from '@anpei/contract/knowledge'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { waitingChangesOf } from '../identity/index.ts'
import { SYNONYMS_SUBJECT } from './change-kinds.ts'
import { synonymsNow } from './synonyms-now.ts'

export async function getSynonyms(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = tx.actor
  const [now, waiting] = await Promise.all([
    synonymsNow(tx.app, tx.db, tenantId),
    waitingChangesOf(tx.db, tenantId, SYNONYMS_SUBJECT),
  ])
  return ok({
    version: now.version,
    groups: now.groups.map(({ head, words }) => ({ head, words: [...words] })),
    waiting: waiting.length > 0,
    applying: !now.applied,
  })
}
