/**
 * CLM-01: truth and completeness: this is the person, nothing contradicts, and it is or is not the same event as
 * another.
 */
import type { ReportStand, verifyReport as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideReport, reportLifecycle } from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { loadPerson } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { institutionOfReport } from '../owner.ts'
import { findReport, saveReport } from './store-reports.ts'

export async function verifyReport(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ReportStand>> {
  const [report, person] = await Promise.all([
    findReport(tx, params.reportId, true),
    loadPerson(tx.db, tx.actor.tenantId, body.personId),
  ])
  if (!report.ok) return report
  if (!person) return refuse('request.not_found')
  if (person.mergedInto) return refuse('report.person_merged')
  const moved = transition(reportLifecycle, 'verify', report.value.state)
  if (!moved.ok) return moved
  const { accident } = report.value.told
  const stands = decideReport({ today: dayOfInstant(tx.now), ...accident, person })
  if (!stands.ok) return stands
  await saveReport(tx, report.value, {
    transition: moved.value,
    personId: person.id,
    villageCode: person.villageCode,
    institutionId: await institutionOfReport(tx, accident.placeText, person.villageCode),
    duplicateOf: body.sameEventAs,
    told: { ...report.value.told, statedIdNumber: '' },
  })
  tx.record({
    name: 'report.verified',
    subject: { kind: 'report', id: params.reportId },
    personId: person.id,
    facts: { sameEventAs: body.sameEventAs },
  })
  return ok({
    id: params.reportId,
    reportNo: report.value.reportNo,
    state: moved.value.to,
    stateWord: reportLifecycle.states[moved.value.to].zh,
    claims: [],
  })
}
