/**
 * CLM-08, CLM-09: keeps an assessment as one more revision, with everything it was made from sealed beside its
 * answer, so
 * that it can be calculated again to the fen in any later year.
 */
import type { saveAssessment as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { claimLifecycle } from '@anpei/domain/claims'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { judgeClaim, sealedOf, shownKinds, type Judgement } from './judge.ts'
import { isActorsOwnCase } from './judge-locked.ts'
import { routeClaim } from './route-claim.ts'
import { settleClaim } from '../settle-clocks.ts'
import { insertAssessment, insertMissingLines } from './store-assessments.ts'
import { stayLevels } from './stay-levels.ts'
import { lockClaim, type ClaimRecord } from '../store-claims.ts'

export async function saveAssessment(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockClaim(tx, params.claimId, 'claim.assess')
  if (!locked.ok) return locked
  const claim = locked.value
  if (isActorsOwnCase(tx, claim)) return refuse('claim.own_case')
  if (claim.state !== 'assessing' && claim.state !== 'reviewing') {
    return refuse('lifecycle.not_possible', {
      act: '保存计算',
      case: claimLifecycle.zh,
      state: claimLifecycle.states[claim.state].zh,
    })
  }
  const levels = await stayLevels(tx, body)
  if (!levels.ok) return levels
  const established = levels.value
  const judgement = await judgeClaim(tx, claim, established)
  const { assessed } = judgement
  const id = newId()
  const salt = tx.vault.newSalt()
  const routing = await routeClaim(tx, claim, assessed, established)
  const content = { ...sealedOf(claim, judgement), routing: routing.shown }
  const [revision] = await Promise.all([
    insertAssessment(tx.db, tx.actor.tenantId, tx.now, {
      id,
      claimId: claim.id,
      versionId: claim.versionId,
      outcome: assessed.outcome,
      payableFen: assessed.payableFen,
      madeBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(content)),
    }),
    insertMissingLines(tx.db, tx.actor.tenantId, claim.id, missingLines(claim, judgement)),
  ])
  tx.record({
    name: 'claim.assessed',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: {
      revision,
      outcome: assessed.outcome,
      payableFen: Number(assessed.payableFen),
      definitionHash: content.definitionHash,
    },
  })
  noteClass(tx, claim, routing.class)
  await settleClaim(tx, claim, {
    class: routing.class,
    ...(body.vehicle === claim.vehicle ? {} : { vehicle: body.vehicle }),
  })
  return ok({
    id,
    revision,
    madeBy: tx.actor.name,
    madeAt: tx.now,
    input: established,
    outcome: assessed.outcome,
    payableFen: Number(assessed.payableFen),
    kinds: shownKinds(assessed),
    routing: routing.shown,
  })
}

function noteClass(tx: Tx, claim: ClaimRecord, found: string): void {
  if (found === claim.class) return
  tx.record({
    name: 'claim.classified',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { class: found, before: claim.class },
  })
}

function missingLines(claim: ClaimRecord, { assessed }: Judgement): { id: string; benefit: string }[] {
  const found = new Set(assessed.kinds.flatMap((one) => one.adjudication.lines.map((line) => line.benefit)))
  return [...found]
    .filter((benefit) => !claim.lines.some((line) => line.benefit === benefit))
    .map((benefit) => ({ id: newId(), benefit }))
}
