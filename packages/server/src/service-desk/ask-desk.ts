/** SRV-01: another row asks the desk to speak with a customer: a request that waits to be taken. */
import { loadPerson } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { openRequest } from './open-request.ts'
import { phoneOf } from './store-persons.ts'

type Asked = { readonly personId: string; readonly subject: string; readonly text: string }

export async function askDesk(tx: Tx, { personId, subject, text }: Asked): Promise<void> {
  const person = await loadPerson(tx.db, tx.actor.tenantId, personId)
  if (!person) return
  await openRequest(tx, {
    id: newId(),
    kind: 'enquiry',
    channel: 'phone',
    receivedAt: tx.now,
    automatic: false,
    person: { id: personId, villageCode: person.villageCode },
    contact: { name: person.name, phone: await phoneOf(tx, personId), email: '', openid: '' },
    subject,
    policy: null,
    origin: null,
    concernedIds: [],
    text,
    languageSaid: null,
    files: [],
    sender: null,
    taken: null,
  })
}
