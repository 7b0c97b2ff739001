/** ORG-01: what an insurer outside says, written down by a person with how he came to know. */
import type { AssistStand, noteOutsideProgress as route } from '@anpei/contract/assist'
import type { Input } from '@anpei/contract/kernel'
import { decideNote } from '@anpei/domain/assist'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { settleAssist } from './settle-assist.ts'
import { standOf } from './stand.ts'
import { lockAssist, saveAssist } from './store.ts'

export async function noteOutsideProgress(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<AssistStand>> {
  const locked = await lockAssist(tx, params.assistId)
  if (!locked.ok) return locked
  const assist = locked.value
  const caseNo = body.outsideClaimNo || assist.outsideClaimNo || ''
  const { step, payableFen, paidFen } = body
  const decided = decideNote({ ...assist, caseNo, step, payableFen, paidFen })
  if (!decided.ok) return decided
  const before = assist.progress[0]
  const progress =
    caseNo === ''
      ? []
      : [
          {
            claimNo: caseNo,
            state: step,
            payableFen: payableFen ?? before?.payableFen ?? null,
            paidFen: paidFen ?? before?.paidFen ?? null,
            letters: [],
          },
        ]
  await saveAssist(tx, assist.id, {
    transition: decided.value,
    progress,
    ...(caseNo === '' ? {} : { outsideClaimNo: caseNo }),
  })
  tx.record({
    name: 'assist.noted',
    subject: { kind: 'assisted_claim', id: assist.id },
    reason: body.reason,
    facts: { step, payableFen, paidFen },
  })
  await settleAssist(tx, assist.id)
  return ok(standOf(assist, decided.value?.to ?? assist.state))
}
