/** CMP-04: whether a cause is offered, and the national code it is reported under, once the table was imported. */
import type { setComplaintCategory as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { CAUSES } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { saveCategory } from './store-categories.ts'

export async function setComplaintCategory(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { cause } = params
  const nationalCode = body.nationalCode === '' ? null : body.nationalCode
  if (!(await saveCategory(tx, { cause, offered: body.offered, nationalCode }))) return refuse('request.not_found')
  tx.record({
    name: 'complaint.category_set',
    subject: { kind: 'complaint_category', id: newId() },
    facts: { cause, causeWord: CAUSES[cause].zh, offered: body.offered, nationalCode },
  })
  return ok({ cause })
}
