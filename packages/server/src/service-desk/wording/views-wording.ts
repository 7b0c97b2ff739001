/** The rules of wording in force, whether a change of them waits, and who changed them before (SRV-10). */
import type { getWordingRules as route } from '@anpei/contract/service-desk'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { waitingChangesOf } from '../../identity/index.ts'
import { WORDING_SUBJECT } from './change-kinds.ts'
import { wordingVersions } from './store-wording.ts'
import { wordingNow } from './wording-now.ts'

export async function getWordingRules(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const [now, earlier, waiting] = await Promise.all([
    wordingNow(tx),
    wordingVersions(tx),
    waitingChangesOf(tx.db, tx.actor.tenantId, WORDING_SUBJECT),
  ])
  return ok({ ...now, earlier, waiting: waiting.length > 0 })
}
