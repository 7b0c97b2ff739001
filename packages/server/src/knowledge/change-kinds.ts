/** ORG-05: what happens when the second person confirms a change of the synonyms (SRV-06). */
import { checkSynonyms, type SynonymGroup } from '@anpei/domain/knowledge'
import { NOBODY_ID, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { z } from 'zod'
import type { Tx } from '../http/index.ts'
import type { ChangeKind, ChangeKinds, ConfirmedChange } from '../identity/index.ts'
import { REINDEX } from './reindex-task.ts'
import { insertSynonyms } from './store-synonyms.ts'
import { synonymsNow } from './synonyms-now.ts'

export const SYNONYMS_CHANGE = 'knowledge.synonyms'
/** There is one table a tenant: one change of it waits at a time. */
export const SYNONYMS_SUBJECT = NOBODY_ID

export const knowledgeChangeKinds: ChangeKinds = new Map<string, ChangeKind>([
  [
    SYNONYMS_CHANGE,
    {
      zh: '知识库同义词',
      check: 'knowledge.publish',
      labels: { version: '所改的版本', words: '词（改前为去掉的，改后为加上的）', reason: '理由' },
      apply: applySynonyms,
    },
  ],
])

const Groups = z.array(z.object({ head: z.string(), words: z.array(z.string()) }))

async function applySynonyms(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const { tenantId, id } = tx.actor
  const now = await synonymsNow(tx.app, tx.db, tenantId)
  // What was put forward stands on a version; another one has been confirmed meanwhile.
  if (now.version !== change.before['version']) return refuse('request.stale')
  const checked = checkSynonyms(Groups.parse(change.sealed))
  if (!checked.ok) return checked
  const version = now.version + 1
  await insertSynonyms(tx.db, tenantId, {
    version,
    groups: checked.value,
    madeById: change.madeBy,
    confirmedById: id,
    at: tx.now,
  })
  tx.record({
    name: 'knowledge.synonyms_changed',
    subject: { kind: 'knowledge_synonyms', id: SYNONYMS_SUBJECT },
    facts: { version },
  })
  tx.enqueue({ task: REINDEX, payload: { version }, queue: `knowledge-${tenantId}` })
  return ok(null)
}

/** `拐杖→助行器`: the word and the head it stands under. */
export function wordsThatDiffer(
  before: readonly SynonymGroup[],
  after: readonly SynonymGroup[],
): { gone: string[]; come: string[] } {
  const was = new Set(pairsOf(before))
  const is = new Set(pairsOf(after))
  return { gone: [...was].filter((pair) => !is.has(pair)), come: [...is].filter((pair) => !was.has(pair)) }
}

function pairsOf(groups: readonly SynonymGroup[]): string[] {
  return groups.flatMap(({ head, words }) => [head, ...words.map((word) => `${word}→${head}`)])
}
