/**
 * SLA §2 rule 5, ORG-05: a second person approves that an entry counts from the earlier time it claims, or does not,
 * with a word why. Approved, the case's clocks are folded anew with it.
 */
import type { decideLateEntry as route, LateEntry } from '@anpei/contract/sla'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { decideLateEntry as decide } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { definitionsOf } from './definitions.ts'
import { deriveClocks } from './derive-clocks.ts'
import { knownOf } from './known-cases.ts'
import { findLateEntry, saveLateEntry } from './store-late-entries.ts'
import type { CaseDirectory, CaseKeepers } from './subjects.ts'
import { lateEntryView } from './views-late-entries.ts'

export async function decideLateEntry(
  tx: Tx,
  cases: { readonly directory: CaseDirectory; readonly keepers: CaseKeepers },
  { params, body }: Input<typeof route>,
): Promise<Decision<LateEntry>> {
  const { actor, db, now } = tx
  const asked = await findLateEntry(tx, params.lateEntryId)
  const keeper = asked && cases.keepers.get(asked.subjectKind)
  if (!asked || !keeper || actor.kind !== 'staff') return refuse('request.not_found')
  const subject = { kind: asked.subjectKind, id: asked.subjectId }
  await keeper.lock(tx, [subject.id])
  const entry = await findLateEntry(tx, asked.id, true)
  if (!entry) return refuse('request.not_found')
  const known = (await knownOf(tx, cases.directory, [subject])).get(subject.id)
  const step = decide({
    state: entry.state,
    enteredBy: entry.enteredById,
    handlerId: known?.handlerId ?? null,
    by: actor.id,
    approve: body.approve,
  })
  if (!step.ok) return step
  await saveLateEntry(db, actor.tenantId, entry.id, step.value, { by: actor.id, at: now, answer: body.reason })
  tx.record({
    name: body.approve ? 'entry.approved' : 'entry.rejected',
    subject,
    personId: known?.personId ?? null,
    reason: body.reason,
    facts: { lateEntryId: entry.id, ...(body.approve ? { approves: [entry.eventId] } : {}) },
  })
  if (body.approve) await keeper.settle(tx, [{ id: subject.id, ...(await deriveClocks(tx, subject)) }])
  const after = await findLateEntry(tx, entry.id)
  return after ? ok(lateEntryView(tx, await definitionsOf(tx), after)) : refuse('request.not_found')
}
