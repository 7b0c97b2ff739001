/**
 * NTF-01: e-mail over SMTP. The Message-ID is made of our number, so that a mail sent again after a crash is the same
 * mail to whoever sorts by it. A mailbox the server refuses (5xx) is refused for good.
 */
import type { Transporter } from 'nodemailer'
import { need, oneByOne, type Gateway, type GatewaySettings, type Outgoing, type Taken } from './gateway.ts'

const PATIENCE_MS = 10_000

export function smtpGateway({ settings, secrets }: GatewaySettings, patienceMs = PATIENCE_MS): Gateway {
  const host = need(settings, 'host')
  const from = need(settings, 'from')
  const user = settings['user'] ?? ''
  const options = {
    host,
    port: Number(settings['port'] ?? '465'),
    secure: settings['security'] !== 'starttls' && settings['security'] !== 'none',
    requireTLS: settings['security'] === 'starttls',
    ignoreTLS: settings['security'] === 'none',
    ...(user === '' ? {} : { auth: { user, pass: need(secrets, 'password') } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    pool: true,
    maxConnections: 5,
  } as const
  const domain = from.replace(/^.*@/, '').replace(/>$/, '')
  const sendBy = async (transport: Transporter, message: Outgoing): Promise<Taken> => {
    const messageId = `<${message.id}@${domain}>`
    const { attachment } = message
    try {
      const sent = await transport.sendMail({
        from,
        to: message.to,
        subject: message.title,
        text: message.text,
        html: largeType(message.title, message.text),
        messageId,
        ...(attachment ? { attachments: [{ filename: attachment.fileName, content: attachment.pdf }] } : {}),
        // No human wrote it: out-of-office notes and other machines leave it alone (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      return { id: message.id, taken: true, providerNo: sent.messageId }
    } catch (fault) {
      const code = fault instanceof Error && 'responseCode' in fault ? Number(fault.responseCode) : 0
      if (code < 500) throw fault
      return { id: message.id, taken: false, forGood: true, fault: `邮件服务器不收（${code}）` }
    }
  }
  return {
    async send(messages) {
      // Only who has a mail server needs the library in memory.
      const { createTransport } = await import('nodemailer')
      const transport = createTransport(options)
      try {
        return await oneByOne((message) => sendBy(transport, message)).send(messages)
      } finally {
        transport.close()
      }
    },
  }
}

/** Elders read this: large type, one column, nothing else. */
function largeType(title: string, text: string): string {
  const plain = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const lines = plain(text).replace(/\n/g, '<br>')
  return (
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${plain(title)}</title>` +
    '<body style="font-family:sans-serif;font-size:22px;line-height:1.8;color:#111;max-width:36em;margin:1em auto">' +
    `<h1 style="font-size:26px">${plain(title)}</h1><p>${lines}</p></body></html>`
  )
}
