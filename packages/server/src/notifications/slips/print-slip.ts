/**
 * NTF-01, NTF-03: the person stands at the counter: the notice is put on a numbered slip, wherever its chain is. What
 * is no longer true is not printed. A slip that still waits for its signature is the one that is printed again.
 */
import type { NoticeView, printSlip as route } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import { attemptLifecycle, channelRule, later, withCounter } from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { askedStep } from '../chain-step.ts'
import { getNotice } from '../get-notice.ts'
import type { CheckNotices } from '../notice-check.ts'
import { noticePlan } from '../notice-plan.ts'
import { openNotice, sealNotice } from '../open-notice.ts'
import { openSlip } from './open-slip.ts'
import { attemptsOf, beginAttempts, moveAttempts, moveNotices, saveText } from '../store-chain.ts'
import { wordsNow } from '../words-now.ts'

export const printSlip =
  (check: CheckNotices) =>
  async (tx: Tx, { params }: Pick<Input<typeof route>, 'params'>): Promise<Decision<NoticeView>> => {
    const { tenantId } = tx.actor
    const asked = await askedStep(tx, params.noticeId, 'print')
    if (!asked.ok) return asked
    const { notice, step } = asked.value
    if (openSlip(notice)) return getNotice(tx, { params })
    const checked = (await check(tx, [notice])).get(notice.id)
    if (checked && 'stale' in checked) return refuse('notifications.no_longer_true', { reason: checked.stale })
    const sealed = openNotice(tx.vault, notice)
    const { text, facts, templateVersion } = await wordsNow(tx, notice, sealed, checked?.facts)
    const chain = withCounter({ steps: sealed.steps, stepNo: notice.stepNo })
    const again = sealNotice(tx.vault, { text, facts, steps: chain.steps })
    await saveText(tx.db, tenantId, notice.id, templateVersion, again)
    const [id, attemptNo] = [newId(), notice.attemptNo + 1]
    const slipNo = await tx.app.numbers.draw(tx.db, 'slip', tx.now)
    await closeOlder(tx, notice.attemptId)
    await beginAttempts(tx.db, tenantId, tx.now, [
      { id, noticeId: notice.id, attemptNo, channel: 'counter', recipientMasked: '' },
    ])
    await moveAttempts(tx.db, tenantId, [{ id, step: null, providerNo: slipNo, sentAt: tx.now }])
    const { waitMinutes } = channelRule(noticePlan(), 'counter')
    const dueAt = waitMinutes === null ? null : later(tx.now, waitMinutes)
    const { stepNo } = chain
    await moveNotices(tx.db, tenantId, [
      { id: notice.id, step, dueAt, stepNo, channel: 'counter', recipientMasked: '', attemptNo, attemptId: id },
    ])
    tx.record({
      name: 'notice.slip_printed',
      subject: { kind: notice.subjectKind, id: notice.subjectId },
      personId: notice.personId,
      facts: { noticeId: notice.id, slipNo },
    })
    return getNotice(tx, { params })
  }

/** What was begun and taken by nobody yet ends; what was taken may still tell of itself. */
async function closeOlder(tx: Tx, attemptId: string | null): Promise<void> {
  const [older] = attemptId === null ? [] : await attemptsOf(tx.db, tx.actor.tenantId, [attemptId])
  const failed = older ? transition(attemptLifecycle, 'fail', older.state) : null
  if (older?.state !== attemptLifecycle.initial || !failed?.ok) return
  await moveAttempts(tx.db, tx.actor.tenantId, [{ id: older.id, step: failed.value, fault: '本人来了柜面' }])
}
