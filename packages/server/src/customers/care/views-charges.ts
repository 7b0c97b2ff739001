/** The care group's lists and boards (CUS-04). */
import type {
  careBoard as boardRoute,
  CareChargeRow,
  CareChargeView,
  listCareCharges as listRoute,
  personCharge as personRoute,
} from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { CONTACT_WAYS, isCareMark, maskPhone } from '@anpei/domain/customers'
import { ageOn, dayOfInstant, holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { actorsFor, pageOf, readCursor, staffNames } from '../../identity/index.ts'
import { openSecrets } from '../person-reads.ts'
import { personScope } from '../scope.ts'
import { charges, chargeSeen, contactsOf, openCasesOf, type ChargeRow } from './store-charges.ts'
import { loadPersonData } from '../store-persons.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function listCareCharges(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const adviser = adviserIs(tx, query.adviser)
  if (!adviser) return refuse('request.malformed')
  const place = readCursor(query.cursor, 2)
  const parts = [sql<boolean>`c.ended_at is null`, personScope(tx.actor, 'care.read'), chargeSeen(tx), adviser]
  if (query.due) parts.push(sql<boolean>`c.next_contact_on <= ${dayOfInstant(tx.now)}`)
  if (place) parts.push(sql<boolean>`(c.next_contact_on, c.id) > (${place[0] ?? ''}::date, ${place[1] ?? ''}::uuid)`)
  const which = sql<boolean>`${sql.join(parts, sql` and `)}`
  const rows = await charges(tx.db, tx.actor.tenantId, which, query.limit + 1)
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.next_contact_on, row.id],
      (row) => chargeRow(tx, row),
    ),
  )
}

function adviserIs(tx: Tx, adviser: string | undefined): RawBuilder<boolean> | null {
  if (adviser === undefined) return sql<boolean>`true`
  if (adviser === 'none') return sql<boolean>`c.adviser_id is null`
  const id = adviser === 'me' ? tx.actor.id : adviser
  return UUID.test(id) ? sql<boolean>`c.adviser_id = ${id}::uuid` : null
}

export async function personCharge(
  tx: Tx,
  { params }: Input<typeof personRoute>,
): Promise<Decision<Answer<typeof personRoute>>> {
  const person = await loadPersonData(tx.db, tx.actor, 'care.read', params.personId)
  if (!person) return refuse('request.not_found')
  const which = sql<boolean>`c.ended_at is null and ${chargeSeen(tx)} and c.person_id in (select q.id from person q
    where q.tenant_id = ${tx.actor.tenantId} and (q.id = ${person.id} or q.merged_into = ${person.id}))`
  const [row] = await charges(tx.db, tx.actor.tenantId, which, 1)
  return ok({ charge: row ? await chargeView(tx, row) : null })
}

/** The charge as it stands after a command; the actor's right to see it was asked before. */
export async function chargeById(tx: Tx, chargeId: string): Promise<Decision<CareChargeView>> {
  const [row] = await charges(tx.db, tx.actor.tenantId, sql<boolean>`c.id = ${chargeId}::uuid`, 1)
  return row ? ok(await chargeView(tx, row)) : refuse('request.not_found')
}

async function chargeView(tx: Tx, row: ChargeRow): Promise<CareChargeView> {
  const { db, actor } = tx
  const [contacts, cases] = await Promise.all([contactsOf(db, actor.tenantId, row.id), openCasesOf(tx, row.person_id)])
  const open = row.ended_at === null
  return {
    ...chargeRow(tx, row),
    cases,
    contacts: contacts.map((one) => {
      const secret: { note: string } = JSON.parse(tx.vault.openText(one.salt, one.sealed))
      return {
        id: one.id,
        way: one.way,
        wayWord: CONTACT_WAYS[one.way],
        reached: one.reached,
        note: secret.note,
        madeBy: one.made_by_name,
        madeAt: one.made_at,
      }
    }),
    can: [
      ...(open && holds(actor, 'care.write') ? ['contact'] : []),
      ...(open && holds(actor, 'care.lead') ? ['name'] : []),
    ],
  }
}

function chargeRow(tx: Tx, row: ChargeRow): CareChargeRow {
  const today = dayOfInstant(tx.now)
  const { phone } = openSecrets(tx, row)
  return {
    id: row.id,
    person: { id: row.person_id, name: row.person_name },
    age: ageOn(row.birth_on, today),
    villageName: row.village_name,
    phoneMasked: phone ? maskPhone(phone) : '',
    careMarks: row.care_marks.filter(isCareMark),
    adviser: row.adviser,
    deputy: row.deputy,
    everyDays: row.every_days,
    nextContactOn: row.next_contact_on,
    overdue: row.ended_at === null && row.next_contact_on < today,
    since: row.since,
    endedAt: row.ended_at,
    lastContactAt: row.last_contact_at,
  }
}

/** Counted over what the list beside it shows the same reader. */
export async function careBoard(tx: Tx): Promise<Decision<Answer<typeof boardRoute>>> {
  const { tenantId } = tx.actor
  const today = dayOfInstant(tx.now)
  const [people, loads] = await Promise.all([
    actorsFor(tx.db, tenantId, 'care.advise', today),
    sql<{ adviser_id: string | null; people: number; due: number; overdue: number }>`
      select c.adviser_id, count(*)::int as people, count(*) filter (where c.next_contact_on <= ${today})::int as due,
        count(*) filter (where c.next_contact_on < ${today})::int as overdue
      from care_charge c join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
      where c.tenant_id = ${tenantId} and c.ended_at is null and ${personScope(tx.actor, 'care.read')}
        and ${chargeSeen(tx)} group by c.adviser_id`.execute(tx.db),
  ])
  const held = loads.rows.flatMap((row) => (row.adviser_id === null ? [] : [row.adviser_id]))
  const ids = [...new Set([...people.map((one) => one.id), ...held])]
  const names = await staffNames(tx.db, tenantId, ids)
  const away = new Set(people.filter((one) => one.absent).map((one) => one.id))
  return ok({
    advisers: ids
      .map((id) => {
        const { people: count = 0, due = 0, overdue = 0 } = loads.rows.find((row) => row.adviser_id === id) ?? {}
        return { id, name: names.get(id) ?? '', absent: away.has(id), people: count, due, overdue }
      })
      .sort((a, b) => b.overdue - a.overdue || b.people - a.people || (a.id < b.id ? -1 : 1)),
    unassigned: loads.rows.find((row) => row.adviser_id === null)?.people ?? 0,
    can: holds(tx.actor, 'care.lead') ? ['name'] : [],
  })
}
