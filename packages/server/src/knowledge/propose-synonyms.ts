/** SRV-06, ORG-05: a change of the synonyms is put forward; the second person sees which words come and go. */
import type { proposeSynonyms as route } from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { checkSynonyms } from '@anpei/domain/knowledge'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { proposeChange } from '../identity/index.ts'
import { SYNONYMS_CHANGE, SYNONYMS_SUBJECT, wordsThatDiffer } from './change-kinds.ts'
import { synonymsNow } from './synonyms-now.ts'

export async function proposeSynonyms(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const checked = checkSynonyms(body.groups)
  if (!checked.ok) return checked
  const now = await synonymsNow(tx.app, tx.db, tx.actor.tenantId)
  if (now.version !== body.version) return refuse('request.stale')
  const { gone, come } = wordsThatDiffer(now.groups, checked.value)
  if (gone.length + come.length === 0) return refuse('identity.nothing_changed')
  return proposeChange(tx, {
    kind: SYNONYMS_CHANGE,
    subject: { kind: 'knowledge_synonyms', id: SYNONYMS_SUBJECT },
    title: `知识库同义词（第 ${now.version} 版）`,
    before: { version: now.version, words: gone.join('，') },
    after: { version: now.version, words: come.join('，'), reason: body.reason },
    sealed: checked.value,
  })
}
