/**
 * SRV-02: what the customer speaks, as it was heard: who speaks it sees the request first and stands first among those
 * it can be handed to. What was heard goes before a care mark.
 */
import type { Input } from '@anpei/contract/kernel'
import type { RequestStand, setRequestLanguage as route } from '@anpei/contract/service-desk'
import { LANGUAGES } from '@anpei/domain/identity'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function setRequestLanguage(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<RequestStand>> {
  const found = await lockToWork(tx, params.requestId)
  if (!found.ok) return found
  const { id, state, personId } = found.value
  const { language } = body
  saveWork(tx, found.value, { languageSaid: language })
  const languageWord = language === null ? '什么话，按客户资料' : LANGUAGES[language]
  tx.record({ name: 'request.language_set', subject: { kind: 'request', id }, personId, facts: { languageWord } })
  return standOf(tx, found.value, state)
}
