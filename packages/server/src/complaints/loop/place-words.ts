/** Where something went wrong, in words (CMP-13). */
import { LOOP_STEPS, ROOT_CAUSES, ROOT_GROUPS } from '@anpei/domain/complaints'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { Place } from './store-causes.ts'

export type PlaceNames = ReadonlyMap<string, string>

/** Names of programmes and institutions, in one statement. */
export async function placeNames(tx: Tx, places: readonly Place[]): Promise<PlaceNames> {
  const ids = places.flatMap((place) => [place.programmeId, place.institutionId].flatMap((id) => id ?? []))
  if (ids.length === 0) return new Map()
  const { tenantId } = tx.actor
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from programme where tenant_id = ${tenantId} and id = any(${ids}::uuid[])
    union all select id, name from institution where tenant_id = ${tenantId} and id = any(${ids}::uuid[])`.execute(
    tx.db,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

export function placeWords({ step, rootCause, programmeId, institutionId }: Place, names: PlaceNames) {
  const { zh, group } = ROOT_CAUSES[rootCause]
  const named = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '—' })
  return {
    step,
    stepWord: LOOP_STEPS[step].zh,
    rootCause,
    causeWord: zh,
    groupWord: ROOT_GROUPS[group],
    programme: named(programmeId),
    institution: named(institutionId),
  }
}
