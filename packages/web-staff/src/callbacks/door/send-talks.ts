/** Sends what was asked at the door, step by step, through the same typed client as any callback (SRV-09, CBK-02). */
import {
  answerCallback,
  checkCallbackCallee,
  keepDoorTalk,
  recordCallbackAttempt,
  takeCallback,
} from '@anpei/contract/callbacks'
import { call, CallFailed, type Problem } from '@anpei/contract/kernel'
import { IDENTITY_POINTS } from '@anpei/domain/callbacks'
import { sendKept, type Outcome, type Round } from '../../client/index.ts'
import { accidentOf } from '../draft.ts'
import { conflictOf } from './conflicts.ts'
import { openTalks, sendTalk, TALKS_KEPT, type Step, type Talk } from './talk.ts'

let running: Promise<Round> | undefined

/** One round at a time. */
export function sendKeptTalks(staffId: string): Promise<Round> {
  return (running ??= send(staffId).finally(() => {
    running = undefined
  }))
}

async function send(staffId: string): Promise<Round> {
  const talks = await openTalks(staffId)
  return sendKept(talks, TALKS_KEPT, Date.now(), (talk) => sendTalk(talks, talk, post))
}

async function post(talk: Talk, step: Step): Promise<Outcome> {
  try {
    return await STEPS[step](talk, `${talk.key}-${step}`)
  } catch (error) {
    return isRefusal(error) ? keepAtOffice(talk, error.problem) : LOST
  }
}

function isRefusal(error: unknown): error is CallFailed {
  return error instanceof CallFailed && error.status < 500 && error.status !== 401 && error.status !== 429
}

/** All of it goes to the office, photos too, for another person to choose; once, under its key. */
async function keepAtOffice(talk: Talk, problem: Pick<Problem, 'code' | 'message'>): Promise<Outcome> {
  const { callbackId, at, visitNo, said, steps } = talk
  if (at === null) throw new Error('a talk that was not begun')
  const body = { ...answersOf(talk), at, visitNo, why: problem.code, willing: said.willing, who: calleeOf(talk) }
  // Photos that went with the try are there already.
  const files = steps > ATTEMPT_AT ? [] : filesOf(talk)
  try {
    await call(keepDoorTalk, { params: { callbackId }, body }, { key: `${talk.key}-kept`, files })
    return conflictOf(problem, true)
  } catch (error) {
    return isRefusal(error) ? conflictOf(problem, false) : LOST
  }
}

const SENT: Outcome = { sent: true, beside: false }
const LOST: Outcome = { sent: false, why: 'network' }
/** Counted from nought. */
const ATTEMPT_AT = 1

const filesOf = ({ said }: Talk) => said.files.map((file) => ({ field: 'file', file, name: file.name }))
const calleeOf = ({ said: { who } }: Talk) => ({ ...who, heard: [...who.heard] })

function answersOf({ said, view: { script } }: Talk) {
  const { code: scriptCode, version: scriptVersion, questions } = script
  const asked = Object.entries(said.drafts).filter(([code]) => questions.some((one) => one.code === code))
  const accident = accidentOf(script, said.drafts, said.accident)
  return { scriptCode, scriptVersion, answers: Object.fromEntries(asked), accident }
}

const STEPS: Readonly<Record<Step, (talk: Talk, key: string) => Promise<Outcome>>> = {
  take: async ({ callbackId }, key) => {
    await call(takeCallback, { params: { callbackId } }, { key })
    return SENT
  },
  attempt: async (talk, key) => {
    const { callbackId, said, at, visitNo } = talk
    const outcome = said.willing ? 'reached' : 'declined'
    const body = { way: 'visit', outcome, at, note: `上门服务 ${visitNo} 时当面回访` } as const
    await call(recordCallbackAttempt, { params: { callbackId }, body }, { key, files: filesOf(talk) })
    return SENT
  },
  callee: async (talk, key) => {
    const { wrong } = await call(
      checkCallbackCallee,
      { params: { callbackId: talk.callbackId }, body: calleeOf(talk) },
      { key },
    )
    if (wrong.length === 0) return SENT
    const words = wrong.map((point) => IDENTITY_POINTS[point]).join('、')
    return keepAtOffice(talk, { code: 'callback.callee_wrong', message: `${words}和登记的不一致，请再核对。` })
  },
  answers: async (talk, key) => {
    await call(answerCallback, { params: { callbackId: talk.callbackId }, body: answersOf(talk) }, { key })
    return SENT
  },
}
