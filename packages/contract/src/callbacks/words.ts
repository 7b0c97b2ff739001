import {
  CALLEES,
  CONTACT_FIELDS,
  DAY_PARTS,
  EVIDENCE,
  FOLLOW_UPS,
  followUpLifecycle,
  callbackLifecycle,
  IDENTITY_POINTS,
  OCCASIONS,
  OUTCOMES,
  QUESTION_KINDS,
  SATISFIED,
  WAYS,
} from '@anpei/domain/callbacks'
import { z } from 'zod'
import { Id, Instant, keysOf } from '../kernel/index.ts'

export const CallbackState = keysOf(callbackLifecycle.states)
export const CallbackOccasion = keysOf(OCCASIONS)
export const CallbackWay = keysOf(WAYS)
export const CallbackOutcome = keysOf(OUTCOMES)
export const EvidenceKind = keysOf(EVIDENCE)
export const DayPart = keysOf(DAY_PARTS)
export const Satisfied = keysOf(SATISFIED)
export const Callee = keysOf(CALLEES)
export const IdentityPoint = keysOf(IDENTITY_POINTS)
export const IdTail = z.string().regex(/^(\d{3}[\dXx])?$/, '身份证后四位')
export const FollowUpKind = keysOf(FOLLOW_UPS)
export const FollowUpState = keysOf(followUpLifecycle.states)
export const ContactField = keysOf(CONTACT_FIELDS)

/** What is asked, in order. */
export const ScriptView = z.object({
  code: z.string(),
  version: z.int(),
  name: z.string(),
  opening: z.string(),
  closing: z.string(),
  /** What whoever answers is asked first. */
  identity: z.array(IdentityPoint),
  questions: z.array(
    z.object({
      code: z.string(),
      text: z.string(),
      kind: z.enum(QUESTION_KINDS),
      must: z.boolean(),
      /** `detail`: own words are needed beside it. */
      choices: z.array(z.object({ code: z.string(), text: z.string(), detail: z.boolean() })),
    }),
  ),
})
export type ScriptView = z.output<typeof ScriptView>

/** What a command answers; screens ask for the whole again. */
export const CallbackStand = z
  .object({
    id: Id,
    callbackNo: z.string(),
    state: CallbackState,
    stateWord: z.string(),
    dueAt: Instant.nullable(),
  })
  .meta({ id: 'CallbackStand' })
export type CallbackStand = z.output<typeof CallbackStand>

export const FollowUpView = z
  .object({
    id: Id,
    callbackId: Id,
    callbackNo: z.string(),
    name: z.string(),
    kind: FollowUpKind,
    kindWord: z.string(),
    state: FollowUpState,
    stateWord: z.string(),
    /** All that was asked and said to it: what somebody thinks of us is one task. */
    parts: z.array(z.object({ question: z.string(), text: z.string() })),
    result: z.string(),
    ownerName: z.string().nullable(),
    dueOn: z.string(),
    late: z.boolean(),
    /** What was opened by itself: a correction that waits for a second person, a report. */
    made: z.object({ kind: z.string(), id: Id }).nullable(),
    can: z.array(z.string()),
  })
  .meta({ id: 'CallbackFollowUp', description: '回访后续' })
export type FollowUpView = z.output<typeof FollowUpView>
