/** CMP-01: a mandate, or what shows an heir, handed in behind a complaint from the phone; a colleague looks at it. */
import type { portalHandInMandate as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { mandateOfAccount } from '../complaints/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'

export async function handInMandate(
  tx: Tx,
  { params }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const done = await mandateOfAccount(tx, params.complaintId, files)
  return done.ok ? ok({ id: done.value.id, complaintNo: done.value.complaintNo }) : done
}
