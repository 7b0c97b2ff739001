/** POR-03: one case with its papers, sums, payments and letters, for whoever acts for the insured person. */
import type { portalClaim as route } from '@anpei/contract/portal'
import type { ClaimView } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { getClaim } from '../claims/index.ts'
import type { Tx } from '../http/index.ts'
import { lentForLinked } from './actors.ts'
import { linkedPersons } from './store.ts'
import { caseOfClaim } from './store-cases.ts'
import { progressView } from './views.ts'

type Shown = Answer<typeof route>

export async function showClaim(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Shown>> {
  const linked = await linkedPersons(tx.db, tx.actor.tenantId, tx.actor.id, dayOfInstant(tx.now))
  const row = await caseOfClaim(tx.db, tx.actor.tenantId, params.claimId, linked.map((person) => person.id))
  if (!row) return refuse('request.not_found')
  const claim = await getClaim(await lentForLinked(tx, ['claim.read']), { params, query: {}, body: {} })
  if (!claim.ok) return claim
  return ok({
    ...progressView(row, row.personName), claimId: claim.value.id, papers: papersShown(claim.value),
      money: moneyShown(claim.value),
    payments: claim.value.payments.map(({ amountFen, state, holderName, accountMasked, way, paidAt }) => (
      { amountFen, state, holderName, accountMasked, way, paidAt })),
    letters: claim.value.letters.map(({ id, kind, title, letterNo, issuedAt }) =>
      ({ id, kind, title, letterNo, issuedAt })),
  })
}

function papersShown({ documents }: ClaimView): Shown['papers'] {
  return documents.map(({ code, title, required, substitute, state, papers }) => {
    const last = papers.at(-1)
    return {
      code, title, required, substitute, state, reason: state === 'rejected' ? last?.verdictReason ?? null : null,
      receivedAt: last?.receivedAt ?? null,
    }
  })
}

/** A sum is told when a person has decided it; before that it would be a promise nobody made. */
function moneyShown({ lines }: ClaimView): Shown['money'] {
  return lines.map(({ benefit, title, state, payableFen, paidFen, denialReasons }) => {
    const decided = state === 'approved' || state === 'paid'
    return { benefit, title, state, payableFen: decided ? payableFen : 0, paidFen,
      reasons: state === 'denied' ? denialReasons.map((one) => one.text) : [] }
  })
}
