/** How a case of the sweep is put wrong: what somebody is owed, and why it was not paid. */
import { stay } from '../decision/decisions.fixture.ts'
import { corrupt, type Everybody, type Wish } from './sweep.fixture.ts'

export const days = (from: string, to: string) => ({ stays: [stay(from, to)] })
export const five = days('2026-10-10', '2026-10-14')
export const injury = (grade: number | null, item: string | null = null) => ({
  item,
  grade,
  part: '左手',
  nature: null,
  assessedOn: '2026-11-20',
})
export const payment = (claimId: string, set: string) => `update payment set ${set} where tenant_id = 1 and claim_id =
  '${claimId}'`
export const DEATH_ONLY: readonly Wish[] = [
  { benefit: 'death', outcome: 'pay', payableFen: 300000 },
  { benefit: 'transport_death', outcome: 'deny', reasons: ['transport.class_undecided'] },
]
export const FAKE = '00000000-0000-7000-8000-0000000000'

export type Seed = readonly [
  cause: string,
  name: string,
  benefit: string | null,
  owedFen: number | null,
  make: (all: Everybody) => Promise<string>,
]

export async function fakeUsage(all: Everybody, claimId: string, kind: 'days' | 'sum', line: string): Promise<void> {
  await corrupt(
    all,
    kind === 'days'
      ? `insert into usage_day (tenant_id, programme_id, person_id, claim_line_id, days, fen, booked_at)
       select 1, programme_id, person_id, '${line}', '[2026-10-12,2026-10-13]', 6000, now() from claim where id =
         '${claimId}'`
      : `insert into usage_accident (tenant_id, programme_id, person_id, accident_on, claim_line_id, benefit, paid_fen)
       select 1, programme_id, person_id, accident_on, '${line}', 'disability', 60000 from claim where id =
         '${claimId}'`,
  )
}

/** A version of the past with other figures, under which a claim was judged by mistake. */
export async function wrongVersion(
  all: Everybody,
  claimId: string,
  edit: string,
  from: string,
  to: string,
): Promise<void> {
  await corrupt(
    all,
    `with made as (insert into programme_version (tenant_id, id, programme_id, version_no, state,
    effective_from,
      effective_before, definition, definition_hash, made_at)
    select 1, gen_random_uuid(), programme_id, 90 + extract(year from '${from}'::date)::int - 2000, 'published',
      '${from}', '${to}', ${edit}, '\\x00', now()
    from programme_version where tenant_id = 1 order by effective_from desc limit 1 returning id)
    update claim set programme_version_id = (select id from made) where id = '${claimId}'`,
  )
}
