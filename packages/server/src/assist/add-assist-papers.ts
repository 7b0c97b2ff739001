/**
 * ORG-01: papers of an assisted case; once it is submitted they pass on to the insurer of this installation by a
 * job.
 */
import type { addAssistPapers as route, AssistStand } from '@anpei/contract/assist'
import type { Input } from '@anpei/contract/kernel'
import { ASSIST_PAPERS, decideMorePapers, type AssistPaper } from '@anpei/domain/assist'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sharingInForce } from '../customers/index.ts'
import { papersOf, storePapers } from '../documents/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { standOf } from './stand.ts'
import { insertAssistPapers, lockAssist, saveAssist } from './store.ts'
import { HAND_OVER } from './tasks.ts'

const FIELD = 'file:'

export async function addAssistPapers(
  tx: Tx,
  { params }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<AssistStand>> {
  const locked = await lockAssist(tx, params.assistId)
  if (!locked.ok) return locked
  const assist = locked.value
  if (files.length === 0) return refuse('file.none')
  const held = await papersOf(tx.db, tx.actor.tenantId, [assist.id], null)
  const heldFiles = held.reduce((sum, paper) => sum + paper.files.length, 0)
  const possible = decideMorePapers(assist.state, heldFiles, files.length)
  if (!possible.ok) return possible
  if (assist.reportId) {
    const allowed = await sharingInForce(tx, { kind: 'insurer', partner: assist.insurerName })
    if (!allowed.ok) return allowed
  }
  const codes = [...new Set(files.map(codeOf))]
  const stored = await storePapers(tx, {
    subject: { kind: 'assisted_claim', id: assist.id },
    personId: null,
    channel: 'assist',
    receivedAt: tx.now,
    papers: codes.map((code) => ({
      code,
      title: ASSIST_PAPERS[code],
      files: files.filter((file) => codeOf(file) === code),
    })),
  })
  if (!stored.ok) return stored
  await insertAssistPapers(
    tx,
    assist.id,
    stored.value.map((paper) => paper.id),
  )
  await saveAssist(tx, assist.id, {})
  tx.record({
    name: 'assist.papers_added',
    subject: { kind: 'assisted_claim', id: assist.id },
    facts: { codes, count: files.length },
  })
  if (assist.reportId) tx.enqueue({ task: HAND_OVER, payload: { assistId: assist.id } })
  return ok(standOf(assist, assist.state))
}

function codeOf(file: ArrivedFile): AssistPaper {
  const text = file.field.startsWith(FIELD) ? file.field.slice(FIELD.length) : ''
  return isPaper(text) ? text : 'other'
}

function isPaper(text: string): text is AssistPaper {
  return Object.hasOwn(ASSIST_PAPERS, text)
}
