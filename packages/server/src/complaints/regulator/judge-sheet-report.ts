/** CMP-11: a report leaves only when somebody who did not draft it has approved it. */
import type { judgeSheetReport as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideJudge, regulatorLifecycle } from '@anpei/domain/complaints'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { saveComplaint } from '../work-on.ts'
import { lockSheet, sheetStand } from './sheet-stand.ts'
import { sheetStepWriting } from './store-sheets.ts'

export async function judgeSheetReport(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockSheet(tx, params.sheetId, 'complaint.approve')
  if (!locked.ok) return locked
  const { complaint, sheet } = locked.value
  const another = decideJudge(tx.actor.id, [sheet.draftedBy])
  if (!another.ok) return another
  const step = transition(regulatorLifecycle, body.approve ? 'approve' : 'return', sheet.state)
  if (!step.ok) return step
  if (!body.approve && body.judgement === '') return refuse('complaint.judgement_missing')
  tx.record({
    name: body.approve ? 'regulator_case.approved' : 'regulator_case.returned',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { sheetNo: sheet.sheetNo },
  })
  await settleComplaint(tx, complaint.id)
  saveComplaint(tx, complaint, {}, [
    sheetStepWriting(tx, complaint, sheet, step.value, { told: { judgement: body.judgement } }),
  ])
  return ok(sheetStand(sheet.id, complaint, step.value.to))
}
