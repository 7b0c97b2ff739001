/** Reads of the roster (PRG-04). */
import type { Village } from '@anpei/domain/programme'
import type { Db } from '../db/index.ts'

export async function villagesOf(db: Db): Promise<Village[]> {
  return db.selectFrom('division as v').innerJoin('division as t', 't.code', 'v.parent_code')
    .select(['v.code', 'v.name', 't.name as townName']).where('v.kind', '=', 'village').execute()
}
