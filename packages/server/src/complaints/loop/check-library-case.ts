/** CMP-13: a second person reads the case and lets it into the library, or returns it with what gives somebody away. */
import type { checkLibraryCase as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideLibraryCheck, libraryLifecycle } from '@anpei/domain/complaints'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { libraryWhere, stepCase } from './store-library.ts'
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
