/** The definition desk: promises and limits of law as versioned records, changed by two people (CLK-01). */
import { CASE_KINDS, CLOCK_KINDS, clockDefinitionLifecycle, ESCALATION_LEVELS, STANDING_WORDS } from '@anpei/domain/sla'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, MaybeText, route, Text } from '../kernel/index.ts'
import { MovedCase } from './calendars.ts'

const ClockId = z.string().regex(/^[A-Z][A-Za-z0-9]{0,11}$/, '编号是大写字母开头的字母和数字')
const MOST_DATA = 20_000
/** A definition in the shape of config/clocks/*.json. */
const DefinitionData = z
  .record(z.string(), z.unknown())
  .refine((data) => JSON.stringify(data).length <= MOST_DATA, '内容过长')
  .meta({ description: '时限规则的数据，与 config/clocks 中的写法相同' })

const DefinitionRow = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(CLOCK_KINDS),
    kindWord: z.string(),
    source: z.string(),
    /** What was not read in the official text says so. */
    standing: keysOf(STANDING_WORDS),
    limit: z.string(),
    calendar: z.string(),
    owner: z.string(),
    caseKinds: z.array(z.string()),
    version: z.int(),
    validFrom: Instant.nullable(),
    heldBack: z.string().nullable(),
    /** False also for what starts no clock of a single case: an average, opening hours, a term of a contract. */
    timed: z.boolean(),
    cappedBy: z.array(z.string()),
    /** A version waits for the second person. */
    waiting: z.boolean(),
  })
  .meta({ id: 'DefinitionRow', description: '时限目录的一行' })
export type DefinitionRow = z.output<typeof DefinitionRow>

const FieldChange = z.object({ field: z.string(), before: z.string(), after: z.string() })

export const DefinitionVersion = z
  .object({
    id: Id,
    clockId: z.string(),
    clockName: z.string(),
    version: z.int(),
    state: keysOf(clockDefinitionLifecycle.states),
    stateWord: z.string(),
    sentence: z.string(),
    changes: z.array(FieldChange),
    reason: z.string(),
    /** What runs goes over to it; else only new cases begin by it. */
    reapply: z.boolean(),
    wishedFrom: Instant.nullable(),
    validFrom: Instant.nullable(),
    madeBy: z.string(),
    madeAt: Instant,
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    answer: z.string().nullable(),
    report: z
      .object({
        checked: z.int(),
        earlier: z.int(),
        later: z.int(),
        ended: z.int(),
        overdue: z.int(),
        cases: z.array(MovedCase),
      })
      .nullable(),
    /** How far the running cases are; null where none are to follow. */
    progress: z.object({ done: z.int(), total: z.int().nullable(), finished: z.boolean() }).nullable(),
    can: Can,
  })
  .meta({ id: 'DefinitionVersion', description: '时限规则的一版及其影响' })
export type DefinitionVersion = z.output<typeof DefinitionVersion>

export const listDefinitions = route({
  id: 'listDefinitions',
  method: 'GET',
  path: '/api/clock-definitions',
  permission: 'session',
  summary: '时限目录：承诺、法定和内部时限，可按名称、依据、种类、是否计时、案件种类查找',
  query: z.object({
    q: MaybeText(60).default(''),
    kind: z.enum(['all', 'statutory', 'promise', 'internal']).default('all'),
    running: z.enum(['all', 'running', 'heldBack']).default('all'),
    caseKind: z.union([z.literal('all'), keysOf(CASE_KINDS)]).default('all'),
  }),
  answer: z.object({ items: z.array(DefinitionRow), waiting: z.int() }),
})

const clockParams = z.object({ clockId: ClockId })
export const viewDefinition = route({
  id: 'viewDefinition',
  method: 'GET',
  path: '/api/clock-definitions/:clockId',
  permission: 'session',
  summary: '一项时限：一句话说明、依据、起止暂停、提醒谁、各版本',
  params: clockParams,
  answer: DefinitionRow.extend({
    sentence: z.string(),
    facts: z.array(z.object({ field: z.string(), words: z.string() })),
    warnings: z.array(z.object({ percent: z.int(), to: z.array(keysOf(ESCALATION_LEVELS)), toWords: z.string() })),
    /** Clocks that run by it now, counted up to 10,000. */
    runningNow: z.int(),
    runningMore: z.boolean(),
    data: DefinitionData,
    calendars: z.array(z.object({ id: z.string(), name: z.string() })),
    versions: z.array(DefinitionVersion),
    can: Can,
  }),
})

const Wish = z.object({
  definition: DefinitionData,
  /** Puts a promise that is longer than the law under the law's own end. */
  capByLaw: z.boolean().default(false),
  reapply: z.boolean().default(false),
  /** Not before this; else from the confirmation on. */
  validFrom: Instant.optional(),
})
export const checkDefinitionChange = route({
  id: 'checkDefinitionChange',
  method: 'POST',
  path: '/api/clock-definitions/:clockId/check',
  permission: 'promise.manage',
  summary: '边改边查：这一版是否可以提交，改了什么，要注意什么；什么也不保存',
  params: clockParams,
  body: Wish,
  answer: z.object({
    sentence: z.string().nullable(),
    changes: z.array(FieldChange),
    notes: z.array(z.string()),
    /** The first thing in the way, in words. */
    problem: z.object({ code: z.string(), text: z.string() }).nullable(),
  }),
})
export const proposeDefinition = route({
  id: 'proposeDefinition',
  method: 'POST',
  path: '/api/clock-definitions/:clockId/versions',
  permission: 'promise.manage',
  summary: '提交一版时限规则，先看影响，再由第二人复核',
  params: clockParams,
  body: Wish.extend({ reason: Text(300) }),
  answer: DefinitionVersion,
})
export const listDefinitionChanges = route({
  id: 'listDefinitionChanges',
  method: 'GET',
  path: '/api/clock-definition-changes',
  permission: 'session',
  summary: '时限规则的变更，最新的在前（最多 100 条）',
  query: z.object({ show: z.enum(['waiting', 'all']).default('waiting') }),
  answer: z.object({ items: z.array(DefinitionVersion) }),
})
const changeParams = z.object({ changeId: Id })
export const confirmDefinition = route({
  id: 'confirmDefinition',
  method: 'POST',
  path: '/api/clock-definition-changes/:changeId/confirm',
  permission: 'promise.manage',
  summary: '复核发布：从生效时刻起，新案件按新规则计时；选了重算的，在走的也改按新规则',
  params: changeParams,
  answer: DefinitionVersion,
})
export const rejectDefinition = route({
  id: 'rejectDefinition',
  method: 'POST',
  path: '/api/clock-definition-changes/:changeId/reject',
  permission: 'promise.manage',
  summary: '退回一版时限规则，写明原因',
  params: changeParams,
  body: z.object({ reason: Text(300) }),
  answer: DefinitionVersion,
})
export const withdrawDefinition = route({
  id: 'withdrawDefinition',
  method: 'POST',
  path: '/api/clock-definition-changes/:changeId/withdraw',
  permission: 'promise.manage',
  summary: '撤回自己提交的一版',
  params: changeParams,
  answer: DefinitionVersion,
})
