/**
 * SRV-12: the guided assistant hands a dialogue over to the desk with what was said in it, so that nobody says anything
 * twice. The customer goes on in the chat of the same key.
 */
import type { Tx } from '../../http/index.ts'
import { takeIn } from '../channels/take-in.ts'

type Line = { readonly who: 'asker' | 'machine'; readonly text: string }

export async function handOverDialogue(tx: Tx, dialogue: { readonly id: string; readonly lines: readonly Line[] }) {
  const said = dialogue.lines.map(({ who, text }) => `${who === 'asker' ? '客户' : '助手'}：${text}`)
  const { requestNo } = await takeIn(tx, {
    channel: 'chat',
    messageId: `${dialogue.id}:handed`,
    conversationKey: dialogue.id,
    from: {},
    receivedAt: tx.now,
    subject: '助手转人工',
    text: said.join('\n').slice(-9000) || '客户请人工服务',
    files: [],
    automatic: false,
  })
  return `已转给客服，编号 ${requestNo}。您刚才说的都带过去了，不用再说一遍。`
}
