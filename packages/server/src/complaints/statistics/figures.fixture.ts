/** Many complaints of a past month at once, as the database has them, for figures; nothing of them is ever opened. */
import { arrange, type World } from '../../testing/index.ts'

type Heard = {
  readonly month: string
  readonly count: number
  readonly group?: string
  readonly outcome?: string
  readonly state?: string
  readonly channel?: string
  readonly days?: number
}
let serial = 0

export async function heard(
  world: World,
  { month, count, group = 'claims', outcome = 'upheld', state = 'closed', channel = 'phone', days = 9 }: Heard,
): Promise<void> {
  serial += 1
  await arrange(
    world,
    `insert into complaint (tenant_id, id, complaint_no, state, label, channel, received_at, recorded_at,
        representation, institution_id, cover, cause_group, cause, business_line, outcome, told_at,
        ended_at, salt, sealed)
      select 1, gen_random_uuid(), 'TX' || $1 || '-' || n, $2, 'complaint', $3, at, at, 'self', i.id, 'group', $4,
        'claim_time', 'accident', nullif($5, ''),
        case when $2 in ('told', 'closed') then at + $6 * interval '1 day' end,
        case when $2 in ('closed', 'withdrawn', 'redirected') then at + $6 * interval '1 day' end, '', ''
      from generate_series(1, $7::int) n, institution i,
        lateral (select ($8 || '-02 10:00+08')::timestamptz + n * interval '1 minute' as at) t
      where i.tenant_id = 1 and i.code = 'CN'`,
    [serial, state, channel, group, outcome, days, count, month],
  )
}
