/**
 * PRG-08: a step of a change is recorded with its day and papers. To the study the rehearsal is attached by itself, the
 * credit of a cheaper premium is computed here, and the notice to the policy holder also leaves through the outbox.
 */
import type { ChangeView, recordChangeStep as route, StepBody } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { formatYuan, type Decision } from '@anpei/domain/kernel'
import { printedDay } from '@anpei/domain/notifications'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { notify } from '../../notifications/index.ts'
import type { ChangeStand } from './change-facts.ts'
import { writeStep, type StepContent } from './change-step.ts'
import type { ChangeData } from './store-changes.ts'
import { policiesOfTenant } from '../cover/store-policies.ts'
import { changeAnswer, creditOf, lockedStand } from './views-changes.ts'

export async function recordChangeStep(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ChangeView>> {
  const found = await lockedStand(tx, params.changeId)
  if (!found.ok) return found
  const stand = found.value
  const content = await contentOf(tx, stand, body)
  const written = await writeStep(tx, stand, { kind: body.kind, happenedOn: body.happenedOn, content }, files)
  if (!written.ok) return written
  if (body.kind === 'notice' && body.audience === 'holder') await tellHolder(tx, stand)
  return changeAnswer(tx, stand.version.id)
}

async function contentOf(tx: Tx, stand: ChangeStand, body: StepBody): Promise<StepContent> {
  const { kind: _kind, happenedOn: _on, ...said } = body
  if (body.kind === 'study') return { ...said, rehearsal: rehearsalText(stand.rehearsal) }
  if (body.kind !== 'credit') return said
  const { eachFen, totalFen, heads, months } = await creditOf(tx, stand)
  return { ...said, eachFen: Number(eachFen), heads, months, totalFen: Number(totalFen) }
}

/** The rehearsal in one sentence, as it was when the change was studied. */
function rehearsalText(rehearsal: ChangeStand['rehearsal']): string {
  if (!rehearsal) return ''
  const count = (name: string): number => Number(rehearsal[name] ?? 0)
  const ratio = (name: string): string => {
    const bps = rehearsal[name]
    return typeof bps === 'number' ? `${(bps / 100).toFixed(2)}%` : '—'
  }
  const money = (name: string): string => formatYuan(BigInt(count(name)))
  const promises = Array.isArray(rehearsal['changedPromises']) ? rehearsal['changedPromises'].join('；') : ''
  return [
    `重算历史赔案 ${count('claims')} 件，${count('changedCount')} 件结果有变化，涉及 ${count('peopleAffected')} 人`,
    `赔款 ${money('beforeFen')} → ${money('afterFen')}`,
    `赔付率 ${ratio('lossRatioBeforeBps')} → ${ratio('lossRatioAfterBps')}`,
    promises === '' ? '服务承诺没有变化' : `服务承诺：${promises}`,
  ].join('；')
}

async function tellHolder(tx: Tx, { version, content, change }: ChangeStand & { change: ChangeData }): Promise<void> {
  const all = await policiesOfTenant(tx.db, tx.actor.tenantId)
  const policy = all.findLast((one) => one.programme_id === version.programme_id)
  await notify(tx, {
    personId: null,
    occasion: `programme_changed:${change.id}:${change.round}`,
    template: 'programme_changed',
    facts: { programme: content.title, from: printedDay(version.effective_from) },
    subject: { kind: 'version_change', id: change.id },
    otherPhone: policy?.holder_phone || null,
    otherName: policy?.holder_name ?? '投保人',
  })
}
