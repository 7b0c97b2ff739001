/** SRV-03: a mailbox over IMAP, opened for reading only: nothing is marked, moved or deleted there. */
import type { MailServers } from './store-mailboxes.ts'

const PATIENCE_MS = 20_000

export type Login = { readonly servers: MailServers; readonly password: string }
export type Listed = { readonly uid: number; readonly bytes: number; readonly arrivedAt: string }
export type Inbox = {
  /** Changes when the server counts its mails anew. */
  readonly uidValidity: string
  /** How many mails lie there. */
  readonly exists: number
  /** Mails after this one that came on this day or later, in order. */
  list(afterUid: number, since: string): Promise<readonly Listed[]>
  /** The mail, or its first `mostBytes`. */
  fetch(uid: number, mostBytes: number): Promise<Buffer | null>
  close(): Promise<void>
}

export async function openInbox({ servers, password }: Login, patienceMs = PATIENCE_MS): Promise<Inbox> {
  // Only who has a mailbox needs the library in memory.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host: servers.imapHost,
    port: servers.imapPort,
    secure: servers.imapSecurity === 'tls',
    doSTARTTLS: servers.imapSecurity === 'starttls',
    auth: { user: servers.user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs * 3,
  })
  // A connection that breaks is told by the call that waits for it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const box = await client.mailboxOpen(servers.folder, { readOnly: true })
    return {
      uidValidity: String(box.uidValidity),
      exists: box.exists,
      async list(afterUid, since) {
        if (box.exists === 0) return []
        const day = new Date(Date.parse(since) - 24 * 3_600_000)
        const found = await client.search({ uid: `${afterUid + 1}:*`, since: day }, { uid: true })
        // `n:*` always names the last mail, also when it lies before n.
        const uids = (found || []).filter((uid) => uid > afterUid).sort((a, b) => a - b)
        const listed: Listed[] = []
        for (let at = 0; at < uids.length; at += 200) {
          const some = uids.slice(at, at + 200).join(',')
          for await (const one of client.fetch(some, { uid: true, size: true, internalDate: true }, { uid: true })) {
            listed.push({
              uid: one.uid,
              bytes: one.size ?? 0,
              arrivedAt: new Date(one.internalDate ?? since).toISOString(),
            })
          }
        }
        return listed.filter((one) => one.arrivedAt >= since).sort((a, b) => a.uid - b.uid)
      },
      async fetch(uid, mostBytes) {
        const one = await client.fetchOne(String(uid), { source: { start: 0, maxLength: mostBytes } }, { uid: true })
        return (one && one.source) || null
      },
      close: () => client.logout().catch(() => client.close()),
    }
  } catch (fault) {
    client.close()
    throw fault
  }
}

/** What a mail server's fault is, in words without personal values. */
export function mailFault(fault: unknown): string {
  if (!(fault instanceof Error)) return '邮件服务器出错'
  if ('authenticationFailed' in fault && fault.authenticationFailed) return '用户名或密码不对'
  const code = 'code' in fault ? String(fault.code) : ''
  if (code === 'EAUTH') return '用户名或密码不对'
  if (/TIMEOUT|ETIMEDOUT/i.test(code)) return '邮件服务器没有在限时内答复'
  if (/^(E[A-Z]+|NoConnection|ClosedAfterConnect\w*)$/.test(code)) return `邮件服务器连接不上（${code}）`
  return `邮件服务器出错（${fault.name}）`
}
