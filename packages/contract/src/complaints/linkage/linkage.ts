/** CMP-12: what complaints of different people have in common, shown with its reason; a person decides. */
import { LINK_SIGNALS, LINK_VERDICTS } from '@anpei/domain/complaints'
import { z } from 'zod'
import { Id, Instant, keysOf, route, Text } from '../../kernel/index.ts'
import { ComplaintStand } from '../words.ts'

const Kind = keysOf(LINK_SIGNALS)
const Days = z.coerce.number().int().min(7).max(365)

export const LinkSignalView = z
  .object({
    kind: Kind,
    kindWord: z.string(),
    reason: z.string(),
    complaints: z.array(
      ComplaintStand.extend({ name: z.string(), receivedAt: Instant, responsibleName: z.string().nullable() }),
    ),
    /** The last decision about some or all of them; `fresh`: how many came since. */
    decided: z
      .object({
        verdict: keysOf(LINK_VERDICTS),
        verdictWord: z.string(),
        reason: z.string(),
        by: z.string(),
        at: Instant,
        fresh: z.int(),
      })
      .nullable(),
    canDecide: z.boolean(),
  })
  .meta({ id: 'ComplaintLinkSignal', description: '关联线索' })
export type LinkSignalView = z.output<typeof LinkSignalView>

export const listComplaintLinks = route({
  id: 'listComplaintLinks',
  method: 'GET',
  path: '/api/complaint-links',
  permission: 'complaint.coordinate',
  summary: '不同投诉人的投诉之间的关联线索及理由',
  sensitive: true,
  query: z.object({ days: Days.default(90), show: z.enum(['open', 'all']).default('open') }),
  answer: z.object({
    /** How many complaints of these days were compared, the newest first; more were left out where `capped`. */
    compared: z.int(),
    capped: z.boolean(),
    items: z.array(LinkSignalView),
  }),
})
/** Decides nothing but whether they stand beside each other: no clock, class or category moves. */
export const decideComplaintLink = route({
  id: 'decideComplaintLink',
  method: 'POST',
  path: '/api/complaint-links/decisions',
  permission: 'complaint.coordinate',
  summary: '对一条关联线索作决定：关联或不关联',
  body: z.object({
    days: Days,
    kind: Kind,
    complaintIds: z.array(Id).min(2).max(200),
    verdict: keysOf(LINK_VERDICTS),
    reason: Text(1000),
  }),
  answer: z.object({ verdict: keysOf(LINK_VERDICTS), count: z.int() }),
})
