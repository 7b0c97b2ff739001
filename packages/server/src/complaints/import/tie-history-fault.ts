/**
 * CUS-07, CUS-10: a row left out of an import may speak of somebody who asks for his data: a person says whose it is
 * and by what. From then on it is copied and destroyed with that customer's data; a wrong tie is taken back so too.
 */
import type { tieHistoryFault as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findCustomer } from './find-customer.ts'
import { findImport, ownerOfFault, tieFault } from './store-imports.ts'

export async function tieHistoryFault(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Record<string, never>>> {
  const { importId, rowNo } = params
  const found = await findImport(tx, importId)
  if (!found.ok) return found
  const [fault, person] = await Promise.all([ownerOfFault(tx, importId, rowNo), findCustomer(tx, body.personId)])
  if (!fault || fault.erased || (body.personId !== null && !person)) return refuse('request.not_found')
  const [before, after] = [fault.personId, person?.id ?? null]
  if (before === after) return ok({})
  await tieFault(tx, importId, rowNo, after)
  const what = { subject: { kind: 'complaint_import', id: importId }, reason: body.reason, facts: { rowNo } }
  if (before !== null) tx.record({ ...what, name: 'complaint_import.row_untied', personId: before })
  if (after !== null) tx.record({ ...what, name: 'complaint_import.row_tied', personId: after })
  return ok({})
}
