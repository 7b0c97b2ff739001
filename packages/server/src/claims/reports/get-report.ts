/** A report with what registering it would open, and what looks like the same event (CLM-01). */
import type { getReport as route, ReportView } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { claimLifecycle, reportLifecycle } from '@anpei/domain/claims'
import { maskIdNumber, maskPhone } from '@anpei/domain/customers'
import { ageOn, dayOfInstant, holds, ok, stateOf, transitionsFrom, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { personSummaries } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { coversOnDay } from '../../programme/index.ts'
import { timeLeftBy } from '../../sla/index.ts'
import { channelOf } from './channel-of.ts'
import { claimsOfReport, findReport, lookAlikesOf, type LookAlike, type ReportRecord } from './store-reports.ts'

export async function getReport(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ReportView>> {
  const found = await findReport(tx, params.reportId)
  if (!found.ok) return found
  const report = found.value
  const { tenantId } = tx.actor
  const { personId, accidentOn, told } = report
  const [claims, persons, covers, lookAlikes, place, left] = await Promise.all([
    claimsOfReport(tx.db, tenantId, report.id),
    personId ? personSummaries(tx, [personId]) : [],
    personId && accidentOn ? coversOnDay(tx.db, tenantId, personId, accidentOn) : [],
    personId && accidentOn ? lookAlikesOf(tx.db, tenantId, personId, accidentOn, report.id) : [],
    placeNames(tx, report),
    timeLeftBy(tx),
  ])
  const person = persons[0]
  return ok({
    id: report.id,
    reportNo: report.reportNo,
    state: report.state,
    stateWord: reportLifecycle.states[report.state].zh,
    channel: channelOf(report.channel),
    receivedAt: report.receivedAt,
    recordedAt: report.recordedAt,
    person: person
      ? {
          id: person.id,
          name: person.name,
          idNumberMasked: person.idNumberMasked,
          age: ageOn(person.birthOn, dayOfInstant(tx.now)),
          villageName: person.villageName,
        }
      : null,
    statedName: told.statedName,
    statedIdNumberMasked: told.statedIdNumber ? maskIdNumber(told.statedIdNumber) : '',
    reporter: {
      name: told.reporter.name,
      phoneMasked: maskPhone(told.reporter.phone),
      relation: told.reporter.relation,
    },
    accident: told.accident,
    covers: covers.map((cover) => ({
      programmeId: cover.programmeId,
      programme: cover.programme,
      covered: cover.covered,
      from: cover.from,
      to: cover.to,
    })),
    lookAlikes: lookAlikes.map((one) => ({
      id: one.id,
      kind: one.kind,
      no: one.no,
      accidentOn: one.accidentOn,
      stateWord: stateWord(one),
    })),
    claims,
    ...place,
    dueAt: report.dueAt,
    timeLeft: left(report.dueAt, report.dueClock),
    closingReason: report.closingReason,
    can: canOf(tx, report),
  })
}

async function placeNames(tx: Tx, report: ReportRecord): Promise<Pick<ReportView, 'owner' | 'institutionName'>> {
  const { rows } = await sql<{ institution: string; owner: string | null }>`
    select i.name as institution, u.name as owner from institution i
    left join staff_user u on u.tenant_id = i.tenant_id and u.id = ${report.ownerId}
    where i.tenant_id = ${tx.actor.tenantId} and i.id = ${report.institutionId}`.execute(tx.db)
  const { ownerId } = report
  const name = rows[0]?.owner
  return { institutionName: rows[0]?.institution ?? '', owner: ownerId && name ? { id: ownerId, name } : null }
}

function stateWord(one: LookAlike): string {
  return one.kind === 'claim'
    ? claimLifecycle.states[stateOf(claimLifecycle, one.state)].zh
    : reportLifecycle.states[stateOf(reportLifecycle, one.state)].zh
}

function canOf(tx: Tx, report: ReportRecord): string[] {
  const can: string[] = transitionsFrom(reportLifecycle, report.state).filter(() => holds(tx.actor, 'report.verify'))
  if (reportLifecycle.states[report.state].phase === 'open' && holds(tx.actor, 'report.create')) can.push('amend')
  return can
}
