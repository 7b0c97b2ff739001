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

/** History as a file brought it, one complaint for each number of days; null: its source does not say when it ended. */
export async function broughtIn(world: World, receivedOn: string, days: readonly (number | null)[]): Promise<void> {
  const now = world.clock.now()
  await arrange(
    world,
    `with file as (insert into complaint_import (tenant_id, id, institution_id, series, state, file_name, file_bytes,
        headings, mapping, salt, started_at, ended_at)
      select 1, gen_random_uuid(), i.id, 'old', 'done', 'old.csv', 1, '{}', '{}', '', $1, $1
      from institution i where i.tenant_id = 1 and i.code = 'CN' returning id, institution_id)
    insert into complaint_history (tenant_id, id, institution_id, series, external_no, import_id, imported_at,
      received_on, received_at, closed_on, product, causes, cause_group, outcome, row_hash, salt, sealed)
    select 1, gen_random_uuid(), f.institution_id, 'old', 'H' || n, f.id, $1, $2::date, $2::date - interval '8 hours',
      $2::date + days, '车险', '{claim_time}', 'claims', 'upheld', '', '', ''
    from file f, unnest($3::int[]) with ordinality as given (days, n)`,
    [now, receivedOn, days],
  )
}
