/** What an account of the portal asked for: newest first (POR-03). */
import type { portalMyVisits } from '@anpei/contract/visits'
import type { Answer } from '@anpei/contract/kernel'
import { transition } from '@anpei/domain/kernel'
import { visitLifecycle } from '@anpei/domain/visits'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { itemsOf } from './item-view.ts'
import { visitScope, visitsWhere } from './store.ts'

const MOST = 30

export async function visitsOfAccount(tx: Tx): Promise<Answer<typeof portalMyVisits>['items']> {
  const own = sql`${visitScope(tx.actor, 'portal.own')} order by v.requested_at desc, v.id desc limit ${MOST}`
  const items = await itemsOf(tx, await visitsWhere(tx, own))
  return items.map(({ id, visitNo, kind, state, stateWord, name, when, visitorName }) => {
    const canCancel = transition(visitLifecycle, 'cancel', state).ok
    return { id, visitNo, kind, state, stateWord, name, when, visitorName, canCancel }
  })
}
