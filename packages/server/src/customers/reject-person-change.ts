/** ORG-05: a second person rejects a correction of particulars; who proposed it never does. */
import type { rejectPersonChange as route, PersonChange } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { decideChange } from '../identity/index.ts'
import { customerChangeKinds } from './change-kinds.ts'
import { changeView } from './views-changes.ts'

export async function rejectPersonChange(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<PersonChange>> {
  const decided = await decideChange(tx, customerChangeKinds, params.changeId, 'reject', body.comment || null)
  return decided.ok ? changeView(tx, params.changeId) : decided
}
