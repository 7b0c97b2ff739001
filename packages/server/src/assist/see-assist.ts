/** ORG-01: the new steps of a case have been looked at; its mark in the list goes. */
import type { AssistStand, seeAssist as route } from '@anpei/contract/assist'
import type { Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { standOf } from './stand.ts'
import { clearNews, findAssist } from './store.ts'

export async function seeAssist(tx: Tx, { params }: Input<typeof route>): Promise<Decision<AssistStand>> {
  const found = await findAssist(tx, params.assistId)
  if (!found.ok) return found
  if (found.value.news > 0) await clearNews(tx, params.assistId)
  return ok(standOf(found.value, found.value.state))
}
