/**
 * Entries that claim an earlier time than a clock had written down: they count from when they were entered until a
 * second person approves them (CLK-03, SLA §2 rule 5).
 */
import { lateEntryLifecycle } from '@anpei/domain/sla'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, page, PageQuery, route, Text } from '../kernel/index.ts'

const Stand = z
  .object({
    stateWord: z.string(),
    startedAt: Instant,
    dueAt: Instant.nullable(),
    stoppedAt: Instant.nullable(),
    late: z.boolean(),
  })
  .nullable()

export const LateEntry = z
  .object({
    id: Id,
    subjectKind: z.string(),
    subjectId: Id,
    subjectNo: z.string(),
    what: z.string(),
    claimedAt: Instant,
    enteredAt: Instant,
    enteredBy: z.string(),
    state: keysOf(lateEntryLifecycle.states),
    stateWord: z.string(),
    /** Clocks that the approval would move, as they stand without it and with it; null = no such clock. */
    moves: z.array(z.object({ clockTitle: z.string(), before: Stand, after: Stand })),
    reason: z.string(),
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    can: Can,
  })
  .meta({ id: 'LateEntry', description: '补录时间待认可' })
export type LateEntry = z.output<typeof LateEntry>

export const listLateEntries = route({
  id: 'listLateEntries',
  method: 'GET',
  path: '/api/late-entries',
  permission: 'clock.backdate',
  summary: '补录：称发生时间早于已有记录的，认可前后各时限怎样',
  query: PageQuery.extend({ which: z.enum(['waiting', 'decided']).default('waiting') }),
  answer: page(LateEntry),
})
export const decideLateEntry = route({
  id: 'decideLateEntry',
  method: 'POST',
  path: '/api/late-entries/:lateEntryId/decide',
  permission: 'clock.backdate',
  summary: '认可补录的时间（时限随即按它重算）或不认可，都写明理由；补录的人和经办人不能自己认可',
  params: z.object({ lateEntryId: Id }),
  body: z.object({ approve: z.boolean(), reason: Text(300) }),
  answer: LateEntry,
})
