/** SRV-08: what it was about, by the topics of config/topics.json. */
import type { Input } from '@anpei/contract/kernel'
import type { classifyRequest as route, RequestStand } from '@anpei/contract/service-desk'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { deskTopics } from './desk-data.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function classifyRequest(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RequestStand>> {
  if (!deskTopics().some((topic) => topic.code === body.topic)) return refuse('desk.topic_unknown')
  const found = await lockToWork(tx, params.requestId)
  if (!found.ok) return found
  const { id, state, personId } = found.value
  saveWork(tx, found.value, { topic: body.topic })
  tx.record({ name: 'request.classified', subject: { kind: 'request', id }, personId, facts: { topic: body.topic } })
  return standOf(tx, found.value, state)
}
