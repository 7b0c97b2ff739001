/** CMP-11: the written report to the regulator is drafted, as often as it takes. */
import type { draftSheetReport as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { regulatorLifecycle } from '@anpei/domain/complaints'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { saveComplaint } from '../work-on.ts'
import { lockSheet, sheetStand } from './sheet-stand.ts'
import { sheetStepWriting } from './store-sheets.ts'

export async function draftSheetReport(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockSheet(tx, params.sheetId, 'complaint.regulator')
  if (!locked.ok) return locked
  const { complaint, sheet } = locked.value
  const step = transition(regulatorLifecycle, 'draft', sheet.state)
  if (!step.ok) return step
  tx.record({
    name: 'regulator_case.drafted',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { sheetNo: sheet.sheetNo },
  })
  await settleComplaint(tx, complaint.id)
  saveComplaint(tx, complaint, {}, [
    sheetStepWriting(tx, complaint, sheet, step.value, { told: { report: body.report, judgement: '' } }),
  ])
  return ok(sheetStand(sheet.id, complaint, step.value.to))
}
