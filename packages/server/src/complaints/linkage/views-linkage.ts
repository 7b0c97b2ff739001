/** CMP-12: the list of signals, each with its reason, its complaints and what was decided about them before. */
import type { listComplaintLinks as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideCoordination, LINK_SIGNALS, LINK_VERDICTS, type Signal } from '@anpei/domain/complaints'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { standOf } from '../stand.ts'
import { daysAgo, findSignals } from './find-signals.ts'
import { decisionsSince, type Compared, type Decided } from './store-linkage.ts'

const MOST_SHOWN = 200

export async function listComplaintLinks(
  tx: Tx,
  { query }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const [{ signals, byId, capped }, decisions] = await Promise.all([
    findSignals(tx, query.days),
    decisionsSince(tx, daysAgo(tx, query.days)),
  ])
  const items = signals.map((signal) => {
    const complaints = signal.complaintIds.flatMap((id) => byId.get(id) ?? [])
    return {
      kind: signal.kind,
      kindWord: LINK_SIGNALS[signal.kind],
      reason: signal.reason,
      complaints: complaints.map((one) => ({
        ...standOf(one, one.state),
        name: one.told.complainant.name || (one.personName ?? '未留姓名'),
        receivedAt: one.receivedAt,
        responsibleName: one.responsibleName,
      })),
      decided: decidedOf(signal, decisions),
      canDecide: complaints.every((one) => mayCoordinate(tx, one)),
    }
  })
  const shown = query.show === 'all' ? items : items.filter((one) => one.decided?.fresh !== 0)
  return ok({ compared: byId.size, capped, items: shown.slice(0, MOST_SHOWN) })
}

function mayCoordinate(tx: Tx, one: Compared): boolean {
  return decideCoordination(tx.actor, one, one.coordinatorId).ok
}

/** The last decision that speaks of at least two of them; somebody new makes the signal open again. */
function decidedOf({ kind, complaintIds }: Signal, decisions: readonly Decided[]) {
  const last = decisions.find(
    (one) => one.kind === kind && complaintIds.filter((id) => one.complaintIds.includes(id)).length > 1,
  )
  if (!last) return null
  const { verdict, by, at, told } = last
  const fresh = complaintIds.filter((id) => !last.complaintIds.includes(id)).length
  return { verdict, verdictWord: LINK_VERDICTS[verdict], reason: told.reason, by, at, fresh }
}
