/** The small words of the wire, used by every row. */
import { isDay } from '@anpei/domain/kernel'
import { z } from 'zod'

export const Id = z.uuid().meta({ description: '标识' })
export const Day = z
  .string()
  .refine(isDay, '不是有效的日期（YYYY-MM-DD）')
  .meta({ description: '日期 YYYY-MM-DD（上海）', format: 'date' })
/** When a whole case will probably be finished, and when most like it are; null where too little is known (CLM-14). */
export const Finish = z.object({
  finish: z.object({ likelyOn: Day, earliestOn: Day, latestOn: Day }).nullable(),
})
export const Instant = z.iso.datetime().meta({ description: '时刻 ISO-8601 UTC' })
/**
 * What is left until a due time, counted by the server with the calendars of now: seconds (wall, business) or days,
 * `text` the same in words; `clock` names the promise. `provisional`: it counts days of a year that is not published.
 */
export const TimeLeft = z
  .object({
    late: z.boolean(),
    unit: z.enum(['wall', 'business', 'workingDay', 'naturalDay']),
    amount: z.int(),
    provisional: z.boolean(),
    text: z.string(),
    clock: z.string().nullable(),
  })
  .meta({ id: 'TimeLeft', description: '剩余时间' })
export type TimeLeft = z.output<typeof TimeLeft>
/** Integer fen; 100 = ¥1. */
export const FenAmount = z.int().meta({ description: '金额，单位：分' })
export const Text = (max: number) => z.string().trim().min(1, '必填').max(max, `最多 ${max} 个字`)
export const MaybeText = (max: number) => z.string().trim().max(max, `最多 ${max} 个字`)
/** A page: up to `limit` rows after `cursor` (keyset, so deep pages cost the same). */
export const PageQuery = z.object({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
/** `totalMore` = there are more than `total`; counts are exact up to 10,000. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.int().nullable(),
    totalMore: z.boolean(),
  })
/**
 * What the signed-in person may do with this record; screens show buttons by it, the server decides by the same rule.
 */
export const Can = z.array(z.string())

export const Problem = z
  .object({
    code: z.string(),
    message: z.string(),
    facts: z.record(z.string(), z.unknown()),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    reference: z.string().optional(),
  })
  .meta({ id: 'Problem', description: '拒绝或错误' })
export type Problem = z.output<typeof Problem>
