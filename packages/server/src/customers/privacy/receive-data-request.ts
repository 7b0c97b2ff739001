/** CUS-07: somebody asks about personal data at the counter, by telephone, by letter or mail. */
import type { DataRequestView, receiveDataRequest as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { parsePhone } from '@anpei/domain/customers'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { enterDataRequest } from './data-request-entry.ts'
import { loadPersonData } from '../store-persons.ts'
import { requestView } from './views-data-requests.ts'

export async function receiveDataRequest(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<DataRequestView>> {
  const person = await loadPersonData(tx.db, tx.actor, 'privacy.record', params.personId)
  if (!person) return refuse('request.not_found')
  const phone = body.phone === '' ? null : parsePhone(body.phone)
  if (phone && !phone.ok) return phone
  const entered = await enterDataRequest(tx, {
    person: { id: person.id, diedOn: person.died_on },
    kind: body.kind,
    asker: body.asker,
    channel: body.channel,
    accountId: null,
    told: {
      asks: body.asks,
      askerName: body.askerName || (body.asker === 'self' ? person.name : ''),
      relation: body.relation,
      phone: phone?.value.phone ?? '',
      checked: '',
      answer: '',
    },
  })
  return entered.ok ? requestView(tx, entered.value) : entered
}
