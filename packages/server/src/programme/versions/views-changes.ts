/** A change as screens see it (PRG-08): differences, steps with papers, what is still demanded, what can be done. */
import type {
  ChangeStepView,
  ChangeView,
  getChange as route,
  getChangePaper as paperRoute,
} from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { addDays, formatYuan, holds, ok, refuse, stateOf, type Decision } from '@anpei/domain/kernel'
import { noticeLifecycle } from '@anpei/domain/notifications'
import {
  CHANGE_AREAS,
  CHANGE_EFFECTS,
  changeLifecycle,
  demandsOf,
  policyYearOf,
  premiumCredit,
  STEP_KINDS,
  stepsPossible,
} from '@anpei/domain/programme'
import { findFile, openFile } from '../../documents/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { audienceWord, changeStand, stands, stepKind, type ChangeStand } from './change-facts.ts'
import { findChange, type ChangeData, type StepData } from './store-changes.ts'
import { headsOn } from '../cover/store-policies.ts'
import { findVersion } from './store-versions.ts'

export async function getChange(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ChangeView>> {
  return changeAnswer(tx, params.versionId)
}

export async function changeAnswer(tx: Tx, versionId: string): Promise<Decision<ChangeView>> {
  const version = await findVersion(tx.db, tx.actor.tenantId, versionId)
  if (!version) return refuse('request.not_found')
  const stand = await changeStand(tx, version)
  return stand.ok ? ok(await changeView(tx, stand.value)) : stand
}

async function changeView(tx: Tx, stand: ChangeStand): Promise<ChangeView> {
  const { facts, version, change, before } = stand
  const { terms, kinds } = facts
  return {
    versionId: version.id,
    effectiveFrom: version.effective_from,
    comparedWith: before?.versionNo ?? null,
    differences: stand.differences.map((one) => ({
      ...one,
      areaWord: CHANGE_AREAS[one.area],
      effectWord: CHANGE_EFFECTS[one.effect],
    })),
    kinds,
    terms,
    tellBy: addDays(version.effective_from, -(kinds.cut ? terms.cutNoticeDays : terms.noticeDays)),
    credit: kinds.premium === 'down' ? wireCredit(await creditOf(tx, stand)) : null,
    demands: demandsOf(facts).map((one) => ({ ...one, title: STEP_KINDS[one.kind] })),
    change: change
      ? {
          id: change.id,
          state: facts.state,
          stateWord: changeLifecycle.states[facts.state].zh,
          openedBy: change.opened_by_name,
          openedAt: change.opened_at,
          steps: stand.steps.map((step) => stepView(step, change)),
          holderNotice: stand.holderNotice
            ? {
                channel: stand.holderNotice.channel,
                state: stand.holderNotice.state,
                stateWord: noticeLifecycle.states[stateOf(noticeLifecycle, stand.holderNotice.state)].zh,
                deliveredAt: stand.holderNotice.delivered_at,
              }
            : null,
        }
      : null,
    can: canOf(tx, stand),
  }
}

function canOf({ actor }: Tx, { facts, change, version, before }: ChangeStand): string[] {
  const edits = holds(actor, 'programme.edit')
  if (version.state === 'published' || before === null) return []
  if (!change || facts.state === 'dropped') return edits ? ['open'] : []
  const studied = facts.steps.findLast((step) => step.kind === 'study')
  const mayAgree = holds(actor, 'programme.publish') && actor.id !== version.made_by && actor.id !== studied?.by
  return stepsPossible(facts).filter((kind) => (kind === 'agreement' ? mayAgree : edits))
}

/** What a cheaper premium gives back to the policy holder for each head. */
export async function creditOf(tx: Tx, { version, content, before }: ChangeStand) {
  const from = version.effective_from
  const heads = await headsOn(tx.db, tx.actor.tenantId, version.programme_id, from)
  const year = policyYearOf(from, content.policyYearStart)
  const perHeadFen = content.premium.perHeadFen
  return premiumCredit(before?.content.premium.perHeadFen ?? perHeadFen, perHeadFen, from, year, heads)
}

function wireCredit(credit: Awaited<ReturnType<typeof creditOf>>) {
  return { ...credit, eachFen: Number(credit.eachFen), totalFen: Number(credit.totalFen) }
}

const LABELS: Readonly<Record<string, string>> = {
  why: '为什么',
  askedBy: '谁提出',
  findings: '论证意见',
  rehearsal: '演练结果（系统附上）',
  withWhom: '与谁协商',
  outcome: '协商结果',
  solution: '解决办法',
  comment: '批准意见',
  authority: '批准机关',
  number: '批文号',
  toOn: '公示到',
  place: '公示地点或网址',
  from: '意见来源',
  said: '内容',
  summary: '公示情况',
  eachFen: '每人退还',
  heads: '人数',
  months: '剩余月数',
  totalFen: '合计退还',
  note: '说明',
  audience: '对象',
  who: '告知了谁',
  how: '怎样告知',
  proof: '证明',
  reason: '原因',
}

function stepView(step: StepData, change: ChangeData): ChangeStepView {
  const kind = stepKind(step.kind)
  return {
    id: step.id,
    kind,
    title: STEP_KINDS[kind],
    happenedOn: step.happened_on,
    doneBy: step.done_by_name,
    doneAt: step.done_at,
    lines: Object.entries(step.content).flatMap(([name, value]) => {
      const label = LABELS[name]
      return label === undefined || value === null || value === '' ? [] : [{ label, text: shown(name, value) }]
    }),
    papers: step.papers.map((paper) => ({ id: paper.id, fileName: paper.file_name, mediaType: paper.media_type })),
    stands: stands(step, change),
  }
}

function shown(name: string, value: unknown): string {
  if (name.endsWith('Fen') && typeof value === 'number') return formatYuan(BigInt(value))
  return name === 'audience' ? audienceWord(String(value)) : String(value)
}

/** A paper of a change is seen by whoever may see programmes. */
export async function getChangePaper(tx: Tx, { params }: Input<typeof paperRoute>): Promise<Decision<FileAnswer>> {
  const file = await findFile(tx.db, tx.actor.tenantId, params.fileId)
  return file?.subjectKind === 'change_step' ? ok(await openFile(tx, file, false)) : refuse('request.not_found')
}

/** The change of a version that is locked for a step; its version may not be published meanwhile. */
export async function lockedStand(tx: Tx, changeId: string): Promise<Decision<ChangeStand & { change: ChangeData }>> {
  const { db, actor } = tx
  const found = await findChange(db, actor.tenantId, { id: changeId })
  const version = found && (await findVersion(db, actor.tenantId, found.version_id, true))
  if (!version) return refuse('request.not_found')
  const stand = await changeStand(tx, version, true)
  if (!stand.ok) return stand
  const { change } = stand.value
  return change ? ok({ ...stand.value, change }) : refuse('request.not_found')
}
