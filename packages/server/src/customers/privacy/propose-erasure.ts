/**
 * CUS-07, CUS-10, 个人信息保护法 47: a deletion that was asked for is proposed to a second person when nothing binds; while
 * the law has us keep the data, it is refused with the day, and the answer is to stop every other use.
 */
import type { DataRequestView, proposeErasure as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { decideDestruction } from '@anpei/domain/customers'
import { dayOfInstant, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import type { PersonalDataSource } from '../personal-data.ts'
import { bindingsOf } from './retention-binding.ts'
import { findRequest, saveRequest } from './store-data-requests.ts'
import { hasWaitingRun, insertRun } from './store-retention.ts'
import { requestView } from './views-data-requests.ts'

export async function proposeErasure(
  tx: Tx,
  { params }: Pick<Input<typeof route>, 'params'>,
  sources: readonly PersonalDataSource[],
): Promise<Decision<DataRequestView>> {
  const request = await findRequest(tx, params.requestId, true)
  if (!request) return refuse('request.not_found')
  if (request.kind !== 'delete' || request.state !== 'verified') return refuse('customers.request_nothing_done')
  if (await hasWaitingRun(tx.db, tx.actor.tenantId, { requestId: request.id })) {
    return refuse('customers.retention_waiting')
  }
  const [binding] = await bindingsOf(tx, sources, sql`p.id = ${request.person_id}`)
  if (!binding) return refuse('customers.retention_nothing_due')
  // Asked for by the person: the time we would keep it by our own choice does not bind.
  const own = binding.byLaw ? binding : { ...binding, keptUntil: null }
  const allowed = decideDestruction(own)
  if (!allowed.ok) return allowed
  const id = newId()
  const runNo = await tx.app.numbers.draw(tx.db, 'destruction', tx.now)
  const rule = { title: '本人请求删除', basis: `个人信息保护法第四十七条；请求 ${request.request_no}` }
  const items = [{ subjectId: request.person_id, endedOn: binding.endedOn }]
  await insertRun(tx, {
    id,
    runNo,
    class: 'person',
    rule,
    beforeOn: dayOfInstant(tx.now),
    requestId: request.id,
    items,
  })
  await saveRequest(tx, request, { runId: id })
  tx.record({
    name: 'retention.proposed',
    subject: { kind: 'retention_run', id },
    facts: { runNo, class: 'person', count: 1, requestId: request.id },
  })
  return requestView(tx, request.id)
}
