/**
 * PRG-05: one run over a roster file inside one transaction. Good rows are told apart batch by batch – new, unchanged,
 * different – while the batch before is being written; bad rows are kept with their reasons and stop nobody. Only the
 * first load of an empty roster takes effect by itself; changes of a living one wait for a second person (ORG-05).
 */
import { checkRosterRow, differenceKind, type CoverTerms, type VillageBook } from '@anpei/domain/programme'
import type { Day } from '@anpei/domain/kernel'
import { loadPeople, type PersonToLoad } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import type { RosterLine } from './roster-file.ts'
import { membershipOf, newPerson, readyRow, sealRow, type ReadyRow } from './roster-prepare.ts'
import {
  findKnown,
  hasMembers,
  hasPeople,
  insertBadRows,
  insertDifferences,
  insertSeen,
  makeSeen,
  missingMembers,
  trustIndexes,
  type ImportCounts,
  type KnownPerson,
  type NewBadRow,
  type NewDifference,
} from './store-imports.ts'
import { openDeathOutreaches } from '../discharges/store-outreaches.ts'
import { loadMemberships, measureRegister, type LoadKeys, type Membership } from './store-roster-load.ts'

export type RosterRun = {
  readonly importId: string
  readonly programmeId: string
  readonly kind: 'initial' | 'monthly'
  readonly asOfOn: Day
  readonly terms: CoverTerms
  readonly villages: VillageBook
}
export type RunCounts = ImportCounts & { readonly differenceCount: number }

const ROWS_PER_BATCH = 2000

type Batch = { ready: ReadyRow[]; bad: NewBadRow[] }

export async function runRoster(
  tx: Tx,
  run: RosterRun,
  lines: AsyncIterable<RosterLine>,
  onProgress: (rows: number) => void,
): Promise<RunCounts> {
  const { vault } = tx
  const counter = new Counter()
  const named = new Map<string, string>()
  await trustIndexes(tx.db)
  const looksUp = await hasPeople(tx.db, tx.actor.tenantId)
  const isFirst = run.kind === 'initial' && !(looksUp && (await hasMembers(tx.db, tx.actor.tenantId, run.programmeId)))
  if (run.kind === 'monthly') await makeSeen(tx.db)
  let batch: Batch = { ready: [], bad: [] }
  let writing: Promise<void> = Promise.resolve()
  let measured = looksUp
  const flush = async (): Promise<void> => {
    const full = batch
    batch = { ready: [], bad: [] }
    if (looksUp) await writing
    const known = looksUp ? await knownByHash(tx, run, full.ready) : new Map<string, KnownPerson>()
    const sorted = sortBatch(tx, { ...run, isFirst }, full, known, counter)
    await writing
    writing = writeBatch(tx, run, sorted).then(() => (measured ? undefined : measureRegister(tx.db)))
    measured = true
    writing.catch(() => undefined)
    onProgress(counter.rows)
  }
  for await (const { rowNo, cells } of lines) {
    counter.rows++
    const checked = checkRosterRow(cells, run.villages, run.asOfOn, run.terms.usualIdPrefixes)
    if (!checked.ok) {
      batch.bad.push({ rowNo, codes: checked.codes, ...sealRow(vault, cells) })
    } else {
      const ready = readyRow(vault, rowNo, checked.row)
      const key = ready.idHash.toString('latin1', 0, 16)
      const earlier = named.get(key)
      if (earlier === undefined) {
        named.set(key, checked.row.name)
        batch.ready.push(ready)
        for (const code of checked.warnings) counter.add(code)
      } else {
        const code = earlier === checked.row.name ? 'programme.row_twice' : 'programme.row_number_other_name'
        batch.bad.push({ rowNo, codes: [code], ...sealRow(vault, cells) })
      }
    }
    if (batch.ready.length + batch.bad.length >= ROWS_PER_BATCH) await flush()
  }
  await flush()
  await writing
  // A file of nobody is refused: nobody is missing from it.
  if (run.kind === 'monthly' && counter.rows > 0) await addMissing(tx, run, counter)
  return counter.counts()
}

class Counter {
  rows = 0
  good = 0
  bad = 0
  unchanged = 0
  differences = 0
  readonly byCode: Record<string, number> = {}
  add(code: string, count = 1): void {
    this.byCode[code] = (this.byCode[code] ?? 0) + count
  }
  counts(): RunCounts {
    return {
      rowCount: this.rows,
      goodCount: this.good,
      badCount: this.bad,
      unchangedCount: this.unchanged,
      counts: this.byCode,
      differenceCount: this.differences,
    }
  }
}

