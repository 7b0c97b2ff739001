/** Judged by the wrong cover, grade, version or limit, never asked for, or left undecided. */
import { createReport, declineReport } from '@anpei/contract/claims'
import { inTx, stay } from '../decision/decisions.fixture.ts'
import { DEATH_ONLY, FAKE, fakeUsage, five, injury, wrongVersion, type Seed } from './sweep-seed.fixture.ts'
import { corrupt, cover, decided, decidedAs, newPerson, open, registered } from './sweep.fixture.ts'

export const misjudged: readonly Seed[] = [
  [
    'late_cover',
    'the roster came late',
    'hospital_allowance',
    15000,
    async (all) => {
      const one = await open(all, ['hospital'])
      await corrupt(
        all,
        `update cover_period set from_on = from_on + 30000, to_on = null where person_id =
      '${one.personId}'`,
      )
      await decidedAs(all, one, five, [
        { benefit: 'hospital_allowance', outcome: 'deny', reasons: ['cover.not_in_force'] },
      ])
      await corrupt(all, `update cover_period set from_on = from_on - 30000 where person_id = '${one.personId}'`)
      return one.id
    },
  ],
  [
    'transport_missed',
    'the bus was not seen',
    'transport_death',
    3_000_000,
    async (all) =>
      (
        await decidedAs(
          all,
          await open(all, ['death'], { vehicle: 'commercialRoad', diedOn: '2026-10-12' }),
          { deathOn: '2026-10-12' },
          DEATH_ONLY,
        )
      ).id,
  ],
  [
    'grade_disagrees',
    'a grade against the item of the standard',
    'disability',
    60000,
    async (all) => {
      const item = { item: '7.3-09', grade: 10, part: '左手', nature: null, assessedOn: '2026-11-20' }
      const real = await decided(all, await open(all, ['disability']), { disabilities: [{ ...item, grade: null }] })
      const [paid] = await inTx(all.world, (tx) =>
        tx.db
          .selectFrom('payment')
          .select('amount_fen')
          .where('tenant_id', '=', 1)
          .where('claim_id', '=', real.id)
          .execute(),
      )
      const lower = Number(paid?.amount_fen) - 60000
      return (
        await decidedAs(all, await open(all, ['disability']), { disabilities: [item] }, [
          { benefit: 'disability', outcome: 'pay', payableFen: lower, comment: '按鉴定书等级' },
        ])
      ).id
    },
  ],
  [
    'wrong_version',
    'a version with ¥20 a day',
    'hospital_allowance',
    5000,
    async (all) => {
      const one = await open(all, ['hospital'])
      await wrongVersion(
        all,
        one.id,
        'replace(definition::text, \'"perDayFen": 3000\', \'"perDayFen": 2000\')::jsonb',
        '2020-10-01',
        '2021-10-01',
      )
      return (await decided(all, one, five)).id
    },
  ],
  [
    'wrong_version',
    'a version that does not count the discharge day',
    'hospital_allowance',
    3000,
    async (all) => {
      const one = await open(all, ['hospital'])
      await wrongVersion(
        all,
        one.id,
        "jsonb_set(definition, '{parameters,dischargeDayCounts}', 'false')",
        '2021-10-01',
        '2022-10-01',
      )
      return (await decided(all, one, five)).id
    },
  ],
  [
    'level_corrected',
    'a hospital whose level was entered too low',
    'hospital_allowance',
    15000,
    async (all) => {
      const hospital = '示例成田卫生院'
      await registered(all.world, hospital, 1)
      const one = await decidedAs(
        all,
        await open(all, ['hospital']),
        { stays: [{ ...stay('2026-10-10', '2026-10-14', null), hospital }] },
        [{ benefit: 'hospital_allowance', outcome: 'deny', reasons: ['hospital.level_too_low'] }],
      )
      await corrupt(
        all,
        `update hospital_level set level = 2 where hospital_id in (select id from hospital where name = '${hospital}')`,
      )
      return one.id
    },
  ],
  [
    'limit_released',
    'days counted twice against the limit',
    'hospital_allowance',
    6000,
    async (all) => {
      const one = await open(all, ['hospital'])
      await fakeUsage(all, one.id, 'days', `${FAKE}01`)
      await decided(all, one, five)
      await corrupt(all, `delete from usage_day where claim_line_id = '${FAKE}01'`)
      return one.id
    },
  ],
  [
    'limit_released',
    'disability deducted that was never paid',
    'death',
    60000,
    async (all) => {
      const one = await open(all, ['death'], { diedOn: '2026-10-12' })
      await fakeUsage(all, one.id, 'sum', `${FAKE}02`)
      await decided(all, one, { deathOn: '2026-10-12' })
      await corrupt(all, `delete from usage_accident where claim_line_id = '${FAKE}02'`)
      return one.id
    },
  ],
  [
    'not_asked',
    'days in hospital of a disability claim',
    'hospital_allowance',
    15000,
    async (all) => (await decided(all, await open(all, ['disability']), { disabilities: [injury(8)], ...five })).id,
  ],
  [
    'not_asked',
    'a disability of a hospital claim',
    'disability',
    90000,
    async (all) => (await decided(all, await open(all, ['hospital']), { disabilities: [injury(8)], ...five })).id,
  ],
  [
    'not_asked',
    'a death after a stay',
    'death',
    300000,
    async (all) => (await decided(all, await open(all, ['hospital']), { deathOn: '2026-10-20', ...five })).id,
  ],
  [
    'left_undecided',
    'a line was left open',
    'disability',
    90000,
    async (all) => {
      const one = await open(all, ['disability', 'hospital'])
      await decidedAs(all, one, { disabilities: [injury(8)], ...five }, [
        { benefit: 'hospital_allowance', outcome: 'pay', payableFen: 15000 },
      ])
      await corrupt(all, `update claim set state = 'settling' where id = '${one.id}'`)
      return one.id
    },
  ],
  [
    'second_cover',
    'a second programme covers the person',
    'hospital_allowance',
    15000,
    async (all) => {
      const one = await decided(all, await open(all, ['hospital']), five)
      await corrupt(
        all,
        `with p as (insert into programme (tenant_id, id, code, name, roster_mode)
        values (1, gen_random_uuid(), 'second', '第二方案', 'listed') returning id),
      v as (insert into programme_version (tenant_id, id, programme_id, version_no, state, effective_from,
        definition, definition_hash, made_at)
        select 1, gen_random_uuid(), p.id, 1, 'published', '2026-10-01', o.definition, o.definition_hash, now()
        from p, (select * from programme_version where tenant_id = 1 and effective_from = '2026-10-01' limit 1) o)
      insert into cover_period (tenant_id, id, programme_id, person_id, from_on, known_from)
      select 1, gen_random_uuid(), p.id, '${one.personId}', '2026-10-01', now() from p`,
      )
      return 'second'
    },
  ],
  [
    'declined_though_covered',
    'a report was declined before the roster knew',
    null,
    null,
    async (all) => {
      const who = await newPerson(all, false)
      const report = await all.service(createReport, {
        body: {
          statedName: who.name,
          statedIdNumber: who.idNumber,
          channel: 'hotline',
          register: true,
          reporter: { name: '陈小明', phone: '13900000000', relation: 'child' },
          accident: { accidentOn: '2026-10-10', cause: 'fall', kinds: ['hospital'] },
        },
      })
      await all.service(declineReport, { params: { reportId: report.id }, body: { reason: '花名册上没有' } })
      all.world.clock.forward(60_000)
      await cover(all, who.id)
      return 'declined'
    },
  ],
]
