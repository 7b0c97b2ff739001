/** Papers of a 举报: scanned and sealed like every other, and compared with none (CMP-12). */
import { ok, type Decision } from '@anpei/domain/kernel'
import { storePapers } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'

export async function keepTipPapers(
  tx: Tx,
  tipId: string,
  channel: string,
  files: readonly ArrivedFile[],
): Promise<Decision<readonly string[]>> {
  if (files.length === 0) return ok([])
  const stored = await storePapers(tx, {
    subject: { kind: 'tip', id: tipId },
    personId: null,
    channel,
    receivedAt: tx.now,
    papers: [{ code: 'tip_material', title: '举报材料', files }],
    apart: true,
  })
  return stored.ok ? ok(stored.value.map((paper) => paper.id)) : stored
}
