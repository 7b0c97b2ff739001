/** CUS-06, 个人信息保护法 44: who never agreed says no to what would go on until then; it counts at once. */
import type { PurposeView, refuseUse as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { sayNo } from './consent-entry.ts'
import { loadPersonData } from '../store-persons.ts'
import { purposeView } from './views-consents.ts'

export async function refuseUse(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<PurposeView>> {
  const person = await loadPersonData(tx.db, tx.actor, 'privacy.record', params.personId)
  if (!person) return refuse('request.not_found')
  const said = await sayNo(tx, { personId: person.id, ...body, accountId: null })
  return said.ok ? purposeView(tx, person.id, body.purpose) : said
}
