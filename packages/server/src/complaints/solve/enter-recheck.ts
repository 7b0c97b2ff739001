/** CMP-08, 令2020-3 art. 20: the wish for a 核查, told to the staff or given on the phone. */
import type { ComplaintStand } from '@anpei/contract/complaints'
import { decideRecheckAsk, isRechecked } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import type { ComplaintRecord } from '../store.ts'
import { saveComplaint } from '../work-on.ts'
import { legalPeriod } from './legal-period.ts'
import { decisionsOf } from './store-decisions.ts'
import { newRecheckWriting, rechecksWhere } from './store-rechecks.ts'

/** `complaint` is locked. */
export async function enterRecheck(
  tx: Tx,
  complaint: ComplaintRecord,
  { why, askedAt }: { readonly why: string; readonly askedAt: Instant },
): Promise<Decision<ComplaintStand>> {
  if (askedAt > tx.now) return refuse('complaint.received_in_future')
  const [[decision], earlier, period] = await Promise.all([
    decisionsOf(tx, complaint),
    rechecksWhere(tx, sql`r.complaint_id = ${complaint.id}`),
    legalPeriod(tx, complaint.id),
  ])
  if (earlier.some((one) => one.toldAt === null && one.state !== 'withdrawn')) return refuse('complaint.recheck_open')
  const round = decision?.round ?? complaint.round
  const reachedOn = decision?.reachedAt ? dayOfInstant(decision.reachedAt) : null
  const possible = decideRecheckAsk({
    askedOn: dayOfInstant(askedAt),
    reachedOn,
    rolledLastOn: period.recheckLastOn,
    rechecked: isRechecked(round, earlier),
  })
  if (!possible.ok) return possible
  const id = newId()
  tx.record({
    name: 'recheck.asked',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    at: askedAt,
    facts: { recheckId: id },
  })
  await settleComplaint(tx, complaint.id)
  saveComplaint(tx, complaint, {}, [newRecheckWriting(tx, complaint, { id, round, askedAt, why })])
  return ok(standOf(complaint, complaint.state))
}
