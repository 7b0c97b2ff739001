/**
 * CMP-06: which promises of the claim were broken, by when it was due and when it came, goes into the file of the
 * complaint by itself: the customer need not prove that we were late.
 */
import { dueMinuteText, minuteText, type Instant } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { clocksOf, definitionsOf } from '../sla/index.ts'

export type BrokenPromise = { readonly name: string; readonly dueAt: Instant | null; readonly text: string }

export async function brokenPromisesOf(tx: Tx, claimId: string): Promise<readonly BrokenPromise[]> {
  const [clocks, { titleOf }] = await Promise.all([clocksOf(tx.db, tx.actor.tenantId, claimId), definitionsOf(tx)])
  return clocks.flatMap(({ clockId, state, dueAt, stoppedAt, explanation }) => {
    const { title, right } = titleOf(clockId)
    const late = state === 'broken' || (state === 'running' && dueAt !== null && dueAt < tx.now)
    if (right || !late) return []
    const end = stoppedAt === null ? '至今没有完成' : `${minuteText(stoppedAt)} 才完成`
    return [
      {
        name: title,
        dueAt,
        text: `${title}：应于 ${dueAt ? dueMinuteText(dueAt) : '—'} 前完成，${end}。${explanation}`,
      },
    ]
  })
}
