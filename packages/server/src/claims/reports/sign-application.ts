/** CLM-03: the application signed before our people, at the counter or at home. */
import type { ClaimStand, signApplication as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { signBy } from './sign-by.ts'

export async function signApplication(
  tx: Tx,
  input: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ClaimStand>> {
  return signBy(tx, input, files)
}
