/** Corrections of particulars as two people see them (ORG-05): masked, before beside after. */
import type { listPersonChanges as listRoute, PersonChange } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { changeLifecycle } from '@anpei/domain/identity'
import { holds, ok, refuse, stateOf, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { changesOfKind, findChange, pageOf, readCursor, type ChangeRecord } from '../identity/index.ts'
import { PARTICULAR_TITLES } from './particulars.ts'
import { personScope } from './scope.ts'
import { villageNames } from './person-reads.ts'
import { loadPersonData, loadPersons } from './store-persons.ts'

export async function changeView(tx: Tx, changeId: string): Promise<Decision<PersonChange>> {
  const change = await findChange(tx, changeId)
  const person = change && (await loadPersonData(tx.db, tx.actor, 'person.read', change.subject_id))
  if (!change || !person || change.kind !== 'person.particulars') return refuse('request.not_found')
  return ok(viewOf(tx, change, person.name, await villagesIn(tx, [change])))
}

export async function listPersonChanges(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const { db, actor } = tx
  const before = readCursor(query.cursor, 1)?.[0] ?? null
  const asked = { kind: 'person.particulars', state: query.state ?? null, subjectId: query.personId ?? null, before }
  const mine = sql<boolean>`exists (select from person p where p.tenant_id = c.tenant_id and p.id = c.subject_id
    and ${personScope(actor, 'person.read')})`
  const found = await changesOfKind(db, actor.tenantId, { ...asked, limit: query.limit + 1 }, mine)
  const people = new Map(
    (
      await loadPersons(
        db,
        actor.tenantId,
        found.map((change) => change.subject_id),
      )
    ).map((one) => [one.id, one.name]),
  )
  const villages = await villagesIn(tx, found)
  return ok(
    pageOf(
      found,
      query.limit,
      (change) => [change.id],
      (change) => viewOf(tx, change, people.get(change.subject_id) ?? '', villages),
    ),
  )
}

type Villages = ReadonlyMap<string, string>

async function villagesIn(tx: Tx, changes: readonly ChangeRecord[]): Promise<Villages> {
  const codes = changes.flatMap(({ before, after }) =>
    [before, after].flatMap((json) => textsOf(json).get('villageCode') ?? []),
  )
  return villageNames(tx.db, codes)
}

function viewOf(tx: Tx, change: ChangeRecord, personName: string, villages: Villages): PersonChange {
  const before = textsOf(change.before)
  const after = textsOf(change.after)
  const state = stateOf(changeLifecycle, change.state)
  const mayCheck = state === 'waiting' && change.made_by !== tx.actor.id && holds(tx.actor, 'person.check')
  return {
    id: change.id,
    personId: change.subject_id,
    personName,
    reason: after.get('reason') ?? '',
    state,
    fields: [...after]
      .filter(([field]) => field !== 'reason')
      .map(([field, value]) => ({
        field,
        title: PARTICULAR_TITLES[field] ?? field,
        before: villages.get(before.get(field) ?? '') ?? before.get(field) ?? '',
        after: villages.get(value) ?? value,
      })),
    madeBy: change.made_by_name,
    madeAt: change.made_at,
    checkedBy: change.checked_by_name,
    checkedAt: change.checked_at,
    comment: change.comment,
    can: mayCheck ? ['reveal', 'confirm', 'reject'] : [],
  }
}

function textsOf(json: unknown): Map<string, string> {
  return new Map(
    typeof json === 'object' && json !== null ? Object.entries(json).map(([name, value]) => [name, String(value)]) : [],
  )
}
