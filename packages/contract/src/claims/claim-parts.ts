/** Parts of the claim page: clocks, tasks, letters, and what was asked of the family. */
import { LETTER_KINDS } from '@anpei/domain/notifications'
import { z } from 'zod'
import { FenAmount, Id, Instant, TimeLeft } from '../kernel/index.ts'
import { TaskState } from './words.ts'

export const ClockView = z
  .object({
    clockId: z.string(),
    title: z.string(),
    kind: z.string(),
    /** The family's time to act, no promise of ours. */
    right: z.boolean(),
    state: z.string(),
    startedAt: Instant,
    dueAt: Instant.nullable(),
    promisedDueAt: Instant.nullable(),
    stoppedAt: Instant.nullable(),
    /** While it runs. */
    timeLeft: TimeLeft.nullable(),
    provisional: z.boolean(),
    explanation: z.string(),
  })
  .meta({ id: 'Clock' })

export const TaskView = z
  .object({
    id: Id,
    kind: z.string(),
    title: z.string(),
    state: TaskState,
    ownerName: z.string().nullable(),
    dueAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
    /** Titles of the tasks that must end before this one opens (ORG-07). */
    blockedBy: z.array(z.string()),
    /** To whom it went up, undone past its day, and when. */
    escalatedTo: z.string().nullable(),
    escalatedAt: Instant.nullable(),
    costFen: FenAmount,
    findings: z.string(),
    madeAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'Task' })

export const LetterView = z
  .object({
    id: Id,
    letterNo: z.string(),
    kind: z.enum(LETTER_KINDS),
    title: z.string(),
    issuedAt: Instant,
    deliveredAt: Instant.nullable(),
    deliveryWord: z.string().nullable(),
  })
  .meta({ id: 'Letter' })

export const SupplementView = z
  .object({
    id: Id,
    requestNo: z.int(),
    items: z.array(z.object({ code: z.string(), title: z.string(), why: z.string() })),
    reason: z.string(),
    madeAt: Instant,
    deliveredAt: Instant.nullable(),
    arrivedAt: Instant.nullable(),
  })
  .meta({ id: 'SupplementRequest' })

/** What the family said, and our answer. */
export const ClaimMessage = z
  .object({
    id: Id,
    text: z.string(),
    madeAt: Instant,
    answer: z.string(),
    answeredBy: z.string().nullable(),
    answeredAt: Instant.nullable(),
  })
  .meta({ id: 'ClaimMessage', description: '客户留言' })

/** A letter that is out and not answered. */
export const WeAsk = z
  .object({
    id: Id,
    authority: z.string(),
    askedAt: Instant,
    dueAt: Instant,
    timeLeft: TimeLeft.nullable(),
    reminders: z.int(),
    mayRemind: z.boolean(),
  })
  .meta({ id: 'WeAsk', description: '我方正在调取' })
