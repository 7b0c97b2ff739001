/** How much one browser and one line may say: a chat has no account behind it (ORG-04). */
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { countAttempt } from '../../identity/index.ts'

const MOST_OF_A_CHAT = 60
const MOST_OF_A_LINE = 600
const MINUTES = 10

/** Null while there is room; a whole village may stand behind one line. */
export async function fullChat(tx: Tx, chat: string): Promise<Decision<never> | null> {
  const minutes = await countAttempt(tx, [
    { what: 'chat', key: chat, most: MOST_OF_A_CHAT, minutes: MINUTES },
    { what: 'chat_line', key: tx.actor.source, most: MOST_OF_A_LINE, minutes: MINUTES },
  ])
  return minutes > 0 ? refuse('request.too_many', { minutes }) : null
}
