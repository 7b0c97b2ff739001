/** SRV-10: the rules answers are looked at by, and how they change. */
import { z } from 'zod'
import { Id, Instant, route, Text } from '../kernel/index.ts'

const Words = z.array(z.string()).max(60)
const Say = z.string().max(200)
export const WordingRuleSet = z
  .object({
    introduction: z.object({ words: Words, say: Say }),
    terms: z.array(z.object({ term: z.string(), plain: Words, say: Say })).max(200),
    forbidden: z.array(z.object({ words: Words, say: Say })).max(200),
    tone: z.object({ words: Words, say: Say }),
    secrets: z.object({ say: Say }),
    presence: z.object({ channels: z.array(z.string()).max(20), say: Say }),
  })
  .meta({ id: 'WordingRules', description: '用语规则' })
export type WordingRuleSet = z.output<typeof WordingRuleSet>

export const getWordingRules = route({
  id: 'getWordingRules',
  method: 'GET',
  path: '/api/desk/wording-rules',
  permission: 'desk.read',
  summary: '用语规则（现行的一版）',
  answer: z.object({
    version: z.int(),
    rules: WordingRuleSet,
    /** A change waits for its second person. */
    waiting: z.boolean(),
    /** Own versions, the newest first. */
    earlier: z.array(z.object({ version: z.int(), at: Instant, madeBy: z.string(), confirmedBy: z.string() })),
  }),
})
export const proposeWordingRules = route({
  id: 'proposeWordingRules',
  method: 'POST',
  path: '/api/desk/wording-rules',
  permission: 'desk.lead',
  summary: '提交用语规则的修改，由另一人复核后生效',
  body: z.object({ version: z.int(), rules: WordingRuleSet, reason: Text(300) }),
  answer: z.object({ changeId: Id }),
})

/** The list of the counter, answered before the service begins by who serves, or by a lead who looks on. */
export const CounterAnswered = z.object({
  version: z.int().min(1),
  answers: z.record(z.string().regex(/^[a-z_]{1,40}$/), z.enum(['yes', 'no'])),
})

export const getCounterList = route({
  id: 'getCounterList',
  method: 'GET',
  path: '/api/desk/counter-list',
  permission: 'desk.read',
  summary: '柜面服务礼仪清单（现行的一版）',
  answer: z.object({ version: z.int(), points: z.array(z.object({ code: z.string(), text: z.string() })) }),
})
export const checkCounter = route({
  id: 'checkCounter',
  method: 'POST',
  path: '/api/desk/requests/:requestId/counter-checks',
  permission: 'desk.lead',
  summary: '主管现场查看柜面服务礼仪',
  params: z.object({ requestId: Id }),
  body: CounterAnswered,
})