async function knownByHash(tx: Tx, run: RosterRun, rows: readonly ReadyRow[]): Promise<Map<string, KnownPerson>> {
  const known = await findKnown(
    tx.db,
    tx.actor.tenantId,
    run.programmeId,
    rows.map((row) => row.idHash),
  )
  return new Map(known.map((one) => [one.idHash.toString('latin1'), one]))
}

type Sorted = {
  people: PersonToLoad[]
  memberships: Membership[]
  bad: NewBadRow[]
  differences: NewDifference[]
  seen: string[]
  died: { personId: string; on: Day }[]
}

function sortBatch(
  tx: Tx,
  run: RosterRun & { readonly isFirst: boolean },
  batch: Batch,
  known: ReadonlyMap<string, KnownPerson>,
  counter: Counter,
): Sorted {
  const sorted: Sorted = { people: [], memberships: [], bad: batch.bad, differences: [], seen: [], died: [] }
  for (const ready of batch.ready) {
    const person = known.get(ready.idHash.toString('latin1'))
    if (person) sorted.seen.push(person.personId)
    if (person?.current && person.rowHash?.equals(ready.rowHash)) {
      counter.unchanged++
    } else if (person && !person.current && person.name !== ready.row.name) {
      sorted.bad.push({ rowNo: ready.rowNo, codes: ['programme.row_name_differs'], ...sealRow(tx.vault, ready.row) })
      continue
    } else if (!run.isFirst || person?.current) {
      if (person && !person.current) counter.add('programme.row_known_person')
      sorted.differences.push({
        id: newId(),
        kind: differenceKind(person?.current ?? null, ready.row),
        personId: person?.personId ?? null,
        rowNo: ready.rowNo,
        ...sealRow(tx.vault, ready.row),
      })
    } else {
      addMember(tx, run, ready, person, sorted, counter)
    }
    counter.good++
  }
  counter.bad += sorted.bad.length
  counter.differences += sorted.differences.length
  for (const { codes } of sorted.bad) for (const code of codes) counter.add(`error:${code}`)
  return sorted
}

function addMember(
  tx: Tx,
  run: RosterRun,
  ready: ReadyRow,
  person: KnownPerson | undefined,
  sorted: Sorted,
  counter: Counter,
): void {
  let personId = person?.personId
  if (personId === undefined) {
    const fresh = newPerson(tx.vault, ready)
    sorted.people.push(fresh)
    personId = fresh.id
    counter.add('new_people')
  } else counter.add('programme.row_known_person')
  const membership = membershipOf(personId, ready, run.terms)
  sorted.memberships.push(membership)
  if (ready.row.status === 'deceased' && ready.row.statusOn !== null && membership.covers.length > 0) {
    sorted.died.push({ personId, on: ready.row.statusOn })
  }
}

async function writeBatch(tx: Tx, run: RosterRun, sorted: Sorted): Promise<void> {
  const { tenantId } = tx.actor
  const keys: LoadKeys = { tenantId, programmeId: run.programmeId, importId: run.importId, now: tx.now }
  await loadPeople(tx.client, tx.db, tenantId, tx.now, sorted.people)
  await loadMemberships(tx.client, tx.db, keys, sorted.memberships)
  await insertBadRows(tx.db, tenantId, run.importId, sorted.bad)
  await insertDifferences(tx.db, tenantId, run.importId, sorted.differences)
  await openDeathOutreaches(tx.db, tenantId, run.programmeId, sorted.died, tx.now)
  if (run.kind === 'monthly') await insertSeen(tx.client, sorted.seen)
}

async function addMissing(tx: Tx, run: RosterRun, counter: Counter): Promise<void> {
  const ids = await missingMembers(tx.db, tx.actor.tenantId, run.programmeId)
  const salt = tx.vault.newSalt()
  const sealed = tx.vault.seal(salt, 'null')
  counter.differences += ids.length
  await insertDifferences(
    tx.db,
    tx.actor.tenantId,
    run.importId,
    ids.map((personId) => ({ id: newId(), kind: 'missing', personId, rowNo: null, salt, sealed })),
  )
}
