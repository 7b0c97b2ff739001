/** CUS-01, CUS-08: find persons by ID number or phone (exactly, by keyed hash) or by name; every look is logged. */
import type { findPersons as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { normaliseName, parseIdNumber, parsePhone } from '@anpei/domain/customers'
import { holds, ok, permissions, refuse, type Decision } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { pageOf, readCursor } from '../identity/index.ts'
import { policyHolders, standsAs } from './roles.ts'
import { countPersons, searchPersons, type PersonQuestion } from './store-persons.ts'
import { personRow } from './views-persons.ts'

export async function findPersons(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const asked = questionOf(tx, body.q)
  const place = readCursor(body.cursor, 2)
  const after = place ? { name: place[0] ?? '', id: place[1] ?? '' } : null
  if (body.mark && !holds(tx.actor, 'care.read')) {
    return refuse('request.not_permitted', { permission: permissions['care.read'] })
  }
  const filtered = body.villageCode !== null || body.role !== null || body.mark !== null || body.adviserId !== null
  if (asked.by === 'filters' && !filtered) return ok({ items: [], nextCursor: null, total: 0, totalMore: false })
  const parts = [sql<boolean>`true`]
  if (body.role) {
    parts.push(standsAs(body.role, tx.now, await policyHolders(tx.db, tx.actor.tenantId, tx.vault)))
  }
  if (body.mark) parts.push(isMarked(tx.actor.tenantId, body.mark))
  if (body.adviserId) parts.push(isInChargeOf(tx.actor.tenantId, body.adviserId))
  const within = { division: body.villageCode, also: sql<boolean>`${sql.join(parts, sql` and `)}` }
  const [rows, total] = await Promise.all([
    searchPersons(tx.db, tx.actor, asked, within, { after, limit: body.limit + 1 }),
    countPersons(tx.db, tx.actor, asked, within),
  ])
  for (const row of rows.slice(0, body.limit)) {
    tx.look({
      name: 'person.found',
      subject: { kind: 'person', id: row.id },
      personId: row.id,
      facts: { by: asked.by },
    })
  }
  return ok(
    pageOf(
      rows,
      body.limit,
      (row) => [row.name, row.id],
      (row) => personRow(tx, row),
      total,
    ),
  )
}

function isMarked(tenantId: number, mark: string): RawBuilder<boolean> {
  return sql<boolean>`p.id in (select coalesce(o.merged_into, o.id) from care_mark m join person o
    on o.tenant_id = m.tenant_id and o.id = m.person_id
    where m.tenant_id = ${tenantId} and m.mark = ${mark} and m.ended_at is null)`
}

function isInChargeOf(tenantId: number, adviserId: string): RawBuilder<boolean> {
  return sql<boolean>`p.id in (select c.person_id from care_charge c where c.tenant_id = ${tenantId}
    and c.adviser_id = ${adviserId}::uuid and c.ended_at is null)`
}

function questionOf(tx: Tx, q: string): PersonQuestion {
  if (q === '') return { by: 'filters' }
  const id = parseIdNumber(q)
  if (id.ok) return { by: 'id_number', hash: tx.vault.lookupHash('id_number', id.value.idNumber) }
  const phone = parsePhone(q)
  if (phone.ok) return { by: 'phone', hash: tx.vault.lookupHash('phone', phone.value.phone) }
  return { by: 'name', name: normaliseName(q) }
}
