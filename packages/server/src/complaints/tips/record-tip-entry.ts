/**
 * CMP-12: what is done in the examination stands in its file: questions to the reporter, evidence, interviews, how the
 * reporter is protected; and that a named reporter was told what came of it.
 */
import type { recordTipEntry as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideTipEntry, TIP_ENTRIES } from '@anpei/domain/complaints'
import type { Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { keepTipPapers } from './keep-tip-papers.ts'
import { insertTipEntry } from './store-tip-file.ts'
import { lockTip, lockToExamine, saveTip, standing } from './work-on-tip.ts'

export async function recordTipEntry(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  // Anybody who may see it notes something; the examination is one person's.
  const locked = await (body.kind === 'note' ? lockTip : lockToExamine)(tx, params.tipId)
  if (!locked.ok) return locked
  const tip = locked.value
  const possible = decideTipEntry(body.kind, tip.state)
  if (!possible.ok) return possible
  const kept = await keepTipPapers(tx, tip.id, tip.channel, files)
  if (!kept.ok) return kept
  const { kind, text } = body
  await insertTipEntry(tx, tip, { kind, byId: tx.actor.id, documentIds: kept.value, text })
  const told = kind === 'told'
  tx.record({
    name: told ? 'whistleblow.told' : 'whistleblow.entry_added',
    subject: { kind: 'tip', id: tip.id },
    facts: { kindWord: TIP_ENTRIES[kind] },
  })
  await saveTip(tx, tip, { unreadSince: null, ...(told ? { toldAt: tx.now } : {}) })
  return standing(tip)
}
