/**
 * SRV-03, SLA T02, T03, T09, T10, T20: takes in what a telephone system tells of a call. The same word twice changes
 * nothing; words that come late count from when they happened. An answered call of ours to a number is the call back of
 * what that number is owed; an unanswered one is an attempt (SLA §2 rule 11). Who rings again and is answered is owed
 * nothing more. A recording the caller was not told of is left where it is (CUS-06).
 */
import { transition, type Instant } from '@anpei/domain/kernel'
import {
  callLifecycle,
  inOrder,
  mayKeepRecording,
  nextOfCall,
  type CallDirection,
  type CallLine,
  type CallState,
  type CallWord,
  type RecordingNotice,
} from '@anpei/domain/service-desk'
import { parsePhone } from '@anpei/domain/customers'
import { tellLive, type Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { queueCareOf } from '../care-rank.ts'
import { personOf } from '../store-persons.ts'
import { RECORDING_TASK } from './recording-task.ts'
import { settleCall } from './store-call-due.ts'
import {
  lockCall,
  owedTo,
  saveCall,
  type CallChange,
  type CallRecord,
  type CallTold,
  type Vendor,
} from './store-calls.ts'
import { agentAt, lineAt } from './store-telephone.ts'

export type HeardCall = {
  readonly vendor: Vendor
  readonly callNo: string
  readonly direction: CallDirection
  /** Our number. */
  readonly lineNumber: string
  /** The customer's. */
  readonly phone: string
  readonly extension: string
  /** What the caller asked for by a key. */
  readonly language: string | null
  readonly words: readonly CallWord[]
  readonly recording: string
  /** Null: the telephone system does not say; the line's announcement decides. */
  readonly recordingNotice: RecordingNotice | null
}

export type CallHeard = {
  readonly callId: string
  readonly state: CallState
  readonly line: CallLine
  /** What the caller wishes to speak, as far as that is known by now. */
  readonly language: string | null
}

/** `requestId`: what the call is about, where that is known already. */
export async function hearCall(tx: Tx, heard: HeardCall, requestId?: string): Promise<CallHeard> {
  const words = inOrder(heard.words)
  const phone = knownForm(heard.phone)
  const [{ line, announced }, agentId, person] = await Promise.all([
    lineAt(tx, heard.lineNumber),
    agentAt(tx, heard.extension),
    personOf(tx, null, phone),
  ])
  const rangAt = words[0]?.at ?? tx.now
  const language = heard.language ?? (await queueCareOf(tx, person?.id ?? null)).languageMarked
  const { call, isNew } = await lockCall(tx, {
    id: newId(),
    vendor: heard.vendor,
    callHash: tx.vault.lookupHash('token', `${heard.vendor}:${heard.callNo}`),
    direction: heard.direction,
    line,
    personId: person?.id ?? null,
    agentId,
    language,
    rangAt: rangAt < tx.now ? rangAt : tx.now,
    told: { phone, recording: '', notes: [] },
  })
  if (isNew) tell(tx, call, call.direction === 'in' ? 'call.rang' : 'call.dialled', call.rangAt)
  const { state, change, isMoved } = follow(tx, call, words)
  const seated = agentId !== null && agentId !== call.agentId ? { agentId } : {}
  const noticed = call.told.notice === undefined && heard.recordingNotice !== null
  const notice = heard.recordingNotice ?? call.told.notice ?? null
  const recorded = recordingOf(tx, call, heard.recording, mayKeepRecording(notice, announced))
  await saveCall(tx, call, {
    ...change,
    ...seated,
    ...(requestId === undefined ? {} : { requestId }),
    ...(heard.language === null ? {} : { language: heard.language }),
    ...(recorded !== null || noticed
      ? { told: { ...call.told, ...(notice === null ? {} : { notice }), ...recorded } }
      : {}),
  })
  if (isNew || isMoved) await settleCall(tx, call.id, isNew)
  if (call.direction === 'out' && isMoved) await answerOwed(tx, call, state)
  if (call.direction === 'in' && change.answeredAt) await dropOwed(tx, call, change.answeredAt)
  tellLive(tx, 'call', null)
  return { callId: call.id, state, line: call.line, language: heard.language ?? call.language }
}

/** What is new of the recording: its address, or that it is left; null where nothing is. */
export function recordingOf(
  tx: Tx,
  { id, personId, line, direction, told }: CallRecord,
  recording: string,
  mayKeep: boolean,
): Partial<CallTold> | null {
  if (recording === '' || told.recording !== '') return null
  if (mayKeep) {
    tx.enqueue({ task: RECORDING_TASK, payload: { callId: id, tries: 0 } })
    return { recording }
  }
  if (told.recordingLeft) return null
  tx.record({ name: 'call.recording_left', subject: { kind: 'call', id }, personId, facts: { line, direction } })
  return { recordingLeft: true }
}

/** A number of no known form is kept as it was shown; a withheld one is none. */
function knownForm(shown: string): string {
  const phone = shown === '' ? null : parsePhone(shown.replace(/^\+?86(?=\d{10,})/, ''))
  return phone?.ok ? phone.value.phone : shown
}

type Followed = { readonly state: CallState; readonly change: CallChange; readonly isMoved: boolean }

function follow(tx: Tx, call: CallRecord, words: readonly CallWord[]): Followed {
  let state = call.state
  let change: CallChange = {}
  for (const word of words) {
    const at = word.at < tx.now ? word.at : tx.now
    const step = nextOfCall({ direction: call.direction, state, rangAt: call.rangAt }, { ...word, at })
    if (step === null) continue
    state = step.moved.to
    change = {
      ...change,
      moved: step.moved,
      ...(word.what === 'answered' ? { answeredAt: at } : { endedAt: at, endedBy: word.by ?? null }),
    }
    tell(tx, call, step.event, at)
  }
  return { state, change, isMoved: state !== call.state }
}

type Heard = { readonly name: 'call.rang' | 'call.dialled' | 'call.answered' | 'call.ended' }
type Unheard = { readonly name: 'call.missed' | 'call.abandoned' | 'call.not_reached' }

function tell(tx: Tx, call: CallRecord, name: (Heard | Unheard)['name'], at: Instant): void {
  const { id, line, direction, personId } = call
  tx.record({ name, subject: { kind: 'call', id }, personId, at, facts: { line, direction } })
}

async function answerOwed(tx: Tx, ours: CallRecord, state: CallState): Promise<void> {
  const isReached = state === 'talking' || state === 'ended'
  for (const owed of await owedTo(tx, ours.told.phone, ours.rangAt)) {
    const moved = transition(callLifecycle, 'call_back', owed.state)
    if (!moved.ok) continue
    await saveCall(tx, owed, {
      tries: owed.tries + 1,
      ...(isReached ? { moved: moved.value, calledBackAt: ours.rangAt } : {}),
    })
    tx.record({
      name: isReached ? 'call.called_back' : 'call.back_tried',
      subject: { kind: 'call', id: owed.id },
      personId: owed.personId,
      at: ours.rangAt,
      facts: { line: owed.line, callId: ours.id },
    })
    if (isReached) await settleCall(tx, owed.id)
  }
}

/** They rang again and were answered: a second call from us would only disturb. The promise falls away, not kept. */
async function dropOwed(tx: Tx, call: CallRecord, at: Instant): Promise<void> {
  for (const owed of await owedTo(tx, call.told.phone, call.rangAt)) {
    const moved = transition(callLifecycle, 'rang_again', owed.state)
    if (!moved.ok) continue
    await saveCall(tx, owed, { moved: moved.value })
    const { id, line, personId } = owed
    tx.record({
      name: 'call.rang_again',
      subject: { kind: 'call', id },
      personId,
      at,
      facts: { line, callId: call.id },
    })
    await settleCall(tx, id)
  }
}
