/** CLM-05: papers handed in for a claim, by whatever channel; a poor photo is taken and said to be poor. */
import type { addPapers as route, ClaimStand } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { lockWithChecklist } from './checklist-of.ts'
import { receivePapers } from './receive-papers.ts'

export async function addPapers(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ClaimStand>> {
  const locked = await lockWithChecklist(tx, params.claimId, 'claim.collect')
  if (!locked.ok) return locked
  return receivePapers(tx, locked.value, { ...body, files })
}
