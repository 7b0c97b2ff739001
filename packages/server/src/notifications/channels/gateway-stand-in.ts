/**
 * NTF-01, NTF-03: the local stand-in keeps what it was handed, so that it can be looked at on a screen, and gives
 * receipts later. At the rates of config/channels.json it rejects, loses and repeats; what befalls a message follows
 * from its number, so that the same message sent again fares the same.
 */
import { createHash } from 'node:crypto'
import { systemActor } from '@anpei/domain/kernel'
import type { NoticeChannel, ReceiptStatus, StandInRates } from '@anpei/domain/notifications'
import { systemWrite, type App } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import type { Gateway, Taken } from './gateway.ts'
import { insertDeliveries } from './store-stand-in.ts'

export function standInGateway(app: App, tenantId: number, rates: StandInRates): Gateway {
  return {
    async send(messages) {
      const fates = messages.map((message) => ({ message, fate: fateOf(message.id, message.channel, rates) }))
      const kept = fates.filter(({ fate }) => !fate.rejected)
      await systemWrite(app, systemActor(tenantId, 'stand-in'), (tx) =>
        insertDeliveries(
          tx.db,
          tenantId,
          kept.map(({ message, fate }) => {
            const salt = tx.vault.newSalt()
            const said = message.channel === 'voice' ? message.voice : message.text
            const text = message.attachment ? `${said}\n附件：${message.attachment.fileName}` : said
            return {
              id: newId(),
              attemptId: message.id,
              channel: message.channel,
              recipientMasked: message.recipientMasked,
              salt,
              sealed: tx.vault.seal(salt, JSON.stringify({ to: message.to, text })),
              at: tx.now,
              receipts: fate.receipts,
              receiptAt: new Date(Date.parse(tx.now) + fate.delayMs).toISOString(),
            }
          }),
        ),
      )
      return fates.map(({ message: { id }, fate }): Taken => {
        if (fate.rejected) return { id, taken: false, forGood: true, fault: '号码不存在（替身）' }
        return { id, taken: true, providerNo: null }
      })
    },
  }
}

type Fate = { readonly rejected: boolean; readonly receipts: readonly ReceiptStatus[]; readonly delayMs: number }

function fateOf(id: string, channel: NoticeChannel, rates: StandInRates): Fate {
  const bytes = createHash('sha256').update(id).digest()
  const chance = (at: number) => bytes.readUInt16BE(at) % 10_000
  const seen: ReceiptStatus = channel === 'voice' ? 'answered' : 'read'
  const isSeen = chance(0) < rates.readBps && channel !== 'sms'
  const once: readonly ReceiptStatus[] = isSeen ? ['delivered', seen] : ['delivered']
  const lost = chance(2) < rates.loseBps
  const twice = chance(4) < rates.duplicateBps
  return {
    rejected: chance(6) < rates.rejectBps,
    receipts: lost ? [] : twice ? [...once, ...once] : once,
    delayMs: rates.delaySeconds * 1000,
  }
}
