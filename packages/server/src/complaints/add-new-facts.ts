/**
 * CMP-03, L06; 令2020-3 art. 18: new facts or reasons restart the legal clock from the day they came; the old one is
 * closed as superseded and stays on record. What was worked out already is looked into again.
 */
import type { addNewFacts as route, ComplaintStand } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { enterNewFacts } from './new-facts.ts'
import { lockImpartially } from './work-on.ts'

export async function addNewFacts(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ComplaintStand>> {
  const found = await lockImpartially(tx, params.complaintId, 'complaint.record')
  if (!found.ok) return found
  return enterNewFacts(tx, found.value, { text: body.text, at: body.at ?? tx.now }, files)
}
