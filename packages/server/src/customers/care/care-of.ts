/** How people are to be served (CUS-04), for the desk's order, the channels of notices and whoever talks to them. */
import type { CareSteering } from '@anpei/domain/customers'
import type { Day } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { steeringOf } from './care-table.ts'

export type CareKnown = { readonly careMarks: readonly string[]; readonly steering: CareSteering }

/** Person id → marks in force and what follows from them; ids nobody has are left out. */
export async function careOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, CareKnown>> {
  if (personIds.length === 0) return new Map()
  // By a list the planner cannot count: else it plans anew at every call, since one id costs less than ten.
  const ids = [...new Set(personIds)]
  const { rows } = await sql<{ id: string; birth_on: Day; care_marks: string[] }>`
    select p.id, p.birth_on, care_marks_of(p.tenant_id, p.id) as care_marks from person p
    where p.tenant_id = ${tx.actor.tenantId} and p.id = any(array(select unnest(${ids}::uuid[])))`.execute(tx.db)
  return new Map(
    rows.map((row) => {
      const known = { birthOn: row.birth_on, careMarks: row.care_marks }
      return [row.id, { careMarks: row.care_marks, steering: steeringOf(tx.now, known) }]
    }),
  )
}
