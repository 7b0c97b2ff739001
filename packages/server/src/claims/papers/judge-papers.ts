/**
 * CLM-06: the review as a checklist; papers accepted, rejected with a reason, or waived because another way was found.
 */
import type { ClaimStand, judgePapers as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { claimLifecycle, decideEndOfReview, decideReview, mayAct } from '@anpei/domain/claims'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import { judgeDocuments } from '../../documents/index.ts'
import type { Tx } from '../../http/index.ts'
import { lockWithChecklist } from './checklist-of.ts'
import { reporterOf } from '../assessment/judge-locked.ts'
import { settleClaim } from '../settle-clocks.ts'
import type { ClaimChange, ClaimRecord } from '../store-claims.ts'
import { insertWaivers } from './store-papers.ts'
import { settleSupplement } from './supplement-arrival.ts'

type Body = Input<typeof route>['body']

export async function judgePapers(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const locked = await lockWithChecklist(tx, params.claimId, 'claim.review')
  if (!locked.ok) return locked
  const { claim, checklist } = locked.value
  const possible = mayAct('judgePapers', claim, tx.actor, reporterOf(tx, claim))
  if (!possible.ok) return possible
  const { tenantId } = tx.actor
  const waivedCodes = body.waived.map((one) => one.code)
  const review = decideReview({ items: checklist.items, verdicts: body.verdicts, waivedCodes })
  if (!review.ok) return review
  const items = checklist.after(new Map(body.verdicts.map((one) => [one.documentId, one.verdict])), waivedCodes)
  const change: { -readonly [K in keyof ClaimChange]: ClaimChange[K] } = {}
  if (body.finish) {
    const step = transition(claimLifecycle, 'finish_review', claim.state)
    if (!step.ok) return step
    const end = decideEndOfReview(items)
    if (!end.ok) return end
    change.transition = step.value
  }
  const waivers = body.waived.map((one) => ({
    code: one.code,
    sealed: tx.vault.seal(claim.salt, JSON.stringify({ reason: one.reason })),
  }))
  tx.later(judgeDocuments(tx.db, tenantId, tx.actor.id, tx.now, body.verdicts))
  tx.later(insertWaivers(tx.db, tenantId, tx.now, claim.id, tx.actor.id, waivers))
  recordReview(tx, claim, body)
  await settleSupplement(tx, claim, checklist.openSupplement, items, tx.now)
  return ok(await settleClaim(tx, claim, change))
}

function recordReview(tx: Tx, claim: ClaimRecord, body: Body): void {
  const about = { subject: { kind: 'claim', id: claim.id }, personId: claim.personId } as const
  if (body.verdicts.length > 0) {
    const accepted = body.verdicts.filter((one) => one.verdict === 'accepted').length
    tx.record({ name: 'claim.papers_judged', ...about, facts: { accepted, rejected: body.verdicts.length - accepted } })
  }
  for (const { code } of body.waived) tx.record({ name: 'claim.paper_waived', ...about, facts: { code } })
  if (body.finish) tx.record({ name: 'claim.review_finished', ...about })
}
