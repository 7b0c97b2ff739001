/** CMP-12, CUS-11: a 举报 is opened with a reason, for four hours; it stands in the log of whoever may know of it. */
import type { openTip as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { insertTipOpening } from './store-tip-file.ts'
import { findTip } from './store-tips.ts'

const OPEN_MS = 4 * 3_600_000

export async function openTip(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const found = await findTip(tx, sql`t.id = ${params.tipId}`)
  if (!found.ok) return found
  const untilAt = new Date(Date.parse(tx.now) + OPEN_MS).toISOString()
  await insertTipOpening(tx, found.value, body.reason, untilAt)
  tx.record({ name: 'whistleblow.opened', subject: { kind: 'tip', id: found.value.id }, facts: { untilAt } })
  return ok({ untilAt })
}
