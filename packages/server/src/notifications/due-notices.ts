/**
 * NTF-02, NTF-03: takes the notices whose time has come and writes down what is done with each, before anything
 * leaves: the attempt and its number stand in the database first. What leaves comes back as messages.
 */
import { systemActor, transition, type Transition } from '@anpei/domain/kernel'
import {
  isNoticeTemplate,
  later,
  nextAct,
  noticeLifecycle,
  NOTICE_TITLES,
  noticeText,
  noticeVoice,
  spokenText,
  type NextAct,
  type NoticeState,
} from '@anpei/domain/notifications'
import { systemWrite, type App, type Tx } from '../http/index.ts'
import { CODE_MINUTES } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import { activeTemplate } from './templates/active-templates.ts'
import type { Outgoing } from './channels/gateway.ts'
import type { CheckNotices, Checked } from './notice-check.ts'
import { letterPdf } from './letters/letter-pdf.ts'
import { findLetter, letterContent } from './letters/store-letters.ts'
import { noticePlan } from './notice-plan.ts'
import { openNotice, sealNotice, type SealedNotice } from './open-notice.ts'
import { maskedOf } from './person-to-tell.ts'
import {
  beginAttempts,
  householdToldOf,
  moveAttempts,
  moveNotices,
  saveText,
  takeDue,
  type AttemptTransition,
  type DueRecord,
  type NewAttempt,
  type NoticeTransition,
} from './store-chain.ts'

const BATCH = 200
/** A worker that takes longer is taken for dead: another one sends the same attempt again. */
const LEASE_MINUTES = 5

type Done = {
  readonly notices: NoticeTransition[]
  readonly attempts: NewAttempt[]
  readonly attemptMoves: AttemptTransition[]
  readonly messages: Outgoing[]
}

/** How many were taken, and the messages to send; 0 = nothing was due. */
export async function takeDueNotices(
  app: App,
  tenantId: number,
  check: CheckNotices,
): Promise<{ readonly taken: number; readonly messages: readonly Outgoing[] }> {
  return systemWrite(app, systemActor(tenantId, 'job:notifications.send'), async (tx) => {
    const due = await takeDue(tx.db, tenantId, tx.now, BATCH)
    if (due.length === 0) return { taken: 0, messages: [] }
    const checked = await check(tx, due)
    const done: Done = { notices: [], attempts: [], attemptMoves: [], messages: [] }
    for (const notice of due) await settle(tx, notice, checked.get(notice.id), done)
    await beginAttempts(tx.db, tenantId, tx.now, done.attempts)
    await moveAttempts(tx.db, tenantId, done.attemptMoves)
    await moveNotices(tx.db, tenantId, done.notices)
    return { taken: due.length, messages: done.messages }
  })
}

async function settle(tx: Tx, notice: DueRecord, checked: Checked | undefined, done: Done): Promise<void> {
  const sealed = openNotice(tx.vault, notice)
  const stale =
    checked && 'stale' in checked ? checked.stale : ((await toldWithHousehold(tx, notice)) ?? ended(tx, notice))
  const act = nextAct({ ...notice, steps: sealed.steps, stale }, noticePlan(), tx.now)
  const { id } = notice
  switch (act.act) {
    case 'stop':
      closeAttempt(notice, act.reason, done)
      done.notices.push({ id, step: step('stop', notice), dueAt: null, fault: act.reason })
      return
    case 'give_up':
      closeAttempt(notice, '各渠道都没有送达', done)
      done.notices.push({ id, step: step('give_up', notice), dueAt: null, fault: '各渠道都没有送达' })
      return
    case 'wait':
      done.notices.push({ id, step: null, dueAt: act.until })
      return
    case 'pass_on':
      closeAttempt(notice, notice.fault ?? '没有等到结果，改用下一渠道', done)
      done.notices.push({
        id,
        step: step('pass_on', notice),
        dueAt: tx.now,
        stepNo: act.stepNo,
        channel: act.step.channel,
        recipientMasked: maskedOf(act.step),
        attemptId: '',
      })
      return
    case 'hand':
      await wordsNow(tx, notice, sealed, checked)
      return handOver(tx, notice, act, done)
    case 'send':
      done.messages.push(await messageOf(tx, notice, sealed, act.step, checked, beginOn(tx, notice, act.step, done)))
  }
}

/** A code that opens no door any more is not sent. */
function ended(tx: Tx, notice: DueRecord): string | null {
  if (notice.template !== 'one_time_code') return null
  return later(notice.createdAt, CODE_MINUTES) <= tx.now ? '验证码已过期' : null
}

function step(name: Parameters<typeof named>[0], notice: DueRecord): Transition<NoticeState> {
  return named(name, notice.state)
}

