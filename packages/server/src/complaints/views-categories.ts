/** CMP-04: our causes with their use and national code. */
import type { listComplaintCategories as route } from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import { CAUSE_GROUPS, CAUSES, type Cause } from '@anpei/domain/complaints'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { categoryRows, codeRows } from './store-categories.ts'

export async function listComplaintCategories(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const [rows, codes] = await Promise.all([categoryRows(tx), codeRows(tx)])
  const [first] = codes
  const items = causesInOrder().map((cause) => {
    const { zh, group } = CAUSES[cause]
    const row = rows.find((one) => one.cause === cause)
    const national = codes.find((one) => one.code === row?.nationalCode)
    return {
      cause,
      word: zh,
      group,
      groupWord: CAUSE_GROUPS[group],
      offered: row?.offered ?? true,
      nationalCode: national?.code ?? null,
      nationalName: national?.name ?? null,
    }
  })
  return ok({
    interim: codes.length === 0,
    standard: first?.standard ?? null,
    importedAt: first?.importedAt ?? null,
    items,
    codes: codes.map(({ code, name, parentCode }) => ({ code, name, parentCode })),
  })
}

function causesInOrder(): Cause[] {
  const found: Cause[] = []
  for (const cause in CAUSES) if (isCause(cause)) found.push(cause)
  return found
}

function isCause(text: string): text is Cause {
  return text in CAUSES
}
