/** CLM-01: turns a verified report into claims, one for every cover of the person in force on the accident day. */
import type { registerReport as route, ReportStand } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideRegistration, looksLikeSameEvent, reportLifecycle } from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { loadPerson } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { coversOnDay } from '../../programme/index.ts'
import { openClaims } from './open-claims.ts'
import { settleReport } from '../settle-clocks.ts'
import { findReport, lookAlikesOf, saveReport } from './store-reports.ts'

export async function registerReport(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ReportStand>> {
  const { tenantId } = tx.actor
  const report = await findReport(tx, params.reportId, true)
  if (!report.ok) return report
  const { personId, told, reportNo } = report.value
  const moved = transition(reportLifecycle, 'register', report.value.state)
  if (!moved.ok) return moved
  if (!personId) return refuse('report.person_unknown')
  const { accidentOn, diedOn, knownOn, kinds } = told.accident
  const [person, covers, lookAlikes] = await Promise.all([
    loadPerson(tx.db, tenantId, personId),
    coversOnDay(tx.db, tenantId, personId, accidentOn),
    lookAlikesOf(tx.db, tenantId, personId, accidentOn, params.reportId),
  ])
  if (!person) return refuse('report.person_unknown')
  const sameDay = lookAlikes.filter(
    (one) => one.accidentOn === accidentOn && looksLikeSameEvent(one.accidentOn, accidentOn),
  )
  const decision = decideRegistration({
    today: dayOfInstant(tx.now),
    accidentOn,
    diedOn,
    knownOn,
    kinds,
    person,
    covers,
    openedFor: sameDay.flatMap((one) => one.programmeId ?? []),
  })
  if (!decision.ok) return decision
  await saveReport(tx, report.value, { transition: moved.value })
  tx.record({
    name: 'report.handled',
    subject: { kind: 'report', id: params.reportId },
    personId,
    facts: { outcome: 'registered' },
  })
  await settleReport(tx, params.reportId)
  const opening = {
    reportId: params.reportId,
    personId,
    villageCode: person.villageCode,
    careMarks: person.careMarks,
    receivedAt: report.value.receivedAt,
    told,
  }
  const claims = await openClaims(
    tx,
    opening,
    covers.filter((cover) => decision.value.includes(cover.programmeId)),
  )
  return ok({
    id: params.reportId,
    reportNo,
    state: moved.value.to,
    stateWord: reportLifecycle.states[moved.value.to].zh,
    claims,
  })
}
