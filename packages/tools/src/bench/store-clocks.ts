/** Puts cases and clocks of the kind `bench` into the store, and takes them away again. */
import { recomputeAll } from '@anpei/server/sla'
import type { App } from '@anpei/server/http'
import type { Ground } from './ground.ts'

export const CASES = 100_000
export const CLOCKS = 1_000_000
export const DUE = 100

const ID = `('b0000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`

/** Requested and complete on one of five days before new year: L01, L04, T15 run; approved: T16 does. */
export async function fillCases(ground: Ground): Promise<void> {
  await ground.asAdmin((ask) =>
    ask(`insert into event (tenant_id, id, name, subject_kind, subject_id, actor_kind, source, at, facts)
      select 1, gen_random_uuid(), e.name, 'bench', ${ID}, 'system', 'bench',
        '2026-12-24T02:00:00Z'::timestamptz + (i % 5) * interval '1 day' + e.after, e.facts::jsonb
      from generate_series(1, ${CASES}) i, (values ('claim.registered', interval '0', '{}'),
        ('claim.requested', interval '1 hour', '{}'), ('claim.file_completed', interval '2 hours', '{}'),
        ('claim.approved', interval '3 hours', '{"payableFen": 30000}')) e (name, after, facts);
    insert into clock (tenant_id, subject_kind, subject_id, clock_id, state, started_at, due_at, provisional, explanation)
      select 1, 'bench', ${ID}, 'T15', 'running', now(), now(), false, '' from generate_series(1, ${CASES}) i;
    analyze event; analyze clock`),
  )
}

/** Folded once, so that the store holds what commands would have written. */
export async function countClocks(ground: Ground, app: App): Promise<number> {
  await recomputeAll(app, 1)
  const [found] = await ground.asAdmin((ask) =>
    ask<{ n: number }>(`select count(*)::int as n from clock where subject_kind = 'bench'`),
  )
  await ground.asAdmin((ask) => ask(`update clock set due_at = due_at - interval '1 day' where subject_kind = 'bench'`))
  return found?.n ?? 0
}

export async function fillClocks(ground: Ground): Promise<void> {
  await ground.asAdmin((ask) =>
    ask(`insert into clock (tenant_id, subject_kind, subject_id, clock_id, state, started_at, due_at, provisional,
        explanation, thresholds, next_at)
      select 1, 'bench', ${ID}, 'T15', 'running', now(), now() + interval '3 days', false, 'bench',
        jsonb_build_array(jsonb_build_object('percent', 50, 'at', now() + interval '1 day')), now() + interval '1 day'
      from generate_series(1, ${CLOCKS}) i; analyze clock`),
  )
}

export async function makeDue(ground: Ground, round: number): Promise<void> {
  const first = 1 + round * DUE
  await ground.asAdmin((ask) =>
    ask(`update clock set next_at = now() - interval '1 minute',
        thresholds = jsonb_build_array(jsonb_build_object('percent', 50, 'at', now() - interval '1 minute'))
      where subject_kind = 'bench' and subject_id in (select ${ID} from generate_series(${first}, ${first + DUE - 1}) i)`),
  )
}

/** The log of events refuses deletion, the superuser's replica role does not ask it. */
export async function takeAway(ground: Ground): Promise<void> {
  await ground.asAdmin((ask) =>
    ask(`begin; set local session_replication_role = replica; delete from clock where subject_kind = 'bench'; delete from event where subject_kind = 'bench';
      delete from clock_announcement where subject_id::text like 'b0000000-%'; commit`),
  )
}
