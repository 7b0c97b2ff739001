/**
 * NTF-02: tells people what happened with their case, once per event, by the channel that reaches them. Where no
 * telephone does, the chain ends in a task to write or to go there. A repetition tells nothing.
 */
import { tellsOfDeath } from '@anpei/domain/claims'
import { printedMinute } from '@anpei/domain/notifications'
import type { StoredEvent } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { staffName } from '../../identity/index.ts'
import { notify } from '../../notifications/index.ts'
import { noticesFor, type NoticeSaid } from './notices-for.ts'
import { claimOfErrand, type ClaimRecord } from '../store-claims.ts'
import { reportOfErrand, type ReportRecord, type ReportTold } from '../reports/store-reports.ts'

export async function tellPeople(tx: Tx, event: StoredEvent): Promise<void> {
  if (event.subjectKind === 'report') return tellReporter(tx, event)
  const claim = await claimOfErrand(tx, event.subjectId)
  if (!claim) return
  for (const said of await noticesFor(tx, claim, event)) await tellOfClaim(tx, claim, event, said)
}

async function tellOfClaim(tx: Tx, claim: ClaimRecord, event: StoredEvent, said: NoticeSaid): Promise<void> {
  const told: ReportTold = JSON.parse(tx.vault.openText(claim.salt, claim.sealed))
  await notify(tx, {
    personId: claim.personId,
    occasion: said.occasion ?? `${said.template}:${event.id}`,
    leavesAt: said.leavesAt,
    template: said.template,
    facts: said.facts,
    subject: { kind: 'claim', id: claim.id },
    otherPhone: told.reporter.phone || null,
    otherName: told.reporter.name,
    toFamily: tellsOfDeath(claim.kinds, told.accident.diedOn),
  })
}

/** A report that opened a claim is told with the claim. */
async function tellReporter(tx: Tx, event: StoredEvent): Promise<void> {
  const report = await reportOfErrand(tx, event.subjectId)
  if (!report || report.state === 'registered') return
  const { told, personId, id } = report
  const { template, facts } = await receivedNotice(tx, report)
  if (personId === null && told.reporter.phone === '') return
  await notify(tx, {
    personId,
    occasion: `${template}:${event.id}`,
    template,
    facts,
    subject: { kind: 'report', id },
    otherPhone: told.reporter.phone || null,
    otherName: told.reporter.name,
    toFamily: tellsOfDeath(told.accident.kinds, told.accident.diedOn),
  })
}

/** T11: with the number an online reporter is told who sees to it and until when. */
async function receivedNotice(tx: Tx, report: ReportRecord): Promise<NoticeSaid> {
  const { reportNo, ownerId, dueAt } = report
  if (ownerId === null || dueAt === null) return { template: 'report_received', facts: { reportNo } }
  const owner = await staffName(tx.db, tx.actor.tenantId, ownerId)
  return { template: 'report_owned', facts: { reportNo, owner, lookBy: printedMinute(dueAt) } }
}
