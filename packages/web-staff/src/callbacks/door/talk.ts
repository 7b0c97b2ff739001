/**
 * SRV-09, CBK-02: an owed callback is asked at the door without a connection. What was said lies in the browser's own
 * database and goes out when there is one again, in the steps of any callback (taken, reached, who it is, what was
 * answered), each once under the key it was written with. What the server does not take is kept at the office whole.
 */
import type { CallbackView } from '@anpei/contract/callbacks'
import type { Callee, IdentityPoint } from '@anpei/domain/callbacks'
import type { Instant } from '@anpei/domain/kernel'
import { keptOnDevice, newKey, type Kept, type KeptKind, type Outcome } from '../../client/index.ts'
import { expectedCallee } from '../callee.ts'
import { isAnswered, needsDetail, type AccidentDraft, type Drafts } from '../draft.ts'

export type CalleeSaid = {
  readonly callee: Callee
  readonly name: string
  readonly relation: string
  readonly heard: readonly IdentityPoint[]
  readonly birthOn: string | null
  readonly idTail: string
}

export type Said = {
  readonly willing: boolean
  readonly who: CalleeSaid
  readonly drafts: Drafts
  readonly accident: AccidentDraft
  /** Photos, recordings. */
  readonly files: readonly File[]
}

export type Talk = {
  readonly callbackId: string
  readonly visitId: string
  readonly visitNo: string
  readonly staffId: string
  /** As it stood when it was asked; its script is the one that was asked. */
  readonly view: CallbackView
  readonly said: Said
  /** When the customer was asked; null: not begun. */
  readonly at: Instant | null
  /** The idempotency keys begin with it. */
  readonly key: string
  /** Steps the server has taken. */
  readonly steps: number
  /** Finished, and not sent yet. */
  readonly waits: boolean
  readonly refusal: string | null
  readonly keptAt: number
}

export type Talks = Kept<Talk>

export const TALKS_KEPT: KeptKind<Talk> = {
  idOf: (talk) => talk.callbackId,
  noOf: (talk) => talk.view.callbackNo,
  begun: (talk) => talk.at !== null,
}
export const openTalks = keptOnDevice('anpei-callbacks', TALKS_KEPT)

export type Step = 'take' | 'attempt' | 'callee' | 'answers'

const LEAST_POINTS = 2

export function freshTalk(
  view: CallbackView,
  visit: { readonly id: string; readonly visitNo: string },
  staffId: string,
): Talk {
  const who = { callee: expectedCallee(view), name: '', relation: '', heard: [], birthOn: null, idTail: '' }
  return {
    callbackId: view.id,
    visitId: visit.id,
    visitNo: visit.visitNo,
    staffId,
    view,
    said: { willing: true, who, drafts: {}, accident: {}, files: [] },
    at: null,
    key: newKey(),
    steps: 0,
    waits: false,
    refusal: null,
    keptAt: Date.now(),
  }
}

/** Seen anew: what was written stays, asked by the script of now; what is on its way stays as it was asked. */
export function seenAnew(kept: Talk | undefined, fresh: Talk): Talk {
  if (!kept || kept.at === null) return fresh
  return kept.waits && kept.refusal === null ? kept : { ...kept, view: fresh.view }
}

/** Who does not want to be asked is not asked who it is. */
function stepsOf({ said }: Talk): readonly Step[] {
  return said.willing ? ['take', 'attempt', 'callee', 'answers'] : ['take', 'attempt']
}

/** What is still to be asked before it can be handed in, in words. */
export function openPoints({ said, view }: Talk): string[] {
  if (!said.willing) return []
  const { who, drafts } = said
  const points = who.heard.length + (who.birthOn ? 1 : 0) + (who.idTail ? 1 : 0)
  const unnamed = who.callee === 'family' && (who.name === '' || who.relation === '')
  const asked = view.script.questions.filter(
    (one) => (one.must && !isAnswered(one, drafts[one.code])) || needsDetail(one, drafts[one.code]),
  )
  return [
    ...(unnamed ? ['家人的姓名和关系'] : []),
    ...(points < LEAST_POINTS ? ['身份至少核对两项'] : []),
    ...asked.map((one) => one.text),
  ]
}

/** The steps that the server has not taken yet, one after the other. */
export async function sendTalk(
  talks: Talks,
  talk: Talk,
  post: (talk: Talk, step: Step) => Promise<Outcome>,
): Promise<Outcome> {
  let held = talk
  for (const step of stepsOf(talk).slice(talk.steps)) {
    const outcome = await post(held, step)
    if (!outcome.sent || outcome.beside) return outcome
    held = { ...held, steps: held.steps + 1 }
    await talks.put(held)
  }
  return { sent: true, beside: false }
}
