/** Once a night: dialogues with the assistant and questions nobody asked again are forgotten after their time. */
import type { Tx } from '../http/index.ts'
import { forgetMissesBefore } from './store-asked.ts'
import { forgetDialoguesBefore } from './store-dialogues.ts'

const DAY_MS = 86_400_000
const DIALOGUE_DAYS = 30
const MISS_DAYS = 365

export async function tendKnowledge(tx: Tx): Promise<void> {
  const before = (days: number) => new Date(Date.parse(tx.now) - days * DAY_MS).toISOString()
  await forgetDialoguesBefore(tx.db, tx.actor.tenantId, before(DIALOGUE_DAYS))
  await forgetMissesBefore(tx.db, tx.actor.tenantId, before(MISS_DAYS))
}
