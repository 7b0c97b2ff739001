/**
 * SRV-03: an answer leaves from the mailbox its thread came to, within the thread, with our number in the subject and
 * our loop mark. Its Message-ID is made of our number, so that a repetition is the same mail, and what comes back to it
 * finds it. A tenant without a mailbox answers by the gateway of notices.
 */
import { replySubject } from '@anpei/domain/service-desk'
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../../http/index.ts'
import type { ChannelSender, Reply, ReplySent } from './channel-sender.ts'
import { gatewaySender } from './gateway-sender.ts'
import { mailFault } from './imap.ts'
import { LOOP_HEADER } from './read-mail.ts'
import { openSmtp } from './smtp.ts'
import { insertDeparture, lastOfThread, type MailTold } from './store-mail.ts'
import { mailboxesOf, type Mailbox } from './store-mailboxes.ts'

const byGateway = gatewaySender('email')
const MOST_REFERENCES = 20

export const emailSender: ChannelSender = {
  async send(app, reply) {
    const way = await systemWrite(app, systemActor(reply.tenantId, 'channel:email'), (tx) => wayOf(tx, reply))
    return way ? sendFrom(way, reply) : byGateway.send(app, reply)
  },
}

type Way = { readonly mailbox: Mailbox; readonly messageId: string; readonly last: MailTold | null }

async function wayOf(tx: Tx, reply: Reply): Promise<Way | null> {
  const known = reply.conversationKey === null ? null : await lastOfThread(tx, reply.conversationKey)
  const active = (await mailboxesOf(tx)).filter((one) => one.active)
  const mailbox = active.find((one) => one.id === known?.mailboxId) ?? active[0]
  if (!mailbox) return null
  const messageId = `<${reply.id}@${mailbox.address.replace(/^.*@/, '')}>`
  const thread = reply.conversationKey ?? messageId
  await insertDeparture(tx, { replyId: reply.id, mailboxId: mailbox.id, messageId, thread })
  return { mailbox, messageId, last: known?.told ?? null }
}

async function sendFrom({ mailbox, messageId, last }: Way, reply: Reply): Promise<ReplySent> {
  const transport = await openSmtp(mailbox)
  try {
    const sent = await transport.sendMail({
      from: { name: mailbox.name, address: mailbox.address },
      to: reply.to.email,
      subject: replySubject(last?.subject || reply.subject, reply.requestNo),
      text: reply.text,
      messageId,
      ...(last
        ? { inReplyTo: last.messageId, references: [...last.references, last.messageId].slice(-MOST_REFERENCES) }
        : {}),
      headers: { [LOOP_HEADER]: mailbox.address },
      attachments: reply.files.map(({ name, mediaType, bytes }) => ({
        filename: name,
        contentType: mediaType,
        content: bytes,
      })),
    })
    return { sent: true, providerNo: sent.messageId }
  } catch (fault) {
    const code = fault instanceof Error && 'responseCode' in fault ? Number(fault.responseCode) : 0
    // 535: the password is our matter, not the recipient's.
    const forGood = code >= 500 && code !== 535
    return { sent: false, forGood, fault: code > 0 ? `邮件服务器不收（${code}）` : mailFault(fault) }
  } finally {
    transport.close()
  }
}
