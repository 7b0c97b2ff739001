/** What must hold of notices and promises after every day of a simulated year (NTF-01…03, T19, T23, CLK-03, CLK-04). */
import type { Invariant } from './invariant.ts'

/** How long a notice may stand without anything being done when its time has come: a night. */
const A_NIGHT = "interval '16 hours'"

/** `:now` stands for the simulated instant. */
export const NOTICE_INVARIANTS: readonly Invariant[] = [
  {
    name: 'one message per person and occasion, and per channel of it (NTF-02)',
    query: `select a.notice_id::text as id from notice_attempt a
      join stand_in_delivery d on d.tenant_id = a.tenant_id and d.attempt_id = a.id
      group by a.tenant_id, a.notice_id, a.channel having count(*) > 1`,
  },
  {
    name: 'nobody is told the same of the same case twice on a day',
    query: `select n.subject_id::text as id from notice n where n.template in ('progress', 'progress_daily')
      group by n.tenant_id, n.person_id, n.subject_id, (n.created_at at time zone 'Asia/Shanghai')::date
      having count(*) > 1`,
  },
  {
    name: 'a notice has reached, is a visit somebody has to make, or its chain goes on in time (NTF-03)',
    query: `select n.id::text as id from notice n where n.state in ('waiting', 'sent', 'delivered', 'failed')
      and not (n.state <> 'failed' and n.due_at is not null and n.due_at > :now::timestamptz - ${A_NIGHT})
      and not exists (select 1 from claim_task t where t.tenant_id = n.tenant_id and t.claim_id = n.subject_id
        and t.kind in ('visit', 'telling') and t.state = 'open')`,
  },
  {
    name: 'what was lost, rejected or not read went on to the next channel (NTF-03)',
    query: `select n.id::text as id from notice n join notice_attempt a on a.tenant_id = n.tenant_id
        and a.notice_id = n.id and a.attempt_no = n.attempt_no
      where n.state in ('waiting', 'sent') and a.state = 'failed' and n.due_at is null`,
  },
  {
    name: 'what has reached was proved: by a receipt or by the person who told it (NTF-03)',
    query: `select n.id::text as id from notice n where n.state = 'reached' and n.reached_at is null
      or n.state = 'reached' and not exists (select 1 from notice_attempt a where a.tenant_id = n.tenant_id
        and a.notice_id = n.id and (a.receipt is not null or a.handed_by is not null or a.state = 'reached'))`,
  },
  {
    name: 'no telling of progress is overdue (T19, T23)',
    query: `select claim_id::text as id from progress_due where next_at < :now::timestamptz`,
  },
  {
    name: 'every open case is told of its progress again (T19)',
    query: `select c.id::text as id from claim c where c.state in ('collecting', 'reviewing', 'assessing', 'approving')
      and not exists (select 1 from progress_due d where d.tenant_id = c.tenant_id and d.claim_id = c.id)
      and c.received_at < :now::timestamptz - interval '12 hours'`,
  },
  {
    name: 'who worries was told yesterday or today, until the money arrived (T23)',
    query: `select d.claim_id::text as id from progress_due d where d.anxious and not exists (select 1 from event e
      where e.tenant_id = d.tenant_id and e.subject_id = d.claim_id
      and e.name in ('claim.progress_told', 'claim.marked_anxious')
      and e.at > :now::timestamptz - interval '34 hours')`,
  },
  {
    name: 'the promises to tell were kept (T19, T23)',
    query: `select subject_id::text as id from clock where clock_id in ('T19', 'T23') and state = 'broken'`,
  },
  {
    name: 'each threshold of a clock was announced to a person once (CLK-04)',
    query: `select subject_id::text as id from clock_alarm
      group by tenant_id, user_id, subject_id, clock_id, instance_no, percent, cause having count(*) > 1`,
  },
  {
    name: 'a running clock announced every threshold that has passed (CLK-04)',
    query: `select k.subject_id::text as id
      from clock k, jsonb_to_recordset(k.thresholds) as t (percent int, at timestamptz)
      where k.state = 'running' and t.at < :now::timestamptz and not exists (select 1 from clock_announcement a
        where a.tenant_id = k.tenant_id and a.subject_id = k.subject_id and a.clock_id = k.clock_id
        and a.instance_no = k.instance_no and a.percent = t.percent)`,
  },
  {
    // 9月30日收到，当日不计；…；3 个工作日 → 10月10日 24:00: the sentence ends where the clock does.
    name: 'every due date is explained to the day (CLK-03)',
    query: `select k.subject_id::text as id from clock k
      cross join lateral (select (k.due_at - interval '1 second') at time zone 'Asia/Shanghai' as last) d
      where k.due_at is not null and k.explanation not like '%→ %' ||
        extract(month from d.last)::text || '月' || extract(day from d.last)::text || '日%'`,
  },
]
