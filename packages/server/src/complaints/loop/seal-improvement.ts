/** CUS-11, CMP-05: a 整改 that came of a complaint about colleagues is kept from them too. */
import { sealMatter } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'

type Behind = { readonly concernedIds: readonly string[] }

export async function sealImprovement(
  tx: Tx,
  { id, ownerId }: { readonly id: string; readonly ownerId: string },
  { concernedIds }: Behind,
): Promise<void> {
  if (concernedIds.length === 0) return
  const seal = { concerned: concernedIds, keepers: [ownerId], shut: false, reason: '整改来自涉及工作人员的投诉' }
  await sealMatter(tx, { kind: 'improvement', id }, seal)
}
