/** Papers of a complaint: sniffed, scanned, sealed like every other, under the complaint itself. */
import { ok, type Decision, type Instant } from '@anpei/domain/kernel'
import { storePapers } from '../documents/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'

type Holder = { readonly id: string; readonly personId: string | null; readonly channel: string }
type Sort = { readonly code: string; readonly title: string }
export const MANDATE: Sort = { code: 'complaint_mandate', title: '委托书或继承证明' }
export const EVIDENCE: Sort = { code: 'complaint_evidence', title: '投诉材料' }

/** The ids of the documents; none where no file came. */
export async function keepPapers(
  tx: Tx,
  { id, personId, channel }: Holder,
  { code, title }: Sort,
  receivedAt: Instant,
  files: readonly ArrivedFile[],
): Promise<Decision<readonly string[]>> {
  if (files.length === 0) return ok([])
  const papers = [{ code, title, files }]
  const stored = await storePapers(tx, { subject: { kind: 'complaint', id }, personId, channel, receivedAt, papers })
  return stored.ok ? ok(stored.value.map((paper) => paper.id)) : stored
}
