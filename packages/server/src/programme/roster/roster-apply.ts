/**
 * PRG-04, PRG-05: what a confirmed roster row changes: register, facts and cover, known from now on; what was known
 * before stays and can be asked for.
 */
import { dayOfInstant, type Day } from '@anpei/domain/kernel'
import {
  coverPeriods,
  factsAfter,
  MEMBER_STATUSES,
  residenceOf,
  type CoverTerms,
  type DifferenceKind,
  type MemberFact,
  type RosterRow,
} from '@anpei/domain/programme'
import { loadPeople, updateFromRoster, type PersonToLoad } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { membershipOf, newPerson, readyRow } from './roster-prepare.ts'
import { currentFacts, findKnown } from './store-imports.ts'
import { openDeathOutreaches } from '../discharges/store-outreaches.ts'
import { closeKnowledge, loadMemberships, type LoadKeys, type Membership } from './store-roster-load.ts'

export type RosterChange = {
  readonly kind: DifferenceKind
  readonly personId: string | null
  readonly rowNo: number | null
  readonly row: RosterRow | null
}

type Known = { readonly birthOn: Day; readonly facts: MemberFact[] }

export async function applyChanges(
  tx: Tx,
  keys: LoadKeys,
  asOfOn: Day,
  terms: CoverTerms,
  changes: readonly RosterChange[],
): Promise<void> {
  const { db, client, vault } = tx
  const { tenantId, programmeId } = keys
  const ready = changes.map((change) => change.row && readyRow(vault, change.rowNo ?? 0, change.row))
  const found = await findKnown(
    db,
    tenantId,
    programmeId,
    ready.flatMap((row) => (row ? [row.idHash] : [])),
  )
  const byHash = new Map(found.map((one) => [one.idHash.toString('latin1'), one.personId]))
  const ids = changes.map(
    (change, at) => change.personId ?? byHash.get(ready[at]?.idHash.toString('latin1') ?? '') ?? null,
  )
  const known = await knownFacts(
    tx,
    keys,
    ids.filter((id) => id !== null),
  )
  const people: PersonToLoad[] = []
  const memberships: Membership[] = []
  const died: { personId: string; on: Day }[] = []
  for (const [at, change] of changes.entries()) {
    const row = ready[at] ?? null
    let personId = ids[at] ?? null
    const before = personId === null ? undefined : known.get(personId)
    if (before) {
      const facts = factsAfter(before.facts, change.kind, change.row, asOfOn)
      memberships.push({
        personId: personId ?? '',
        facts,
        covers: coverPeriods(residenceOf(before.birthOn, facts), terms),
        rowHash: row?.rowHash ?? null,
      })
    } else if (row) {
      if (personId === null) {
        const fresh = newPerson(vault, row)
        people.push(fresh)
        personId = fresh.id
      }
      memberships.push(membershipOf(personId, row, terms))
    }
    if (personId !== null && row?.row.status === 'deceased') died.push({ personId, on: row.row.statusOn ?? asOfOn })
  }
  await loadPeople(client, db, tenantId, tx.now, people)
  if (known.size > 0) await closeKnowledge(db, tenantId, programmeId, [...known.keys()], tx.now)
  await loadMemberships(client, db, keys, memberships)
  await updateRegister(tx, changes, ids)
  const covered = new Set(memberships.filter((one) => one.covers.length > 0).map((one) => one.personId))
  await openDeathOutreaches(
    db,
    tenantId,
    programmeId,
    died.filter((one) => covered.has(one.personId)),
    tx.now,
  )
  for (const one of memberships) recordMember(tx, one, programmeId)
}

async function knownFacts(tx: Tx, keys: LoadKeys, personIds: readonly string[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>()
  if (personIds.length === 0) return known
  for (const row of await currentFacts(tx.db, keys.tenantId, keys.programmeId, personIds)) {
    const one = known.get(row.person_id) ?? { birthOn: row.birth_on, facts: [] }
    known.set(row.person_id, one)
    one.facts.push({
      status: statusOf(row.status),
      villageCode: row.village_code,
      fromOn: row.from_on,
      beforeOn: row.before_on,
    })
  }
  return known
}

async function updateRegister(
  tx: Tx,
  changes: readonly RosterChange[],
  ids: readonly (string | null)[],
): Promise<void> {
  for (const [at, { row }] of changes.entries()) {
    const personId = ids[at]
    if (!row || !personId) continue
    await updateFromRoster(tx, personId, {
      name: row.name,
      phone: row.phone,
      address: row.address || null,
      villageCode: row.villageCode,
      diedOn: row.status === 'deceased' ? row.statusOn : null,
      lacksCapacity: row.lacksCapacity,
    })
  }
}

function recordMember(tx: Tx, one: Membership, programmeId: string): void {
  const last = one.facts.at(-1)
  tx.record({
    name: 'roster.member_changed',
    subject: { kind: 'person', id: one.personId },
    personId: one.personId,
    facts: { programmeId, status: last?.status ?? '', fromOn: last?.fromOn ?? dayOfInstant(tx.now) },
  })
}

function statusOf(text: string): MemberFact['status'] {
  if (text === 'resident' || text === 'moved_away' || text === 'deceased' || text === 'lost') return text
  throw new Error(`unknown member status ${text}: ${Object.keys(MEMBER_STATUSES).join()}`)
}