function named(name: keyof typeof noticeLifecycle.transitions, state: NoticeState): Transition<NoticeState> {
  const moved = transition(noticeLifecycle, name, state)
  if (!moved.ok) throw new Error(`notice: ${name} from ${state}`)
  return moved.value
}

/** What was begun and not taken by anybody ends here; what was taken may still tell of itself. */
function closeAttempt(notice: DueRecord, fault: string, done: Done): void {
  if (notice.attemptId && notice.attempt?.state === 'sending') {
    done.attemptMoves.push({ id: notice.attemptId, step: failed, fault })
  }
}
const failed = { kind: 'transition', from: 'sending', to: 'failed' } as const

/** Begins the step's attempt, or takes up the one a dead worker left: the number stays the same. */
function beginOn(tx: Tx, notice: DueRecord, to: { channel: DueRecord['channel'] }, done: Done): string {
  const isOld = notice.attemptId !== null
  const id = notice.attemptId ?? newId()
  const attemptNo = isOld ? notice.attemptNo : notice.attemptNo + 1
  const { recipientMasked } = notice
  done.attempts.push({ id, noticeId: notice.id, attemptNo, channel: to.channel, recipientMasked })
  done.notices.push({
    id: notice.id,
    step: null,
    dueAt: later(tx.now, LEASE_MINUTES),
    attemptNo,
    attemptId: id,
  })
  return id
}

/** A letter or a visit is a person's task; the row of the case opens it. */
function handOver(tx: Tx, notice: DueRecord, act: Extract<NextAct, { act: 'hand' }>, done: Done): void {
  const id = newId()
  const attemptNo = notice.attemptNo + 1
  const { channel } = act.step
  done.attempts.push({ id, noticeId: notice.id, attemptNo, channel, recipientMasked: '' })
  done.notices.push({ id: notice.id, step: null, dueAt: act.until, attemptNo, attemptId: id })
  tx.record({
    name: 'notice.handed_over',
    subject: { kind: notice.subjectKind, id: notice.subjectId },
    personId: notice.personId,
    facts: { noticeId: notice.id, channel, template: notice.template },
  })
}

/** People of one household get one letter for one occasion. */
async function toldWithHousehold(tx: Tx, notice: DueRecord): Promise<string | null> {
  const { householdId, channel, attemptId } = notice
  if (householdId === null || attemptId !== null || (channel !== 'letter' && channel !== 'visit')) return null
  const { id, occasion } = notice
  const told = await householdToldOf(tx.db, tx.actor.tenantId, { id, householdId, occasion })
  return told ? '同一户已有一封同样的信' : null
}

async function messageOf(
  tx: Tx,
  notice: DueRecord,
  sealed: SealedNotice,
  to: { readonly channel: DueRecord['channel']; readonly to: string },
  checked: Checked | undefined,
  attemptId: string,
): Promise<Outgoing> {
  return {
    id: attemptId,
    channel: to.channel,
    to: to.to,
    recipientMasked: notice.recipientMasked,
    template: notice.template,
    attachment: to.channel === 'email' ? await attachmentOf(tx, sealed) : undefined,
    ...(await wordsNow(tx, notice, sealed, checked)),
  }
}

async function attachmentOf(tx: Tx, { letterId }: SealedNotice): Promise<Outgoing['attachment']> {
  const letter = letterId ? await findLetter(tx.db, tx.actor.tenantId, letterId) : undefined
  if (!letter) return undefined
  const { title } = letterContent(tx.vault, letter)
  return { fileName: `${title}-${letter.letterNo}.pdf`, pdf: await letterPdf(tx, letter) }
}

/** NTF-01: written anew where its facts have changed, and kept so. */
async function wordsNow(
  tx: Tx,
  { id, template: name }: DueRecord,
  sealed: SealedNotice,
  checked: Checked | undefined,
): Promise<Pick<Outgoing, 'title' | 'text' | 'voice' | 'facts'>> {
  const facts = checked && 'facts' in checked ? { ...sealed.facts, ...checked.facts } : sealed.facts
  if (!isNoticeTemplate(name) || Object.keys(sealed.facts).length === 0) {
    return { title: '安赔通知', text: sealed.text, voice: spokenText(sealed.text), facts }
  }
  const template = await activeTemplate(tx, name)
  const [text, voice] = [noticeText(template, facts), noticeVoice(template, facts)]
  if (!text.ok || !voice.ok) throw new Error(`notice ${name}: its facts no longer fill its template`)
  if (text.value !== sealed.text) {
    const again = sealNotice(tx.vault, { ...sealed, text: text.value, facts })
    await saveText(tx.db, tx.actor.tenantId, id, template.version, again)
  }
  return { title: `${NOTICE_TITLES[name]}（安赔）`, text: text.value, voice: voice.value, facts }
}
