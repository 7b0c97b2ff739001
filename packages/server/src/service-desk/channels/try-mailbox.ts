/**
 * SRV-03: tries a mailbox, saved or about to be: signs in to both servers and says in words what does not work. Nothing
 * is sent, nothing is read.
 */
import type { tryMailbox as route } from '@anpei/contract/service-desk'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { mailFault, openInbox, type Login } from './imap.ts'
import { openSmtp } from './smtp.ts'
import { mailboxById } from './store-mailboxes.ts'

const PATIENCE_MS = 8000

export async function tryMailbox(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { id, password, ...servers } = body
  const known = id === null ? undefined : await mailboxById(tx, id)
  const secret = password === '' ? (known?.password ?? '') : password
  if (secret === '') return refuse('desk.mailbox_password')
  const login: Login = { servers, password: secret }
  const [incoming, outgoing] = await Promise.all([tryIncoming(login), tryOutgoing(login)])
  return ok({ incoming, outgoing })
}

type Tried = Answer<typeof route>['incoming']

async function tryIncoming(login: Login): Promise<Tried> {
  try {
    const inbox = await openInbox(login, PATIENCE_MS)
    await inbox.close()
    return { works: true, words: `能收信，“${login.servers.folder}”里有 ${inbox.exists} 封` }
  } catch (fault) {
    return { works: false, words: mailFault(fault) }
  }
}

async function tryOutgoing(login: Login): Promise<Tried> {
  const transport = await openSmtp(login, PATIENCE_MS)
  try {
    await transport.verify()
    return { works: true, words: '能发信' }
  } catch (fault) {
    return { works: false, words: mailFault(fault) }
  } finally {
    transport.close()
  }
}
