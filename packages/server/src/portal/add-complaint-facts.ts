/** CMP-03: new facts from the phone of whoever complained. */
import type { portalAddFacts as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { addFactsOfAccount } from '../complaints/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'

export async function addComplaintFacts(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const done = await addFactsOfAccount(tx, params.complaintId, body.text, files)
  return done.ok ? ok({ id: done.value.id, complaintNo: done.value.complaintNo }) : done
}
