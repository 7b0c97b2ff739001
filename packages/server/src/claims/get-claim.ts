/** The claim page: everything about one case, masked, with what the signed-in person may do (CLM-08…12, 20, 21). */
import type { Assessment, ClaimView, getClaim as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import {
  claimCan,
  claimLifecycle,
  closingDebts,
  decisionCan,
  documentItems,
  isOwnCase,
  lineLifecycle,
  paymentLifecycle,
  PERSON_PAPER_CODES,
  type ClosingFacts,
} from '@anpei/domain/claims'
import { maskPhone } from '@anpei/domain/customers'
import { WARNING_WORDS } from '@anpei/domain/documents'
import { holds, ok, refuse, stateOf, type Decision } from '@anpei/domain/kernel'
import { steeringOf } from '../customers/index.ts'
import { papersOf } from '../documents/index.ts'
import type { Tx } from '../http/index.ts'
import { deathCoverOf, loadVersion } from '../programme/index.ts'
import { definitionsOf, timeLeftBy, type TellLeft } from '../sla/index.ts'
import { ageToday, openPerson, toClaimRow } from './claim-rows.ts'
import { readPageParts, readPageRow, type PageColumns, type PageParts } from './claim-page.ts'
import { finishOf } from './finish-of.ts'
import { assessmentView } from './assessment/assessment-view.ts'
import {
  clocksView,
  documentsView,
  lettersView,
  linesView,
  messagesView,
  othersView,
  payeesView,
  paymentView,
  proposalView,
  supplementsView,
  tasksView,
  weAskView,
} from './page-views.ts'
import { latestAssessment } from './assessment/store-assessments.ts'
import type { ReportTold } from './reports/store-reports.ts'

export async function getClaim(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ClaimView>> {
  const { tenantId } = tx.actor
  const row = await readPageRow(tx, params.claimId)
  if (!row) return refuse('request.not_found')
  const [parts, papers, made, version, finish, left, { titleOf }, deathCover] = await Promise.all([
    readPageParts(tx, row.id),
    papersOf(tx.db, tenantId, [row.id, row.report_id], { id: row.person_id, codes: PERSON_PAPER_CODES }),
    latestAssessment(tx.db, tenantId, tx.vault, row.id),
    loadVersion(tx.db, tenantId, row.version_id),
    finishOf(tx, row.id, row.due_at),
    timeLeftBy(tx),
    definitionsOf(tx),
    row.kinds.includes('death') ? deathCoverOf(tx, row.programme_id, row.person_id) : null,
  ])
  const told: ReportTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  const items = documentItems({
    lists: version.documents,
    kinds: row.kinds,
    vehicle: row.vehicle,
    cause: told.accident.cause,
    papers,
    waivedCodes: parts.waivers ?? [],
    accountConfirmed: (parts.payees ?? []).some((payee) => payee.state === 'confirmed'),
  })
  const warningWords = (codes: readonly (keyof typeof WARNING_WORDS)[]) => codes.map((code) => WARNING_WORDS[code])
  const documents = documentsView(items, warningWords, weAskView(tx, parts.weAsk, left))
  const clocks = clocksView(parts.clocks ?? [], left, titleOf, row.institution_id)
  return ok({
    ...viewOf(tx, row, parts, told, documents, made ? seenBy(tx, assessmentView(made)) : null, left),
    clocks,
    finish,
    deathCover,
  })
}

/** Why a case is routed as it is, the risk score too, is for those who judge it. */
function seenBy(tx: Tx, assessment: Assessment): Assessment {
  const judges = holds(tx.actor, 'claim.assess') || holds(tx.actor, 'claim.approve')
  return judges ? assessment : { ...assessment, routing: null }
}

function viewOf(
  tx: Tx,
  row: PageColumns,
  parts: PageParts,
  told: ReportTold,
  documents: ClaimView['documents'],
  assessment: Assessment | null,
  left: TellLeft,
): Omit<ClaimView, 'clocks' | 'finish' | 'deathCover'> {
  const secrets = openPerson(tx.vault, row)
  const base = toClaimRow(row, tx.now, tx.vault, left, secrets.idNumber)
  const of = {
    claimId: row.id,
    claimNo: row.claim_no,
    personId: row.person_id,
    personName: row.person_name,
    personSalt: row.person_salt,
  }
  return {
    ...base,
    reportId: row.report_id,
    reportNo: row.report_no,
    personId: row.person_id,
    age: ageToday(row, tx.now),
    phoneMasked: secrets.phone ? maskPhone(secrets.phone) : '',
    careMarks: row.care_marks,
    careHints: [...steeringOf(tx.now, { birthOn: row.person_birth_on, careMarks: row.care_marks }).hints],
    programme: {
      id: row.programme_id,
      name: row.programme,
      versionNo: row.version_no,
      effectiveFrom: row.effective_from,
    },
    accident: told.accident,
    vehicle: told.accident.vehicle,
    reporter: {
      name: told.reporter.name,
      phoneMasked: maskPhone(told.reporter.phone),
      relation: told.reporter.relation,
    },
    requestedAt: row.requested_at,
    papersCompletedAt: row.papers_completed_at,
    decidedAt: row.decided_at,
    closedAt: row.closed_at,
    closingReason: row.closing_reason,
    revision: row.revision,
    lines: linesView(parts.lines ?? []),
    documents,
    tasks: tasksView(tx, parts.tasks ?? [], left),
    supplements: supplementsView(parts.supplements ?? []),
    assessment,
    proposal:
      parts.proposal &&
      proposalView(tx, parts.proposal, isOwnCase(tx.actor, { personId: row.person_id }, told.reporter)),
    payments: (parts.payments ?? []).map((payment) => paymentView(tx, of, payment, left)),
    letters: lettersView(parts.letters ?? []),
    messages: messagesView(tx, parts.messages),
    payees: payeesView(tx, row.person_salt, parts.payees ?? []),
    debts: closingDebts(closingFacts(parts)),
    otherClaims: othersView(parts.others ?? []),
    can: canOf(tx, { ...base, personId: row.person_id }, told),
  }
}

function canOf(tx: Tx, claim: Pick<ClaimView, 'state' | 'personId' | 'owner'>, told: ReportTold): string[] {
  const { actor } = tx
  const open = claimLifecycle.states[claim.state].phase === 'open'
  return [
    ...claimCan(claim, actor, told.reporter),
    ...decisionCan(claim, actor, told.reporter),
    ...(open && claim.owner === null && holds(actor, 'claim.review') && !isOwnCase(actor, claim, told.reporter)
      ? ['takeClaim']
      : []),
    ...(open && holds(actor, 'claim.assign') ? ['assignClaim'] : []),
  ]
}

function closingFacts(parts: PageParts): ClosingFacts {
  const lines = linesView(parts.lines ?? [])
  return {
    lines: lines.map((line) => ({
      title: line.title,
      state: stateOf(lineLifecycle, line.state),
      reserveFen: BigInt(line.reserveFen),
    })),
    openTasks: (parts.tasks ?? []).filter((task) => task.state === 'open').map((task) => task.title),
    undeliveredLetters: lettersView(parts.letters ?? [])
      .filter((letter) => letter.deliveredAt === null)
      .map((letter) => letter.title),
    openMessages: (parts.messages ?? []).filter((one) => one.answered_at === null).length,
    openSupplements: (parts.supplements ?? []).filter((one) => one.arrived_at === null).length,
    unpaidPayments: (parts.payments ?? [])
      .filter((one) => paymentLifecycle.states[stateOf(paymentLifecycle, one.state)].phase === 'open')
      .map((one) => one.payment_no),
    openRecoveries: parts.recoveries ?? [],
    openLitigations: parts.litigations ?? [],
  }
}
