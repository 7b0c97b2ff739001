/** CUS-06, 个人信息保护法 15: taken back as easily as given; what rests on it stops at once. */
import type { PurposeView, withdrawConsent as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { endConsent } from './consent-entry.ts'
import { lockConsent } from './store-consents.ts'
import { loadPersonData } from '../store-persons.ts'
import { purposeView } from './views-consents.ts'

export async function withdrawConsent(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<PurposeView>> {
  const consent = await lockConsent(tx.db, tx.actor.tenantId, params.consentId)
  const person = consent && (await loadPersonData(tx.db, tx.actor, 'privacy.record', consent.person_id))
  if (!person) return refuse('request.not_found')
  const ended = await endConsent(tx, consent, { ...body, personId: person.id })
  return ended.ok ? purposeView(tx, person.id, consent.purpose) : ended
}
