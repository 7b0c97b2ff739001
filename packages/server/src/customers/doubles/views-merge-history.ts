/**
 * CUS-01: every merge a record took part in: who, when, why, what differed, what came along with it, and, where it was
 * undone, by whom and why. What came along is counted from the log, so that nobody learns of a matter sealed from them.
 */
import type { PersonMerge } from '@anpei/contract/customers'
import { MERGE_BRINGS, MERGE_DIFFERENCES } from '@anpei/domain/customers'
import { holds } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { seenUnderSeal } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { staffNames } from '../../identity/index.ts'
import { coversToMerge, mergesOf, type MergeRow, type Moved } from './store-merges.ts'
import type { PersonData } from '../store-persons.ts'

export async function mergeHistory(tx: Tx, person: PersonData): Promise<PersonMerge[]> {
  const { db, actor } = tx
  const merges = await mergesOf(db, actor.tenantId, person.id)
  if (merges.length === 0) return []
  const names = await staffNames(
    db,
    actor.tenantId,
    merges.flatMap((one) => (one.undoneBy === null ? [one.by] : [one.by, one.undoneBy])),
  )
  const nameOf = (id: string) => names.get(id) ?? '同事'
  return Promise.all(
    merges.map(async (one) => ({
      id: one.id,
      survives: one.survives,
      other: { id: one.otherId, name: one.otherName },
      differences: known(MERGE_DIFFERENCES, one.differences),
      reason: one.reason,
      by: nameOf(one.by),
      at: one.at,
      brought: await broughtBy(tx, person, one),
      undone:
        one.undoneAt === null || one.undoneBy === null
          ? null
          : { by: nameOf(one.undoneBy), at: one.undoneAt, reason: one.undoneReason ?? '' },
      can: one.undoneAt === null && person.merged_into === null && holds(actor, 'person.merge') ? ['undo'] : [],
    })),
  )
}

type Brought = PersonMerge['brought']

async function broughtBy(tx: Tx, person: PersonData, merge: MergeRow): Promise<Brought> {
  const mergedId = merge.survives ? merge.otherId : person.id
  const moved = movedOf(merge.moved)
  const [covers, subjects] = await Promise.all([
    coversToMerge(tx.db, tx.actor.tenantId, mergedId),
    subjectsOf(tx, mergedId),
  ])
  const counts: Partial<Record<Brought[number]['what'], number>> = {
    ...subjects,
    cover: covers.length,
    payee_account: moved.payees.length,
    proxy: moved.proxies.length,
    person: moved.persons.length,
  }
  return known(MERGE_BRINGS, Object.keys(MERGE_BRINGS)).flatMap((what) => {
    const count = counts[what] ?? 0
    return count > 0 ? [{ what, count }] : []
  })
}

async function subjectsOf(tx: Tx, personId: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select e.subject_kind as kind, count(distinct e.subject_id)::int as count from event e
    where e.tenant_id = ${tx.actor.tenantId} and e.person_id = ${personId} and not e.look
      and e.subject_kind = any(${Object.keys(MERGE_BRINGS)}::text[])
      and ${seenUnderSeal(tx.actor, tx.now, sql`e.subject_kind`, sql`e.subject_id`)}
    group by 1`.execute(tx.db)
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
}

function known<Word extends string>(words: Readonly<Record<Word, string>>, found: readonly string[]): Word[] {
  const all: Word[] = []
  for (const word in words) if (found.includes(word)) all.push(word)
  return all
}

export function movedOf(json: unknown): Moved {
  const ids = (list: unknown) => (Array.isArray(list) ? list.map(String) : [])
  if (typeof json !== 'object' || json === null) return { payees: [], proxies: [], persons: [] }
  return {
    payees: 'payees' in json ? ids(json.payees) : [],
    proxies: 'proxies' in json ? ids(json.proxies) : [],
    persons: 'persons' in json ? ids(json.persons) : [],
  }
}
