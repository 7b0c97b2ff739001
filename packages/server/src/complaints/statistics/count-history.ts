/** CMP-13: a file of past complaints has been read: what came with it is in the counted figures at once. */
import type { Tx } from '../../http/index.ts'
import { countHistoryOf } from './store-figures.ts'

export async function countHistory({ db, actor, now }: Tx): Promise<void> {
  await countHistoryOf(db, actor.tenantId, now)
}
