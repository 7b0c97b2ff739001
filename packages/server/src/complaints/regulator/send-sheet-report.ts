/** CMP-11, T39: the report went to the regulator in the form demanded, with its proof. */
import type { sendSheetReport as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { regulatorLifecycle } from '@anpei/domain/complaints'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { EVIDENCE, keepPapers } from '../keep-papers.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { saveComplaint } from '../work-on.ts'
import { lockSheet, sheetStand } from './sheet-stand.ts'
import { sheetStepWriting } from './store-sheets.ts'

export async function sendSheetReport(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockSheet(tx, params.sheetId, 'complaint.regulator')
  if (!locked.ok) return locked
  const { complaint, sheet } = locked.value
  const step = transition(regulatorLifecycle, 'report', sheet.state)
  if (!step.ok) return step
  const kept = await keepPapers(tx, complaint, EVIDENCE, tx.now, files)
  if (!kept.ok) return kept
  tx.record({
    name: 'regulator_case.reported',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { sheetNo: sheet.sheetNo },
  })
  await settleComplaint(tx, complaint.id)
  saveComplaint(tx, complaint, {}, [
    sheetStepWriting(tx, complaint, sheet, step.value, { told: { sent: body.sent }, documentIds: kept.value }),
  ])
  return ok(sheetStand(sheet.id, complaint, step.value.to))
}
