/**
 * SRV-12: the guided assistant hands a dialogue over to the desk with what was said in it, so that nobody says anything
 * twice. The customer goes on in the chat of the same key.
 */
import type { Tx } from '../../http/index.ts'
import { takeIn } from '../channels/take-in.ts'
import { transcriptOf, type SpokenLine } from './transcript.ts'

export async function handOverDialogue(
  tx: Tx,
  dialogue: { readonly id: string; readonly lines: readonly SpokenLine[] },
) {
  const { requestNo } = await takeIn(tx, {
    channel: 'chat',
    messageId: `${dialogue.id}:handed`,
    conversationKey: dialogue.id,
    from: {},
    receivedAt: tx.now,
    subject: '助手转人工',
    text: transcriptOf(dialogue.lines),
    files: [],
    automatic: false,
  })
  return `已转给客服，编号 ${requestNo}。您刚才说的都带过去了，不用再说一遍。`
}
