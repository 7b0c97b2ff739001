/**
 * PRG-07: an elder, or whoever acts for one, looks up on the phone whether there is cover today; for one who has died
 * nothing is said of it.
 */
import type { portalCover as route } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { coversOnDay } from '../programme/index.ts'
import { linkedPerson } from './privacy-link.ts'
import { hasDeathCase } from './store-cases.ts'

export async function showCover(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const linked = await linkedPerson(tx, params.linkId)
  if (!linked.ok) return linked
  const { personId, diedOn } = linked.value
  const { tenantId } = tx.actor
  if (diedOn !== null || (await hasDeathCase(tx.db, tenantId, personId))) return ok({ covers: null })
  const found = await coversOnDay(tx.db, tenantId, personId, dayOfInstant(tx.now))
  return ok({
    covers: found.flatMap(({ programme, from, to }) => (from === null ? [] : [{ programme, fromOn: from, toOn: to }])),
  })
}
