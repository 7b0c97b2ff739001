/**
 * CLM-01: corrects what was told while the report is open; the event says that it was corrected, not what about whom.
 */
import type { amendReport as route, ReportStand } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideReport, reportLifecycle } from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { matchPerson } from './match-person.ts'
import { institutionOfReport } from '../owner.ts'
import { findReport, saveReport } from './store-reports.ts'

export async function amendReport(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ReportStand>> {
  const report = await findReport(tx, params.reportId, true)
  if (!report.ok) return report
  const { state, reportNo } = report.value
  if (reportLifecycle.states[state].phase === 'ended') {
    return refuse('lifecycle.not_possible', { case: '报案', state: reportLifecycle.states[state].zh, act: '更正' })
  }
  const matched = await matchPerson(tx, body)
  if (!matched.ok) return matched
  const person = matched.value
  const { accident } = body
  const stands = decideReport({ today: dayOfInstant(tx.now), ...accident, person })
  if (!stands.ok) return stands
  const villageCode = person ? person.villageCode : report.value.villageCode
  const told = {
    statedName: body.statedName,
    statedIdNumber: person ? '' : body.statedIdNumber,
    reporter: body.reporter,
    accident,
  }
  await saveReport(tx, report.value, {
    told,
    institutionId: await institutionOfReport(tx, accident.placeText, villageCode),
    ...(person ? { personId: person.id, villageCode } : {}),
  })
  tx.record({
    name: 'report.amended',
    subject: { kind: 'report', id: params.reportId },
    personId: person?.id ?? report.value.personId,
    facts: { accidentOn: accident.accidentOn },
  })
  return ok({ id: params.reportId, reportNo, state, stateWord: reportLifecycle.states[state].zh, claims: [] })
}
