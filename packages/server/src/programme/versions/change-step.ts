/** PRG-08: one step of a change written down: its papers, what it says, and the state it leads to. */
import { ok, type Day, type Decision } from '@anpei/domain/kernel'
import { decideStep, STEP_KINDS, type StepKind } from '@anpei/domain/programme'
import { storePapers } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { audienceOf, type ChangeStand } from './change-facts.ts'
import { insertStep, saveChangeState, type ChangeData } from './store-changes.ts'

export type StepContent = Readonly<Record<string, string | number | null>>
export type StepToWrite = { readonly kind: StepKind; readonly happenedOn: Day; readonly content: StepContent }

/** Answers the state after the step. */
export async function writeStep(
  tx: Tx,
  stand: ChangeStand & { readonly change: ChangeData },
  step: StepToWrite,
  files: readonly ArrivedFile[],
): Promise<Decision<string>> {
  const { db, actor } = tx
  const { kind, happenedOn, content } = step
  const text = (name: string): string | null => {
    const value = content[name]
    return typeof value === 'string' ? value : null
  }
  const papers = files.filter((file) => file.field === 'paper')
  const next = decideStep(stand.facts, {
    kind,
    on: happenedOn,
    by: actor.id,
    papers: papers.length,
    audience: audienceOf(text('audience')),
    answers: text('objectionId'),
    to: text('toOn'),
  })
  if (!next.ok) return next
  const id = newId()
  if (papers.length > 0) {
    const stored = await storePapers(tx, {
      subject: { kind: 'change_step', id },
      personId: null,
      channel: 'office',
      receivedAt: tx.now,
      papers: [{ code: `change_${kind}`, title: STEP_KINDS[kind], files: papers }],
    })
    if (!stored.ok) return stored
  }
  await insertStep(db, actor.tenantId, {
    id,
    changeId: stand.change.id,
    round: stand.change.round,
    kind,
    happenedOn,
    content,
    doneBy: actor.kind === 'staff' ? actor.id : null,
    doneAt: tx.now,
  })
  if (next.value) await saveChangeState(db, actor.tenantId, stand.change.id, next.value)
  const state = next.value?.to ?? stand.facts.state
  tx.record({
    name: 'version_change.step_recorded',
    subject: { kind: 'version_change', id: stand.change.id },
    facts: { kind, happenedOn, state, papers: papers.length, versionId: stand.version.id },
  })
  return ok(state)
}
