/** Claims like one that was opened, with a whole life behind them: some take twice and three times as long. */
import { arrange } from './cases.ts'
import type { World } from './world.ts'

const LIFE = `(values ('claim.registered', 0), ('claim.file_completed', 1), ('claim.review_finished', 2),
  ('claim.proposed', 3), ('claim.decided', 4), ('claim.paid', 5), ('claim.closed', 5)) life (name, days)`

/** `from`: the day they were registered at nine. */
export async function lived(world: World, likeClaimId: string, count: number, from: string): Promise<void> {
  await arrange(
    world,
    `with made as (
      insert into claim (tenant_id, id, claim_no, report_id, programme_id, programme_version_id, person_id,
        institution_id, state, class, accident_on, vehicle, kinds, received_at, closed_at, touched_at, salt, sealed)
      select tenant_id, gen_random_uuid(), claim_no || '-' || $3::text || '-' || i, report_id, programme_id,
        programme_version_id, person_id, institution_id, 'closed', class, accident_on, vehicle, kinds,
        $3::timestamptz, $3::timestamptz + make_interval(days => 5 * (1 + i % 3)), touched_at, salt, sealed
      from claim, generate_series(1, $2::int) i where tenant_id = 1 and id = $1
      returning tenant_id, id, received_at, closed_at)
    insert into event (tenant_id, id, name, subject_kind, subject_id, actor_kind, at, facts)
    select tenant_id, gen_random_uuid(), name, 'claim', id, 'system',
      received_at + (closed_at - received_at) / 5 * days, '{}'
    from made, ${LIFE}`,
    [likeClaimId, count, `${from}T09:00:00+08:00`],
  )
}
