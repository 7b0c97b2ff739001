/**
 * CUS-11, CMP-05: a complaint about colleagues is kept from these colleagues wherever something of it may turn up: line
 * of time, warnings, notices, audit log, papers, and what came of it (整改, library). Those who work on it are named anew
 * whenever they change.
 */
import { sealMatter } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { sealWhatCame } from './loop/seal-what-came.ts'

type Sealed = {
  readonly id: string
  readonly concernedIds: readonly string[]
  readonly coordinatorId: string | null
  readonly responsibleId: string | null
}

export async function sealComplaint(tx: Tx, { id, concernedIds, coordinatorId, responsibleId }: Sealed): Promise<void> {
  if (concernedIds.length === 0) return
  const keepers = [coordinatorId, responsibleId].flatMap((one) => one ?? [])
  const subject = { kind: 'complaint', id }
  await sealMatter(tx, subject, { concerned: concernedIds, keepers, shut: false, reason: '投诉涉及工作人员' })
  await sealWhatCame(tx, { id, concernedIds })
}
