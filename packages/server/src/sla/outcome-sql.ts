/** What came of a clock `k` as SQL, the same for every figure about promises (CLK-05). */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'

export const outcomeSql = (now: Instant) => sql`case
  when k.state in ('cancelled', 'superseded') then 'cancelled'
  when k.stopped_at is null then case when k.due_at is null or k.due_at >= ${now}::timestamptz then 'running'
    else 'broken' end
  when k.due_at is null then case when k.state = 'broken' then 'broken' else 'kept' end
  when k.stopped_at > k.due_at then 'broken' when k.by_agreement then 'keptByAgreement' else 'kept' end`
