/**
 * CUS-09: whom data are to be given to is entered with the confidentiality agreement, and waits for a second person.
 */
import type { proposeSharing as route, SharingEntry } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { storePapers } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { purposes } from './privacy-lists.ts'
import { insertSharing } from './store-sharing.ts'
import { sharingView } from './views-sharing.ts'

export async function proposeSharing(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<SharingEntry>> {
  if (!purposes().some((one) => one.id === body.purpose)) return refuse('customers.purpose_unknown')
  if (body.toOn < body.fromOn) return refuse('customers.sharing_period')
  if (files.length === 0) return refuse('customers.sharing_agreement_missing')
  const id = newId()
  const stored = await storePapers(tx, {
    subject: { kind: 'sharing_entry', id },
    personId: null,
    channel: 'counter',
    receivedAt: tx.now,
    papers: [{ code: 'agreement', title: '保密协议', files }],
  })
  if (!stored.ok) return stored
  const [paper] = stored.value
  if (!paper) return refuse('customers.sharing_agreement_missing')
  await insertSharing(tx, { id, ...body, agreementDocumentId: paper.id })
  tx.record({
    name: 'sharing.proposed',
    subject: { kind: 'sharing_entry', id },
    facts: { kind: body.kind, purpose: body.purpose, fromOn: body.fromOn, toOn: body.toOn },
  })
  return sharingView(tx, id)
}
