/** CUS-06: a consent over the counter, with its proof: the signed paper, or the recording. */
import type { giveConsent as route, PurposeView } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { CONSENT_WAYS } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { storePapers } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { enterConsent } from './consent-entry.ts'
import { loadPersonData } from '../store-persons.ts'
import { purposeView } from './views-consents.ts'

export async function giveConsent(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<PurposeView>> {
  const person = await loadPersonData(tx.db, tx.actor, 'privacy.record', params.personId)
  if (!person) return refuse('request.not_found')
  const given = await enterConsent(tx, { personId: person.id, ...body, accountId: null }, async (consentId) => {
    if (files.length === 0) return refuse('customers.consent_proof_missing')
    const stored = await storePapers(tx, {
      subject: { kind: 'consent', id: consentId },
      personId: person.id,
      channel: 'counter',
      receivedAt: tx.now,
      papers: [{ code: 'consent', title: `${CONSENT_WAYS[body.givenHow]}同意`, files }],
      sort: body.givenHow === 'voice' ? 'voice' : 'paper',
    })
    return stored.ok ? ok(stored.value[0]?.id ?? null) : stored
  })
  return given.ok ? purposeView(tx, person.id, given.value.id) : given
}
