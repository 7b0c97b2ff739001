/** CMP-12, POR-03: reporting without an account, and following it by the code alone. */
import { tipLifecycle } from '@anpei/domain/complaints'
import { z } from 'zod'
import { Day, Instant, keysOf, MaybeText, route, Text } from '../../kernel/index.ts'
import { TipCode } from './tips.ts'

/** The same code again changes nothing: what was sent twice is there once. Papers come as parts named `file`. */
export const portalReportTip = route({
  id: 'portalReportTip',
  method: 'POST',
  path: '/api/portal/tips',
  permission: 'public',
  summary: '手机举报，可以匿名',
  files: true,
  body: z.object({
    code: TipCode,
    facts: Text(4000),
    /** Whom or which office. */
    against: MaybeText(200).default(''),
    named: z.boolean(),
    name: MaybeText(40).default(''),
    phone: MaybeText(30).default(''),
  }),
  answer: z.object({ receivedAt: Instant }),
})

export const portalReadTip = route({
  id: 'portalReadTip',
  method: 'POST',
  path: '/api/portal/tips/read',
  permission: 'public',
  summary: '凭查询码看举报进展',
  body: z.object({ code: TipCode }),
  answer: z.object({
    state: keysOf(tipLifecycle.states),
    receivedAt: Instant,
    /** The last day of the law for the examination; null while it does not run. */
    examineByOn: Day.nullable(),
    messages: z.array(z.object({ mine: z.boolean(), text: z.string(), at: Instant, files: z.int() })),
    /** What came of it, once it stands. */
    result: z.string().nullable(),
    canAdd: z.boolean(),
  }),
})

/** `messageId` is the browser's own. */
export const portalAddToTip = route({
  id: 'portalAddToTip',
  method: 'POST',
  path: '/api/portal/tips/additions',
  permission: 'public',
  summary: '凭查询码补充、回答提问',
  files: true,
  body: z.object({ code: TipCode, messageId: z.string().regex(/^[0-9a-f-]{32,36}$/), text: Text(4000) }),
  answer: z.object({ at: Instant }),
})
