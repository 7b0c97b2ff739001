/**
 * SRV-03: sets a mailbox up or changes it. A password that is left out stays; one mailbox per address. What moved to
 * another server, folder or user is counted anew there by its own numbers.
 */
import type { MailboxView, saveMailbox as route } from '@anpei/contract/service-desk'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { mailboxView } from './mailbox-view.ts'
import { mailboxById, saveMailboxRow } from './store-mailboxes.ts'

export async function saveMailbox(tx: Tx, { body }: Input<typeof route>): Promise<Decision<MailboxView>> {
  const { id, name, address, active, password, ...servers } = body
  const known = id === null ? undefined : await mailboxById(tx, id)
  if (id !== null && !known) return refuse('request.not_found')
  const secret = password === '' ? (known?.password ?? '') : password
  if (secret === '') return refuse('desk.mailbox_password')
  const lower = address.toLowerCase()
  const savedId = await saveMailboxRow(tx, { id, name, address: lower, servers, password: secret, active })
  if (savedId === null) return refuse('desk.mailbox_twice', { address: lower })
  tx.record({
    name: 'desk.mailbox_set',
    subject: { kind: 'mailbox', id: savedId },
    facts: { active, password: password === '' ? 'kept' : 'changed' },
  })
  const saved = await mailboxById(tx, savedId)
  if (!saved) throw new Error('a mailbox that was saved is gone')
  return ok(mailboxView(saved, tx.actor.name, []))
}
