/**
 * CMP-12, CMP-01: a 举报 is written down by the staff (代记), by whatever channel it came, or taken over from a request of
 * the desk. Who wrote it down does not see it again; the code goes to the reporter.
 */
import type { registerTip as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { becomeTip, requestForTip } from '../../service-desk/index.ts'
import { receiveTip } from './receive-tip.ts'

const LONGEST = 4000

export async function registerTip(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const taken = body.requestId === null ? ok(null) : await requestForTip(tx, body.requestId)
  if (!taken.ok) return taken
  const from = taken.value
  const receivedAt = from?.request.receivedAt ?? body.receivedAt ?? tx.now
  const arrived = await receiveTip(tx, {
    ...body,
    files,
    receivedAt,
    channel: from?.request.channel ?? body.channel,
    facts: (body.facts || (from?.words ?? '')).slice(0, LONGEST),
    concernedIds: [...body.concernedIds, ...(from?.request.concernedIds ?? [])],
    institutionId: body.reportedInstitutionId,
    origin: from === null ? '' : `服务单 ${from.request.requestNo}`,
    documentIds: from?.documentIds ?? [],
  })
  if (!arrived.ok) return arrived
  if (from !== null && arrived.value.hiding) await becomeTip(tx, from, arrived.value.hiding)
  return ok({ receivedAt })
}
