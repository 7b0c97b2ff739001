/** PRG-05: what came of asking the family of somebody who died: reached, claimed, no accident, or not reachable. */
import type { moveOutreach as route, OutreachView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import { outreachLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { loadOutreach, saveOutreach } from './store-outreaches.ts'
import { outreachAnswer } from './views-outreaches.ts'

export async function moveOutreach(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<OutreachView>> {
  const { db, actor } = tx
  const outreach = await loadOutreach(db, actor, params.outreachId)
  if (!outreach) return refuse('request.not_found')
  const next = transition(outreachLifecycle, body.act, stateOf(outreachLifecycle, outreach.state))
  if (!next.ok) return next
  const ended = outreachLifecycle.states[next.value.to].phase === 'ended' ? tx.now : null
  await saveOutreach(db, actor.tenantId, outreach.id, next.value, body.note, actor.id, ended)
  tx.record({
    name: 'outreach.moved',
    subject: { kind: 'outreach', id: outreach.id },
    personId: outreach.person_id,
    facts: { state: next.value.to },
  })
  return outreachAnswer(tx, outreach.id)
}
