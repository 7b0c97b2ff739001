/** The register of hospitals as screens see it (CLM-08). */
import type { HospitalView, listHospitals as route } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, type Day, type Decision } from '@anpei/domain/kernel'
import { hospitalOnDay } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../../identity/index.ts'
import { searchHospitals, type StoredHospital } from './store-hospitals.ts'

export async function listHospitals(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const found = await searchHospitals(tx.db, tx.actor.tenantId, {
    text: query.q || null,
    after: readCursor(query.cursor, 2),
    limit: query.limit + 1,
  })
  const day = query.on ?? dayOfInstant(tx.now)
  return ok(
    pageOf(
      found,
      query.limit,
      (one) => [one.name, one.id],
      (one) => hospitalView(one, day),
    ),
  )
}

function hospitalView(one: StoredHospital, day: Day): HospitalView {
  return {
    ...one,
    aliases: [...one.aliases],
    levels: [...one.levels],
    recognitions: [...one.recognitions],
    onDay: hospitalOnDay(one, day),
  }
}
