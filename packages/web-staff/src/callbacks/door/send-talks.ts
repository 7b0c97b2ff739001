/** Sends what was asked at the door, step by step, through the same typed client as any callback (SRV-09, CBK-02). */
import {
  answerCallback,
  checkCallbackCallee,
  recordCallbackAttempt,
  takeCallback,
  tellDoorConflict,
} from '@anpei/contract/callbacks'
import { call, CallFailed } from '@anpei/contract/kernel'
import { IDENTITY_POINTS } from '@anpei/domain/callbacks'
import { accidentOf } from '../draft.ts'
import { conflictOf } from './conflicts.ts'
import { sendTalks, type Step, type StepOutcome, type Talk, type TalkRound } from './talk.ts'
import { openTalks } from './talks-db.ts'

let running: Promise<TalkRound> | undefined

/** One round at a time. */
export function sendKeptTalks(staffId: string): Promise<TalkRound> {
  return (running ??= send(staffId).finally(() => {
    running = undefined
  }))
}

async function send(staffId: string): Promise<TalkRound> {
  const talks = await openTalks()
  return talks ? sendTalks(talks, staffId, Date.now(), post) : { sent: 0, refused: [] }
}

async function post(talk: Talk, step: Step): Promise<StepOutcome> {
  try {
    return await STEPS[step](talk, `${talk.key}-${step}`)
  } catch (error) {
    const refused = error instanceof CallFailed && error.status < 500 && error.status !== 401 && error.status !== 429
    if (!refused) return { sent: false, why: 'network' }
    await tellConflict(talk, 'kept', error.problem.code)
    return { sent: false, why: 'refused', ...conflictOf(error.problem) }
  }
}

/** The office sees that it is there; whether it could be told changes nothing for the visitor. */
export async function tellConflict(talk: Talk, what: 'kept' | 'dropped', why: string): Promise<void> {
  const { callbackId, at, visitNo } = talk
  if (at === null) return
  const sent = { params: { callbackId }, body: { what, at, visitNo, why } }
  await call(tellDoorConflict, sent, { key: `${talk.key}-${what}` }).catch(() => undefined)
}

const SENT: StepOutcome = { sent: true }

const STEPS: Readonly<Record<Step, (talk: Talk, key: string) => Promise<StepOutcome>>> = {
  take: async ({ callbackId }, key) => {
    await call(takeCallback, { params: { callbackId } }, { key })
    return SENT
  },
  attempt: async ({ callbackId, said, at, visitNo }, key) => {
    const outcome = said.willing ? 'reached' : 'declined'
    const body = { way: 'visit', outcome, at, note: `上门服务 ${visitNo} 时当面回访` } as const
    const files = said.files.map((file) => ({ field: 'file', file, name: file.name }))
    await call(recordCallbackAttempt, { params: { callbackId }, body }, { key, files })
    return SENT
  },
  callee: async ({ callbackId, said: { who } }, key) => {
    const body = { ...who, heard: [...who.heard] }
    const { wrong } = await call(checkCallbackCallee, { params: { callbackId }, body }, { key })
    if (wrong.length === 0) return SENT
    const words = wrong.map((point) => IDENTITY_POINTS[point]).join('、')
    const told = { code: '', message: `${words}和登记的不一致，请再核对。` }
    return { sent: false, why: 'refused', ...conflictOf(told) }
  },
  answers: async ({ callbackId, said, view: { script } }, key) => {
    const { code: scriptCode, version: scriptVersion, questions } = script
    const asked = Object.entries(said.drafts).filter(([code]) => questions.some((one) => one.code === code))
    const accident = accidentOf(script, said.drafts, said.accident)
    const body = { scriptCode, scriptVersion, answers: Object.fromEntries(asked), accident }
    await call(answerCallback, { params: { callbackId }, body }, { key })
    return SENT
  },
}
