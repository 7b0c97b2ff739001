/** What is asked at callbacks, version after version (CBK-02). */
import { QUESTION_KINDS } from '@anpei/domain/callbacks'
import { z } from 'zod'
import { Can, Day, Id, Instant, route, Text } from '../kernel/index.ts'
import { FollowUpKind, IdentityPoint } from './words.ts'

const Code = z.string().max(40)

const Question = z.object({
  /** Answers are kept by it: it stays while the question stays. */
  code: Code,
  text: Text(400),
  kind: z.enum(QUESTION_KINDS),
  must: z.boolean(),
  /** `opens`: what choosing it opens by itself; `detail`: own words are needed beside it. */
  choices: z
    .array(z.object({ code: Code, text: Text(400), opens: FollowUpKind.nullable(), detail: z.boolean() }))
    .max(8),
})

const Draft = z.object({
  /** One above the newest. */
  version: z.int(),
  name: Text(60),
  opening: Text(400),
  closing: Text(400),
  identity: z.array(IdentityPoint).max(5),
  questions: z.array(Question).max(20),
})

export const CallbackScript = Draft.extend({ code: Code }).meta({ id: 'CallbackScript', description: '回访问题' })
export type CallbackScript = z.output<typeof CallbackScript>

export const listCallbackScripts = route({
  id: 'listCallbackScripts',
  method: 'GET',
  path: '/api/callback-scripts',
  permission: 'callback.read',
  summary: '回访问题的各个版本',
  answer: z.object({
    scripts: z.array(
      z.object({
        code: Code,
        occasions: z.array(z.string()),
        waiting: z
          .object({ changeId: Id, by: z.string(), validFrom: Day, reason: z.string(), script: CallbackScript })
          .nullable(),
        /** Newest first; without a day: it came with the program. */
        versions: z.array(
          z.object({
            script: CallbackScript,
            inForce: z.boolean(),
            validFrom: Instant.nullable(),
            reason: z.string(),
            madeBy: z.string().nullable(),
            confirmedBy: z.string().nullable(),
          }),
        ),
      }),
    ),
    can: Can,
  }),
})

export const proposeCallbackScript = route({
  id: 'proposeCallbackScript',
  method: 'POST',
  path: '/api/callback-scripts/:code/versions',
  permission: 'callback.lead',
  summary: '提出回访问题新版，由第二人复核后按日期启用',
  params: z.object({ code: Code }),
  body: Draft.extend({ validFrom: Day, reason: Text(300) }),
  answer: z.object({ changeId: Id }),
})
