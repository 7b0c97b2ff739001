/**
 * SRV-02: what a caller hears now and where the call goes. The caller is in the call log from the first question on, so
 * one who hangs up in the menu is owed a call back like any other; what was chosen by a key is what the caller speaks.
 */
import type { Language } from '@anpei/domain/identity'
import { dayOfInstant } from '@anpei/domain/kernel'
import {
  nextOfMenu,
  playsUnanswered,
  promptsInForce,
  type CallLine,
  type CallPlan,
  type MenuAnswer,
} from '@anpei/domain/service-desk'
import type { Tx } from '../../http/index.ts'
import { hearCall, type HeardCall } from '../calls/hear-call.ts'
import type { Vendor } from '../calls/store-calls.ts'
import { seatsInTurn, type Seat } from '../calls/store-telephone.ts'
import { dutyOf } from '../duty.ts'
import { spokenOf } from '../spoken.ts'
import { plansNow, promptsInUse, type StoredPrompt } from './store-menus.ts'

export type Asking = {
  readonly vendor: Vendor
  readonly callNo: string
  /** Our number. */
  readonly lineNumber: string
  /** The customer's. */
  readonly phone: string
  readonly pressed: string | null
  readonly turn: number
}

export type Answered = MenuAnswer<StoredPrompt> & {
  readonly callId: string
  readonly keys: CallPlan['keys']
  readonly offer: readonly Seat[]
  readonly unanswered: readonly StoredPrompt[]
}

/** The promise whose calendar says when somebody is on duty on a line; the others are served at all hours. */
const HOURS_OF: Readonly<Partial<Record<CallLine, string>>> = { consult: 'T02', progress: 'T20a' }
/** A line without a plan goes to a human at once. */
const NO_PLAN: CallPlan = { opening: [], menu: [], waiting: [], outOfHours: [], unanswered: [], keys: [] }

export async function answerCaller(tx: Tx, asking: Asking): Promise<Answered> {
  const { vendor, callNo, lineNumber, phone, pressed, turn } = asking
  const heard: HeardCall = {
    vendor,
    callNo,
    direction: 'in',
    lineNumber,
    phone,
    extension: '',
    language: null,
    words: [{ what: 'rang', at: tx.now }],
    recording: '',
    recordingNotice: null,
  }
  const call = await hearCall(tx, heard)
  const { tenantId } = tx.actor
  const clock = HOURS_OF[call.line]
  const [plans, all, duty] = await Promise.all([
    plansNow(tx.db, tenantId),
    promptsInUse(tx.db, tenantId),
    clock === undefined ? { onDuty: true } : dutyOf(tx, clock),
  ])
  const plan = plans.find((one) => one.line === call.line)?.plan
  const asked = {
    plan: plan ?? NO_PLAN,
    prompts: promptsInForce(all, call.line, dayOfInstant(tx.now)),
    pressed,
    turn: plan ? turn : turn + 1,
    language: knownLanguage(call.language),
    isOpen: duty.onDuty,
  }
  const answer = nextOfMenu(asked)
  await hearChoice(tx, heard, answer)
  const offer = answer.next === 'human' && call.state === 'ringing' ? await seatsInTurn(tx, call.callId) : []
  return { ...answer, callId: call.callId, keys: asked.plan.keys, offer, unanswered: playsUnanswered(asked) }
}

/** What the menu made of the call: a language, the announcement of the recording, a call back that was asked for. */
async function hearChoice(tx: Tx, heard: HeardCall, { chosen, plays, next }: MenuAnswer<StoredPrompt>): Promise<void> {
  const isTold = plays.some(({ occasion }) => occasion === 'recorded')
  if (chosen === null && !isTold && next !== 'call_back') return
  await hearCall(tx, {
    ...heard,
    language: chosen,
    recordingNotice: isTold ? 'announced' : null,
    words: next === 'call_back' ? [...heard.words, { what: 'ended', at: tx.now, by: 'system' }] : heard.words,
  })
}

function knownLanguage(code: string | null): Language | null {
  return spokenOf(code, [])?.code ?? null
}
