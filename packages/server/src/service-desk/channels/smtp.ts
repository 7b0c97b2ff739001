/** SRV-03: the way out of a mailbox. */
import type { Transporter } from 'nodemailer'
import type { Login } from './imap.ts'

const PATIENCE_MS = 20_000

export async function openSmtp({ servers, password }: Login, patienceMs = PATIENCE_MS): Promise<Transporter> {
  // Only who has a mailbox needs the library in memory.
  const { createTransport } = await import('nodemailer')
  return createTransport({
    host: servers.smtpHost,
    port: servers.smtpPort,
    secure: servers.smtpSecurity === 'tls',
    requireTLS: servers.smtpSecurity === 'starttls',
    ignoreTLS: servers.smtpSecurity === 'none',
    auth: { user: servers.user, pass: password },
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  })
}
