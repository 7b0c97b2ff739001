/** Hands words of ours to their channel; a fault is told by its kind only: what it says may hold personal values. */
import type { App } from '../../http/index.ts'
import type { Reply, ReplySent } from './channel-sender.ts'
import { senderOf } from './registry.ts'

const NO_SENDER: ReplySent = { sent: false, forGood: true, fault: '这个渠道还不能发送' }

export async function tryToSend(app: App, reply: Reply): Promise<ReplySent> {
  const sender = senderOf(reply.channel)
  if (!sender) return NO_SENDER
  try {
    return await sender.send(app, reply)
  } catch (fault) {
    return { sent: false, forGood: false, fault: fault instanceof Error ? fault.name : 'fault' }
  }
}
