/** NTF-02: notes how a person wants to be told, and with whom one letter is enough. */
import type { PreferenceView, saveNoticePreference as route } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { NOTICE_CHANNELS } from '@anpei/domain/notifications'
import { loadPerson } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { getPreference } from './get-preference.ts'
import { joinHousehold, preferenceOf, savePreference } from './store-preferences.ts'

export async function savePreferenceOf(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<PreferenceView>> {
  const { tenantId, id: changedBy } = tx.actor
  const { personId } = params
  const both = body.preferred.find((channel) => body.refused.includes(channel))
  if (both) return refuse('notifications.wish_contradicts', { channel: NOTICE_CHANNELS[both] })
  const other = body.householdWith ?? null
  const [person, neighbour, known] = await Promise.all([
    loadPerson(tx.db, tenantId, personId),
    other === null ? null : loadPerson(tx.db, tenantId, other),
    preferenceOf(tx.db, tenantId, tx.vault, personId),
  ])
  if (!person || neighbour === undefined || other === personId) return refuse('request.not_found')
  const by = { changedBy, changedAt: tx.now }
  let { householdId } = known
  if (body.householdWith === null) householdId = null
  if (neighbour) {
    const theirs = await preferenceOf(tx.db, tenantId, tx.vault, neighbour.id)
    householdId = theirs.householdId ?? householdId ?? newId()
    if (theirs.householdId === null) await joinHousehold(tx.db, tenantId, tx.vault, neighbour.id, householdId, by)
  }
  await savePreference(tx.db, tenantId, tx.vault, personId, {
    preferred: body.preferred,
    refused: body.refused,
    wechatOpenId: body.wechatOpenId === undefined ? known.wechatOpenId : body.wechatOpenId || null,
    email: body.email === undefined ? known.email : body.email,
    householdId,
    ...by,
  })
  tx.record({
    name: 'person.notice_wish_changed',
    subject: { kind: 'person', id: personId },
    personId,
    facts: { preferred: body.preferred, refused: body.refused },
  })
  return getPreference(tx, { params })
}
