/**
 * CLM-14, ORG-04: case number and ID number show a masked progress. Wrong number, wrong ID and no such person are asked
 * the same way and answered alike; five tries in a quarter of an hour from one source and for one case number.
 */
import type { portalLookUp as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { parseIdNumber } from '@anpei/domain/customers'
import { NOBODY_ID, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { maskName } from '@anpei/domain/portal'
import type { Tx } from '../http/index.ts'
import { countAttempt } from '../identity/index.ts'
import { caseById, findByNumberAndIdHash } from './store-cases.ts'
import { progressView } from './views.ts'

const MOST_TRIES = 5
const MINUTES = 15

export async function lookUp(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { actor, db, vault } = tx
  const caseNo = body.caseNo.toUpperCase().replace(/[\s-]/g, '')
  const minutes = await countAttempt(tx, [
    { what: 'look_up_source', key: actor.source, most: MOST_TRIES, minutes: MINUTES },
    { what: 'look_up_case', key: caseNo, most: MOST_TRIES, minutes: MINUTES },
  ])
  if (minutes > 0) return refuse('request.too_many', { minutes })
  const parsed = parseIdNumber(body.idNumber)
  const idHash = vault.lookupHash('id_number', parsed.ok ? parsed.value.idNumber : body.idNumber)
  const found = await findByNumberAndIdHash(db, actor.tenantId, caseNo, idHash)
  const row = await caseById(db, actor.tenantId, found?.report_id ?? NOBODY_ID, found?.claim_id ?? null)
  if (!row) return refuse('portal.look_up_no_match')
  tx.look({
    name: 'portal.looked_up',
    subject: { kind: row.claim ? 'claim' : 'report', id: row.claim?.id ?? row.reportId },
    personId: row.personId,
  })
  return ok(await progressView(tx, row, maskName(row.personName)))
}
