/** CUS-07: a request is entered once, whoever brings it: with its number, its owner, its clock. */
import { dataRequestLifecycle, decideRequest, REQUEST_KINDS } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, type Day, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { actorsFor } from '../../identity/index.ts'
import { newId } from '../../kernel/index.ts'
import { settleDataRequest } from './data-request-due.ts'
import { insertRequest, requestsWhere, type NewRequest } from './store-data-requests.ts'

type Asked = Omit<NewRequest, 'id' | 'requestNo' | 'ownerId' | 'personId'> & {
  readonly person: { readonly id: string; readonly diedOn: Day | null }
}

export async function enterDataRequest(tx: Tx, asked: Asked): Promise<Decision<string>> {
  const { person, kind, asker, channel, told, accountId } = asked
  const stands = decideRequest({ kind, asker, diedOn: person.diedOn })
  if (!stands.ok) return stands
  const [open] = await requestsWhere(
    tx,
    sql`r.person_id = ${person.id} and r.kind = ${kind} and r.asker = ${asker}
      and r.state in ('received', 'verified') limit 1`,
  )
  if (open) return refuse('customers.request_open_already', { requestNo: open.request_no })
  const id = newId()
  const requestNo = await tx.app.numbers.draw(tx.db, 'data_request', tx.now)
  const ownerId = await complianceOwner(tx)
  await insertRequest(tx, { id, requestNo, personId: person.id, kind, asker, channel, told, accountId, ownerId })
  tx.record({
    name: 'data_request.received',
    subject: { kind: 'data_request', id },
    personId: person.id,
    facts: { requestNo, kind, channel, what: REQUEST_KINDS[kind], state: dataRequestLifecycle.initial },
  })
  await settleDataRequest(tx, id, true)
  return ok(id)
}

/** Whoever answers such requests and is there: the one who enters it, else the one with the fewest open. */
export async function complianceOwner(tx: Tx): Promise<string | null> {
  const { tenantId } = tx.actor
  const able = await actorsFor(tx.db, tenantId, 'privacy.answer', dayOfInstant(tx.now))
  const here = able.filter((one) => !one.absent).map((one) => one.id)
  if (here.includes(tx.actor.id)) return tx.actor.id
  const candidates = here.length > 0 ? here : able.map((one) => one.id)
  const { rows } = await sql<{ id: string }>`select c.id from unnest(${candidates}::uuid[]) as c(id)
    order by (select count(*) from data_request r where r.tenant_id = ${tenantId} and r.owner_id = c.id
      and r.state in ('received', 'verified')), c.id limit 1`.execute(tx.db)
  return rows[0]?.id ?? null
}
