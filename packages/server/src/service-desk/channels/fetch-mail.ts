/**
 * SRV-03: reads what is new in a mailbox, in its order, each mail in a transaction of its own. A server that is away is
 * noted and asked again a minute later, for as long as it takes: then everything comes, once, with the time the server
 * got it. Mails from before the mailbox was set up are not ours to answer.
 */
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, type App } from '../../http/index.ts'
import type { JobPayload } from '../../jobs/index.ts'
import { mailFault, openInbox, type Inbox, type Listed } from './imap.ts'
import { MAIL_TASK } from './mail-task.ts'
import { readMail } from './read-mail.ts'
import { mailboxById, noteLook, type Mailbox } from './store-mailboxes.ts'
import { takeMail } from './take-mail.ts'

/** A job ends; what is left is the next one's. */
const MOST_MAILS = 500
const MOST_BYTES = 30 * 1024 * 1024
/** Of larger mails only this much is fetched: the words stand first. */
const CUT_BYTES = 1024 * 1024

export async function fetchMail(app: App, { tenantId, mailboxId }: JobPayload): Promise<void> {
  if (typeof mailboxId !== 'string') throw new Error('no mailbox to read')
  const actor = systemActor(tenantId, 'channel:email')
  const mailbox = await systemWrite(app, actor, (tx) => mailboxById(tx, mailboxId))
  if (!mailbox?.active) return
  const look = await lookInto(app, tenantId, mailbox)
  await systemWrite(app, actor, async (tx) => {
    await noteLook(tx, mailboxId, look.fault)
    if (look.isMore) tx.enqueue({ task: MAIL_TASK, payload: { mailboxId }, queue: `mail:${mailboxId}` })
  })
  if (look.ours) throw look.ours
}

/** `ours`: not the server's fault but ours, to be reported; the mail is read again. */
type Look = { readonly fault: string | null; readonly isMore: boolean; readonly ours?: unknown }

async function lookInto(app: App, tenantId: number, mailbox: Mailbox): Promise<Look> {
  let inbox: Inbox
  let listed: readonly Listed[]
  try {
    inbox = await openInbox(mailbox)
  } catch (fault) {
    return { fault: mailFault(fault), isMore: false }
  }
  try {
    const after = mailbox.uidValidity === inbox.uidValidity ? mailbox.lastUid : 0
    listed = await inbox.list(after, mailbox.readFrom)
    for (const one of listed.slice(0, MOST_MAILS)) {
      const bytes = await inbox.fetch(one.uid, one.bytes > MOST_BYTES ? CUT_BYTES : MOST_BYTES)
      // Deleted meanwhile by a person.
      if (!bytes) continue
      const ours = await take(app, tenantId, mailbox, inbox.uidValidity, one, bytes)
      if (ours) return { fault: '处理一封邮件时出错，会再试', isMore: false, ours }
    }
    return { fault: null, isMore: listed.length > MOST_MAILS }
  } catch (fault) {
    return { fault: mailFault(fault), isMore: false }
  } finally {
    await inbox.close()
  }
}

/** What went wrong on our side, if anything. */
async function take(
  app: App,
  tenantId: number,
  mailbox: Mailbox,
  uidValidity: string,
  { uid, bytes, arrivedAt }: Listed,
  raw: Buffer,
): Promise<unknown> {
  const mail = await readMail(raw, bytes > MOST_BYTES).catch(() => null)
  try {
    await systemWrite(app, systemActor(tenantId, 'channel:email'), (tx) =>
      takeMail(tx, { mailboxId: mailbox.id, uidValidity, uid, bytes, arrivedAt, mail }),
    )
    return undefined
  } catch (fault) {
    return fault
  }
}
