/** CBK-02: what a callback opened is done when somebody has written down what came of it. */
import type { finishFollowUp as route, FollowUpView } from '@anpei/contract/callbacks'
import type { Input } from '@anpei/contract/kernel'
import { followUpLifecycle } from '@anpei/domain/callbacks'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { followUpView } from './follow-up-view.ts'
import { recordCallback } from './record-callback.ts'
import { endFollowUp, followUpsWhere } from './store-follow-ups.ts'
import { lockCallback } from './store.ts'

export async function finishFollowUp(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<FollowUpView>> {
  const [row] = await followUpsWhere(tx, sql`f.id = ${params.followUpId} for update of f`)
  const callback = row && (await lockCallback(tx, row.callbackId, 'callback.make'))
  if (!row || !callback?.ok) return refuse('request.not_found')
  const moved = transition(followUpLifecycle, 'finish', row.state)
  if (!moved.ok) return moved
  await endFollowUp(tx, row, { moved: moved.value, result: body.result, made: null })
  recordCallback(tx, callback.value, 'callback.follow_up_done', { facts: { followUpId: row.id, kind: row.kind } })
  const [done] = await followUpsWhere(tx, sql`f.id = ${row.id}`)
  return done ? ok(followUpView(tx, done)) : refuse('request.not_found')
}
