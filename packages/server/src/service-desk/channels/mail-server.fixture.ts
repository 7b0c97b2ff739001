/** Real servers for tests of mail: IMAP with mails that lie there, and SMTP that keeps what it is handed. */
import { createRequire } from 'node:module'
import { once } from 'node:events'
import type { Server } from 'node:net'
import { SMTPServer } from 'smtp-server'

type ImapServer = {
  listen(port: number, done: () => void): void
  close(done: () => void): void
  server: Server
  appendMessage(folder: string, flags: string[], internalDate: string, raw: string): void
  getMailbox(folder: string): { uidvalidity: number; uidnext: number; messages: unknown[] }
}
type OpenImap = (options: {
  plugins: string[]
  storage: Record<string, unknown>
  users: Record<string, { password: string }>
}) => ImapServer

// No types come with it.
const openImap: OpenImap = createRequire(import.meta.url)('hoodiecrow-imap')

export type ImapFixture = {
  readonly port: number
  /** A mail arrives; its lines are in the bytes they say. */
  arrive(raw: Buffer, at: string): void
  /** The server forgets its counting, as after a repair. */
  countAnew(uidValidity: number): void
  close(): Promise<void>
}

/** `port` 0 = any. Whoever is named may sign in with the password `pw`; all see one inbox. */
export async function startImap(user: string, port = 0, kept: readonly [Buffer, string][] = []): Promise<ImapFixture> {
  const server = openImap({
    plugins: ['ID', 'SASL-IR', 'AUTH-PLAIN', 'LITERALPLUS', 'UNSELECT'],
    storage: { INBOX: {} },
    users: { [user]: { password: 'pw' } },
  })
  await new Promise<void>((done) => {
    server.listen(port, done)
  })
  const sockets = new Set<{ destroy(): void }>()
  server.server.on('connection', (socket) => sockets.add(socket))
  const arrive = (raw: Buffer, at: string) => {
    server.appendMessage('INBOX', [], imapDate(at), raw.toString('binary'))
  }
  for (const [raw, at] of kept) arrive(raw, at)
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    arrive,
    countAnew(uidValidity) {
      server.getMailbox('INBOX').uidvalidity = uidValidity
    },
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  }
}

function imapDate(at: string): string {
  const [, month, day, year, time] = /^\w+ (\w+) (\d+) (\d+) ([\d:]+)/.exec(
    new Date(at).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+).*$/, '$1 $3 $2 $4 $5'),
  ) ?? ['', 'Jan', '01', '2026', '00:00:00']
  return `${day}-${month}-${year} ${time} +0000`
}

export type SmtpFixture = { readonly port: number; readonly mails: string[]; close(): Promise<void> }

/** Addresses that begin with `gone` do not exist. */
export async function startSmtp(): Promise<SmtpFixture> {
  const mails: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => {
      done(auth.password === 'pw' ? null : new Error('no'), { user: auth.username })
    },
    onRcptTo: ({ address }, _session, done) => {
      done(address.startsWith('gone') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null)
    },
    onData: (stream, _session, done) => {
      let text = ''
      stream.on('data', (chunk) => (text += chunk))
      stream.on('end', () => {
        mails.push(text)
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    mails,
    close: () => new Promise((done) => server.close(() => done())),
  }
}

/** Settings of a mailbox at these servers. */
export function mailServers(user: string, imapPort: number, smtpPort: number) {
  return {
    imapHost: '127.0.0.1',
    imapPort,
    imapSecurity: 'none' as const,
    smtpHost: '127.0.0.1',
    smtpPort,
    smtpSecurity: 'none' as const,
    folder: 'INBOX',
    user,
  }
}
