/** CMP-05, CMP-12: who may lead, own a step or be reported to: people present who may see complaints. */
import type { listMajorPeople as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { recusedAs, type Somebody } from '@anpei/domain/complaints'
import { dayOfInstant, ok, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { actorsFor } from '../../identity/index.ts'
import { findComplaint } from '../store.ts'

type Person = Somebody & { readonly name: string; readonly institution: string }

export async function majorPeople(tx: Tx): Promise<readonly Person[]> {
  const { tenantId } = tx.actor
  const actors = await actorsFor(tx.db, tenantId, 'complaint.read', dayOfInstant(tx.now))
  const here = actors.filter((one) => !one.absent).map((one) => one.id)
  const { rows } = await sql<Person>`select u.id, u.name, u.institution_id as "institutionId",
      coalesce(i.name, '') as institution
    from staff_user u left join institution i on i.tenant_id = u.tenant_id and i.id = u.institution_id
    where u.tenant_id = ${tenantId} and u.id = any(${here}::uuid[]) order by u.name, u.id`.execute(tx.db)
  return rows
}

export async function listMajorPeople(
  tx: Tx,
  { params }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await findComplaint(tx, params.complaintId, 'complaint.coordinate')
  if (!found.ok) return found
  const people = await majorPeople(tx)
  return ok({
    items: people.flatMap((one) => {
      const why = recusedAs(one, found.value)
      const { id, name, institution } = one
      return why === 'concerned' ? [] : [{ id, name, institution, mayAct: why === null }]
    }),
  })
}
