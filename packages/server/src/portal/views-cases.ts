/** What a family sees of its cases: the list, one case, the sum, the accounts. */
import type { ClaimView } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import type {
  portalMyCases as portalMyCasesRoute,
  portalClaim as portalClaimRoute,
  portalWorking as portalWorkingRoute,
  portalPayees as portalPayeesRoute,
  portalApplication as portalApplicationRoute,
} from '@anpei/contract/portal'
import { payeeLifecycle } from '@anpei/domain/customers'
import { dayOfInstant, ok, type Decision, refuse, stateOf } from '@anpei/domain/kernel'
import { reporterProgress } from '@anpei/domain/portal'
import { getApplication, getClaim } from '../claims/index.ts'
import type { Tx } from '../http/index.ts'
import { lentForLinked } from './actors.ts'
import { casesOfPersons, caseOfClaim } from './store-cases.ts'
import { linkedPersons } from './store.ts'
import { caseProgress, progressView } from './views.ts'

/**
 * POR-03: the cases of everybody this account acts for, and what it reported itself; a mere reporter sees only the
 * step.
 */
export async function myCases(tx: Tx): Promise<Decision<Answer<typeof portalMyCasesRoute>>> {
  const { actor, db } = tx
  const linked = await linkedPersons(db, actor.tenantId, actor.id, dayOfInstant(tx.now), 'look_up')
  const own = new Set(linked.map((person) => person.id))
  const rows = await casesOfPersons(db, actor.tenantId, [...own], actor.id)
  return ok({
    cases: rows.map((row) => {
      const mayOpen = row.personId !== null && own.has(row.personId)
      const { next, turn } = mayOpen ? caseProgress(tx.vault, row) : reporterProgress(row.reportState)
      return {
        reportId: row.reportId,
        claimId: mayOpen ? (row.claim?.id ?? null) : null,
        caseNo: mayOpen ? (row.claim?.claimNo ?? row.reportNo) : row.reportNo,
        personName: mayOpen ? row.personName : '',
        accidentOn: row.accidentOn,
        next,
        turn,
        receivedAt: row.receivedAt,
        mayOpen,
      }
    }),
  })
}

type Shown = Answer<typeof portalClaimRoute>

/** POR-03: one case with its papers, sums, payments and letters, for whoever acts for the insured person. */
export async function showClaim(tx: Tx, { params }: Input<typeof portalClaimRoute>): Promise<Decision<Shown>> {
  const linked = await linkedPersons(tx.db, tx.actor.tenantId, tx.actor.id, dayOfInstant(tx.now), 'look_up')
  const row = await caseOfClaim(
    tx.db,
    tx.actor.tenantId,
    params.claimId,
    linked.map((person) => person.id),
  )
  if (!row) return refuse('request.not_found')
  const claim = await getClaim(await lentForLinked(tx, 'look_up', ['claim.read']), { params, query: {}, body: {} })
  if (!claim.ok) return claim
  return ok({
    ...(await progressView(tx, row, row.personName)),
    claimId: claim.value.id,
    papers: papersShown(claim.value),
    money: moneyShown(claim.value),
    payments: claim.value.payments.map(({ amountFen, state, holderName, accountMasked, way, paidAt }) => ({
      amountFen,
      state,
      holderName,
      accountMasked,
      way,
      paidAt,
    })),
    messages: claim.value.messages.map(({ id, text, madeAt, answer, answeredAt }) => ({
      id,
      text,
      madeAt,
      answer,
      answeredAt,
    })),
    // A letter to an office is not the family's.
    letters: claim.value.letters
      .filter((one) => one.kind !== 'authority_request')
      .map(({ id, kind, title, letterNo, issuedAt }) => ({
        id,
        kind,
        title,
        letterNo,
        issuedAt,
      })),
  })
}

function papersShown({ documents }: ClaimView): Shown['papers'] {
  return documents.map(({ code, title, required, substitute, state, papers, weAsk }) => {
    const last = papers.at(-1)
    return {
      code,
      title,
      required,
      substitute,
      state,
      reason: state === 'rejected' ? (last?.verdictReason ?? null) : null,
      receivedAt: last?.receivedAt ?? null,
      weAskAt: weAsk?.authority ?? null,
    }
  })
}

/** A sum is told when a person has decided it; before that it would be a promise nobody made. */
function moneyShown({ lines }: ClaimView): Shown['money'] {
  return lines.flatMap(({ benefit, title, state, payableFen, paidFen, denialReasons }) => {
    if (state === 'not_applicable') return []
    const decided = state === 'approved' || state === 'paid'
    return [
      {
        benefit,
        title,
        state,
        payableFen: decided ? payableFen : 0,
        paidFen,
        reasons: state === 'denied' ? denialReasons.map((one) => one.text) : [],
      },
    ]
  })
}

/** CLM-09: how the sum was made, sentence by sentence, once a person has decided it. */
export async function working(
  tx: Tx,
  { params }: Input<typeof portalWorkingRoute>,
): Promise<Decision<Answer<typeof portalWorkingRoute>>> {
  const claim = await getClaim(await lentForLinked(tx, 'look_up', ['claim.read']), { params, query: {}, body: {} })
  if (!claim.ok) return claim
  const { lines, assessment } = claim.value
  const decided = lines.filter((line) => line.state === 'approved' || line.state === 'paid' || line.state === 'denied')
  const calculated = (assessment?.kinds ?? []).flatMap((kind) =>
    kind.lines.map((line) => ({ ...line, kindWorking: kind.working })),
  )
  const parts = decided.map((line) => {
    const made = calculated.find((one) => one.benefit === line.benefit)
    const sentences = made && made.working.length > 0 ? made.working : (made?.kindWorking ?? [])
    return {
      title: line.title,
      payableFen: line.payableFen,
      sentences: [...sentences, ...line.denialReasons.map((reason) => reason.text)],
    }
  })
  return ok({ decided: parts.length > 0, payableFen: parts.reduce((sum, part) => sum + part.payableFen, 0), parts })
}

/** CLM-03: the filled application, for whoever may hand in papers. */
export async function showApplication(
  tx: Tx,
  { params }: Input<typeof portalApplicationRoute>,
): Promise<Decision<Answer<typeof portalApplicationRoute>>> {
  return getApplication(await lentForLinked(tx, 'hand_in', ['claim.collect']), { params, query: {}, body: {} })
}

/** CUS-05: the accounts money of this case may go to, masked, with where each stands. */
export async function listPayeesOfClaim(
  tx: Tx,
  { params }: Input<typeof portalPayeesRoute>,
): Promise<Decision<Answer<typeof portalPayeesRoute>>> {
  const claim = await getClaim(await lentForLinked(tx, 'look_up', ['claim.read']), { params, query: {}, body: {} })
  if (!claim.ok) return claim
  return ok({
    personName: claim.value.personName,
    afterDeath: claim.value.kinds.includes('death'),
    over: claim.value.state === 'closed' || claim.value.state === 'withdrawn',
    payees: claim.value.payees.map(({ id, holderName, relation, bank, accountMasked, state }) => ({
      id,
      holderName,
      relation,
      bank,
      accountMasked,
      state: stateOf(payeeLifecycle, state),
    })),
  })
}
