/** CMP-12: the reporter adds facts or answers a question, by the code alone; what is sent twice is there once. */
import type { portalAddToTip as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { findByCode, namelessly, tooManyTries } from './by-code.ts'
import { keepTipPapers } from './keep-tip-papers.ts'
import { insertTipEntry } from './store-tip-file.ts'
import { saveTip } from './work-on-tip.ts'

export async function addOnPortal(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const full = await tooManyTries(tx)
  if (full) return full
  return namelessly(tx, async (own) => {
    const found = await findByCode(own, body.code, true)
    if (!found.ok) return found
    const tip = found.value
    if (tip.state === 'turned') return refuse('tip.ended')
    const kept = await keepTipPapers(own, tip.id, 'app', files)
    if (!kept.ok) return kept
    const { text, messageId } = body
    const entry = { kind: 'facts', byId: null, documentIds: kept.value, text, messageId } as const
    if (!(await insertTipEntry(own, tip, entry))) return ok({ at: own.now })
    own.record({ name: 'whistleblow.added_to', subject: { kind: 'tip', id: tip.id } })
    await saveTip(own, tip, { unreadSince: tip.unreadSince ?? own.now })
    return ok({ at: own.now })
  })
}
