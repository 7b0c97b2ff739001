/**
 * ORG-01: something happened at the insurer. One look at the report and its claims in the insurer's tenant says where
 * the case stands; state words, sums and kinds of letters go to the broker, nothing else. Looks that arrive late or
 * twice change nothing.
 */
import { followTo, stepOf } from '@anpei/domain/assist'
import { ok, systemActor } from '@anpei/domain/kernel'
import { read, systemWrite, type App, type Tx } from '../http/index.ts'
import type { JobPayload } from '../jobs/index.ts'
import { settleAssist } from './settle-assist.ts'
import { lookAtCase, type InsurersCase } from './store-links.ts'
import { handedAtOf, lockUnlessNewer, saveAssist, type AssistRecord } from './store.ts'
import { FOLLOW, HAND_OVER } from './tasks.ts'

export async function followInsurer(app: App, payload: JobPayload): Promise<void> {
  const { tenantId, subjectId } = payload
  if (typeof subjectId !== 'string') throw new Error('no case to follow')
  const insurer = systemActor(tenantId, `job:${FOLLOW}`)
  const look = await read(app, insurer, async (tx) => ok(await lookAtCase(tx, subjectId)))
  if (!look.ok || !look.value) return
  const seen = look.value
  await systemWrite(app, systemActor(seen.broker.tenantId, `job:${FOLLOW}`), (tx) => writeDown(tx, seen))
}

async function writeDown(tx: Tx, seen: InsurersCase): Promise<void> {
  const { assistId } = seen.broker
  const locked = await lockUnlessNewer(tx, assistId, seen.lookedAt)
  if (!locked.ok || locked.value.state === 'withdrawn') return
  const assist = locked.value
  const step = stepOf({
    reportState: seen.reportState,
    claims: seen.claims.map((claim) => ({
      state: claim.state,
      payableFen: BigInt(claim.payableFen),
      paidFen: BigInt(claim.paidFen),
    })),
  })
  const moved = followTo(assist.state, step)
  const changed = moved !== null || sayingOf(seen.claims) !== sayingOf(assist.progress)
  await saveAssist(tx, assistId, {
    transition: moved,
    progress: seen.claims,
    lookedAt: seen.lookedAt,
    ...(changed ? { news: assist.news + 1 } : {}),
    ...(assist.reportId === null ? { report: seen.report } : {}),
  })
  if (changed) {
    recordProgress(tx, assist, seen, moved?.to ?? assist.state)
    await settleAssist(tx, assistId)
  }
  if (seen.claims.length === 0) return
  const handed = await handedAtOf(tx.db, tx.actor.tenantId, assistId)
  if ([...handed.values()].includes(null)) tx.enqueue({ task: HAND_OVER, payload: { assistId } })
}

function recordProgress(tx: Tx, assist: AssistRecord, seen: InsurersCase, state: string): void {
  tx.record({
    name: 'assist.progressed',
    subject: { kind: 'assisted_claim', id: assist.id },
    facts: {
      state,
      payableFen: seen.claims.reduce((sum, claim) => sum + claim.payableFen, 0),
      paidFen: seen.claims.reduce((sum, claim) => sum + claim.paidFen, 0),
      letters: [...new Set(seen.claims.flatMap((claim) => claim.letters))],
    },
  })
}

/** What a broker can tell apart. */
function sayingOf(claims: AssistRecord['progress']): string {
  return JSON.stringify(claims.map((one) => [one.claimNo, one.state, one.payableFen, one.paidFen, one.letters]))
}
