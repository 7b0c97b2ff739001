/** CUS-01, CUS-08: find persons by ID number or phone (exactly, by keyed hash) or by name; every look is logged. */
import type { findPersons as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { normaliseName, parseIdNumber, parsePhone } from '@anpei/domain/customers'
import { ok, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { pageOf, readCursor } from '../identity/index.ts'
import { policyHolders, standsAs } from './roles.ts'
import { countPersons, searchPersons, type PersonQuestion } from './store-persons.ts'
import { personRow } from './views-persons.ts'

export async function findPersons(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const asked = questionOf(tx, body.q)
  const place = readCursor(body.cursor, 2)
  const after = place ? { name: place[0] ?? '', id: place[1] ?? '' } : null
  const role = body.role
    ? standsAs(body.role, tx.now, await policyHolders(tx.db, tx.actor.tenantId, tx.vault))
    : sql<boolean>`true`
  const within = { division: body.villageCode, role }
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

function questionOf(tx: Tx, q: string): PersonQuestion {
  const id = parseIdNumber(q)
  if (id.ok) return { by: 'id_number', hash: tx.vault.lookupHash('id_number', id.value.idNumber) }
  const phone = parsePhone(q)
  if (phone.ok) return { by: 'phone', hash: tx.vault.lookupHash('phone', phone.value.phone) }
  return { by: 'name', name: normaliseName(q) }
}
