/** How a notice looks to the staff: names masked, the rest as it left. */
import type { NoticeRow, NoticeView } from '@anpei/contract/notifications'
import { holds, type Actor } from '@anpei/domain/kernel'
import {
  attemptLifecycle,
  isByHand,
  isNoticeTemplate,
  isReceiptStatus,
  nextWord,
  NOTICE_CHANNELS,
  noticeLifecycle,
  NOTICE_TITLES,
  RECEIPT_STATUSES,
} from '@anpei/domain/notifications'
import type { Vault } from '../crypto/index.ts'
import { noticePlan } from './notice-plan.ts'
import { maskedText, openNotice } from './open-notice.ts'
import { openSlip } from './slips/open-slip.ts'
import { maskedOf } from './person-to-tell.ts'
import type { AnswerRecord } from './store-answers.ts'
import type { AttemptRecord } from './store-attempts.ts'
import type { NoticeRecord } from './store.ts'

/** A one-time code opens somebody's door: it is shown to nobody. */
export function isSecretNotice(notice: Pick<NoticeRecord, 'template'>): boolean {
  return notice.template === 'one_time_code'
}

/** Texts that no template makes. */
const TEXT_TITLES: Readonly<Record<string, string>> = {
  one_time_code: '验证码',
  sms_look_up: '短信查进度的答复',
  desk_reply: '服务台的答复',
  desk_files_refused: '邮件附件没有接收',
  timing_report: '响应时效周报',
}

export function noticeTitle({ template }: Pick<NoticeRecord, 'template'>): string {
  if (isNoticeTemplate(template)) return NOTICE_TITLES[template]
  return TEXT_TITLES[template] ?? '其他通知'
}

export function noticeRow(vault: Vault, notice: NoticeRecord): NoticeRow {
  const said = openNotice(vault, notice)
  return {
    id: notice.id,
    personId: notice.personId,
    subjectKind: notice.subjectKind,
    subjectId: notice.subjectId,
    template: notice.template,
    title: noticeTitle(notice),
    channel: notice.channel,
    channelWord: NOTICE_CHANNELS[notice.channel],
    recipientMasked: notice.recipientMasked,
    text: isSecretNotice(notice) ? '' : maskedText(said),
    state: notice.state,
    stateWord: noticeLifecycle.states[notice.state].zh,
    tries: notice.attemptNo,
    createdAt: notice.createdAt,
    dueAt: notice.dueAt,
    nextWord: nextWord(
      { ...notice, isBegun: notice.attemptId !== null, isLastStep: notice.stepNo >= said.steps.length - 1 },
      noticePlan().quiet,
    ),
    sentAt: notice.sentAt,
    deliveredAt: notice.deliveredAt,
    reachedAt: notice.reachedAt,
    fault: notice.fault,
  }
}

export function noticeView(
  vault: Vault,
  actor: Actor,
  notice: NoticeRecord,
  attempts: readonly AttemptRecord[],
  answers: readonly AnswerRecord[],
): NoticeView {
  const { steps } = openNotice(vault, notice)
  return {
    ...noticeRow(vault, notice),
    steps: steps.map((step) => ({
      channel: step.channel,
      channelWord: NOTICE_CHANNELS[step.channel],
      recipientMasked: maskedOf(step),
    })),
    attempts: attempts.map((one) => ({
      id: one.id,
      attemptNo: one.attemptNo,
      channel: one.channel,
      channelWord: NOTICE_CHANNELS[one.channel],
      recipientMasked: one.recipientMasked,
      state: one.state,
      stateWord: attemptLifecycle.states[one.state].zh,
      tries: one.tries,
      providerNo: one.providerNo,
      begunAt: one.begunAt,
      sentAt: one.sentAt,
      receiptWord: one.receipt !== null && isReceiptStatus(one.receipt) ? RECEIPT_STATUSES[one.receipt] : null,
      receiptAt: one.receiptAt,
      fault: one.fault,
      proof: one.proof,
    })),
    answers: answers.map((one) => ({ at: one.at, text: vault.openText(one.salt, one.sealed) })),
    can: noticeCan(actor, notice),
  }
}

function noticeCan(actor: Actor, notice: NoticeRecord): string[] {
  const can: string[] = []
  if (!isSecretNotice(notice) && holds(actor, 'person.reveal')) can.push('reveal')
  if (isSecretNotice(notice) || !holds(actor, 'notice.handle')) return can
  const isOpen = noticeLifecycle.states[notice.state].phase === 'open'
  if (noticeLifecycle.transitions.retry.from.some((state) => state === notice.state)) can.push('retry')
  if (isOpen && notice.channel !== 'visit') can.push('handOver')
  if (isOpen) can.push('stop')
  if (openSlip(notice)) can.push('sign')
  else {
    if (noticeLifecycle.transitions.print.from.some((state) => state === notice.state)) can.push('slip')
    if (notice.state === 'waiting' && isByHand(notice.channel)) can.push('outcome')
  }
  return can
}
