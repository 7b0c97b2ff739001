/**
 * CMP-13: a second person reads the case and lets it into the library, or returns it with what gives somebody away. Who
 * is known of the complaint by then is looked for in the text again.
 */
import type { checkLibraryCase as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideAnonymous, decideLibraryCheck, libraryLifecycle } from '@anpei/domain/complaints'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { findComplaintAs } from '../store.ts'
import { knownOfCase } from './known-of-case.ts'
import { libraryWhere, stepCase, type LibraryRecord } from './store-library.ts'
import { seenCase } from './views-library.ts'

export async function checkLibraryCase(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const [found] = await libraryWhere(tx, sql`l.id = ${params.caseId} and ${seenCase(tx)} for update`)
  if (!found) return refuse('request.not_found')
  const { publish, comment } = body
  const step = transition(libraryLifecycle, publish ? 'publish' : 'return', found.state)
  if (!step.ok) return step
  const fine = decideLibraryCheck(tx.actor.id, found.writtenBy, publish, comment)
  if (!fine.ok) return fine
  const anonymous = publish ? await stillAnonymous(tx, found) : ok(null)
  if (!anonymous.ok) return anonymous
  await stepCase(tx, found.id, step.value, {
    comment,
    checked_by: tx.actor.id,
    ...(publish ? { checked_at: tx.now } : {}),
  })
  const { id, caseNo } = found
  tx.record({
    name: publish ? 'library_case.published' : 'library_case.returned',
    subject: { kind: 'library_case', id },
    facts: { caseNo },
  })
  return ok({ id, caseNo, state: step.value.to, stateWord: libraryLifecycle.states[step.value.to].zh })
}

/** By the right to read the case, which may be another than that over the complaint behind it. */
async function stillAnonymous(tx: Tx, written: LibraryRecord): Promise<Decision<null>> {
  const complaint = await findComplaintAs(tx, written.complaintId, sql`true`, false)
  if (!complaint.ok) return complaint
  const { title, happened, reason, handled, lesson } = written
  const text = [title, happened, reason, handled, lesson].join('\n')
  return decideAnonymous(text, await knownOfCase(tx, complaint.value))
}
