/** CLM-13 先予支付: a handler puts an advance forward, with what it stands on; a second person agrees or does not. */
import type { proposeAdvance as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ADVANCE_GROUNDS, BENEFIT_WORDS } from '@anpei/domain/claims'
import { formatYuan, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { proposeChange } from '../../identity/index.ts'
import { ADVANCE_CHANGE, mayAdvance, type ProposedAdvance } from './advance-change.ts'
import { checklistOf } from '../papers/checklist-of.ts'
import { benefitOf } from '../page-views.ts'
import { lockClaim } from '../store-claims.ts'

export async function proposeAdvance(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockClaim(tx, params.claimId, 'claim.assess')
  if (!locked.ok) return locked
  const claim = locked.value
  const line = claim.lines.find((one) => one.id === body.lineId)
  if (!line) return refuse('claim.line_unknown')
  const allowed = await mayAdvance(tx, claim, line, body)
  if (!allowed.ok) return allowed
  const { items } = await checklistOf(tx, claim)
  const proposed = await proposeChange(tx, {
    kind: ADVANCE_CHANGE,
    subject: { kind: 'claim_line', id: line.id },
    personId: claim.personId,
    title: `${claim.claimNo}　先予支付　${BENEFIT_WORDS[benefitOf(line.benefit)]}`,
    before: { earlier: formatYuan(line.advancedFen) },
    after: {
      earlier: formatYuan(line.advancedFen),
      amount: formatYuan(BigInt(body.amountFen)),
      expected: formatYuan(BigInt(body.expectedFen)),
      ground: ADVANCE_GROUNDS[body.ground],
      papers: items.filter((item) => body.papers.includes(item.code)).map((item) => item.title),
      note: body.note,
    },
    sealed: {
      claimId: claim.id,
      amountFen: body.amountFen,
      expectedFen: body.expectedFen,
      papers: body.papers,
    } satisfies ProposedAdvance,
  })
  if (!proposed.ok) return proposed
  tx.record({
    name: 'claim.advance_proposed',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { lineId: line.id, benefit: line.benefit, amountFen: body.amountFen, changeId: proposed.value.changeId },
  })
  return proposed
}
