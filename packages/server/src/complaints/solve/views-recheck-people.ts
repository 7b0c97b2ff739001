/** CMP-08: whom a 核查 may be given to; nobody is offered whom the rule would refuse. */
import type { listRecheckHandlers as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { peopleHolding } from '../people-holding.ts'
import { findComplaint } from '../store.ts'
import { recheckGate } from './recheck-gate.ts'
import { rechecksWhere } from './store-rechecks.ts'

export async function listRecheckHandlers(
  tx: Tx,
  { params }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const [named] = await rechecksWhere(tx, sql`r.id = ${params.recheckId}`)
  if (!named) return refuse('request.not_found')
  const found = await findComplaint(tx, named.complaintId, 'complaint.recheck')
  if (!found.ok) return found
  const [people, gate] = await Promise.all([peopleHolding(tx, 'complaint.recheck'), recheckGate(tx, found.value)])
  const able = people.filter((one) => gate(one).ok)
  return ok({ items: able.map(({ id, name, institution }) => ({ id, name, institution })) })
}
