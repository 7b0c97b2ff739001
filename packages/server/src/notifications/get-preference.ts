/** NTF-02: how a person wants to be told; addresses masked. */
import type { getNoticePreference as route, PreferenceView } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { loadPerson } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { maskedOf } from './person-to-tell.ts'
import { householdOf, preferenceOf } from './store-preferences.ts'

export async function getPreference(
  tx: Tx,
  { params }: Pick<Input<typeof route>, 'params'>,
): Promise<Decision<PreferenceView>> {
  const { tenantId } = tx.actor
  const [person, wish] = await Promise.all([
    loadPerson(tx.db, tenantId, params.personId),
    preferenceOf(tx.db, tenantId, tx.vault, params.personId),
  ])
  if (!person) return refuse('request.not_found')
  const household = wish.householdId === null ? [] : await householdOf(tx.db, tenantId, wish.householdId)
  return ok({
    preferred: [...wish.preferred],
    refused: [...wish.refused],
    hasWechat: wish.wechatOpenId !== null,
    emailMasked: wish.email === null ? '' : maskedOf({ channel: 'email', to: wish.email }),
    household: household.filter((one) => one.personId !== person.id),
    changedAt: wish.changedAt,
  })
}
