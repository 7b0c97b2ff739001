import {
  createReport,
  declineReport,
  getSweep,
  listUnderpayments,
  proposeDecision,
  reopenClaim,
  runSweep,
  setShares,
  withdrawClaim,
} from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../testing/index.ts'
import { confirmedAccount, inTx, stay } from './decisions.fixture.ts'
import { corrupt, cover, decided, decidedAs, newPerson, open, type Everybody, type Wish } from './sweep.fixture.ts'

const days = (from: string, to: string) => ({ stays: [stay(from, to)] })
const five = days('2026-10-10', '2026-10-14')
const injury = (grade: number | null, item: string | null = null) => ({
  item,
  grade,
  part: '左手',
  nature: null,
  assessedOn: '2026-11-20',
})
const payment = (claimId: string, set: string) => `update payment set ${set} where tenant_id = 1 and claim_id =
  '${claimId}'`
const DEATH_ONLY: readonly Wish[] = [
  { benefit: 'death', outcome: 'pay', payableFen: 300000 },
  { benefit: 'transport_death', outcome: 'deny', reasons: ['transport.class_undecided'] },
]
const FAKE = '00000000-0000-7000-8000-0000000000'

type Seed = readonly [
  cause: string,
  name: string,
  benefit: string | null,
  owedFen: number | null,
  make: (all: Everybody) => Promise<string>,
]

async function fakeUsage(all: Everybody, claimId: string, kind: 'days' | 'sum', line: string): Promise<void> {
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
async function wrongVersion(all: Everybody, claimId: string, edit: string, from: string, to: string): Promise<void> {
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

const seeds: readonly Seed[] = [
  [
    'days_unpaid',
    'fewer days were paid',
    'hospital_allowance',
    6000,
    async (all) => {
      const one = await decided(all, await open(all, ['hospital']), five)
      await corrupt(all, payment(one.id, 'amount_fen = 9000'))
      return one.id
    },
  ],
  [
    'days_unpaid',
    'the discharge day was left out',
    'hospital_allowance',
    3000,
    async (all) => {
      const one = await decided(all, await open(all, ['hospital']), five)
      await corrupt(all, payment(one.id, 'amount_fen = amount_fen - 3000'))
      return one.id
    },
  ],
  [
    'days_unpaid',
    'two stays were merged and cut at 90 days',
    'hospital_allowance',
    90000,
    async (all) => {
      const one = await decided(all, await open(all, ['hospital'], { accidentOn: '2026-01-05' }), {
        stays: [stay('2026-01-05', '2026-03-05'), stay('2026-04-01', '2026-05-30')],
      })
      await corrupt(all, payment(one.id, 'amount_fen = 270000'))
      return one.id
    },
  ],
  [
    'days_unpaid',
    'only the days before the new policy year were paid',
    'hospital_allowance',
    9000,
    async (all) => {
      const one = await decided(
        all,
        await open(all, ['hospital'], { accidentOn: '2026-09-28' }),
        days('2026-09-28', '2026-10-03'),
      )
      await corrupt(all, payment(one.id, 'amount_fen = 9000'))
      return one.id
    },
  ],
  [
    'sum_unpaid',
    'disability one grade too low',
    'disability',
    30000,
    async (all) => {
      const one = await decided(all, await open(all, ['disability']), { disabilities: [injury(8)] })
      await corrupt(all, payment(one.id, 'amount_fen = 60000'))
      return one.id
    },
  ],
  [
    'sum_unpaid',
    'two equal grades did not go one up',
    'disability',
    30000,
    async (all) => {
      const one = await decided(all, await open(all, ['disability']), {
        disabilities: [injury(8), { ...injury(8), part: '右脚' }],
      })
      await corrupt(all, payment(one.id, 'amount_fen = 90000'))
      return one.id
    },
  ],
  [
    'sum_unpaid',
    'death cut',
    'death',
    100000,
    async (all) => {
      const one = await decided(all, await open(all, ['death'], { diedOn: '2026-10-12' }), { deathOn: '2026-10-12' })
      await corrupt(all, payment(one.id, 'amount_fen = 200000'))
      return one.id
    },
  ],
  [
    'sum_unpaid',
    'the share of one heir was cancelled',
    'death',
    150000,
    async (all) => {
      const one = await open(all, ['death'], { diedOn: '2026-10-12' })
      const heirs = [
        await confirmedAccount(all.world, one.personId, { relation: 'heir' }),
        await confirmedAccount(all.world, one.personId, { relation: 'heir' }),
      ]
      await all.service(setShares, {
        params: { claimId: one.id },
        body: {
          lineId: one.lineOf('death'),
          shares: heirs.map((payeeAccountId) => ({ payeeAccountId, shareBps: 5000 })),
        },
      })
      await decided(all, one, { deathOn: '2026-10-12' })
      await corrupt(all, `${payment(one.id, "state = 'cancelled'")} and share_no = 2`)
      return one.id
    },
  ],
  [
    'days_unpaid',
    'the payment was cancelled',
    'hospital_allowance',
    15000,
    async (all) => {
      const one = await decided(all, await open(all, ['hospital']), five)
      await corrupt(all, payment(one.id, "state = 'cancelled'"))
      return one.id
    },
  ],
  [
    'payment_failed',
    'the payment failed and was forgotten',
    'hospital_allowance',
    15000,
    async (all) => {
      const one = await decided(all, await open(all, ['hospital']), five)
      await corrupt(all, payment(one.id, "state = 'failed'"))
      return one.id
    },
  ],
  [
    'denied_though_covered',
    'an allowance was denied',
    'hospital_allowance',
    15000,
    async (all) =>
      (
        await decidedAs(all, await open(all, ['hospital']), five, [
          { benefit: 'hospital_allowance', outcome: 'deny', reasons: ['accident.disease'] },
        ])
      ).id,
  ],
  [
    'denied_though_covered',
    'disability was denied',
    'disability',
    90000,
    async (all) =>
      (
        await decidedAs(all, await open(all, ['disability']), { disabilities: [injury(8)] }, [
          { benefit: 'disability', outcome: 'deny', reasons: ['accident.not_sudden'] },
        ])
      ).id,
  ],
  [
    'denied_though_covered',
    'the transport sum was denied',
    'transport_death',
    3_000_000,
    async (all) =>
      (
        await decidedAs(
          all,
          await open(all, ['death'], { vehicle: 'commercialRoad', diedOn: '2026-10-12' }),
          { vehicle: 'commercialRoad', deathOn: '2026-10-12' },
          [
            { benefit: 'death', outcome: 'pay', payableFen: 300000 },
            { benefit: 'transport_death', outcome: 'deny', reasons: ['transport.class_undecided'] },
          ],
        )
      ).id,
  ],
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

const correct: readonly (readonly [name: string, make: (all: Everybody) => Promise<unknown>])[] = [
  ...(
    [
      ['2026-10-10', '2026-10-10'],
      ['2026-10-11', '2026-10-30'],
      ['2026-10-12', '2026-11-22'],
    ] as const
  ).map(
    ([from, to]) =>
      [
        `a stay ${from} – ${to}`,
        async (all: Everybody) => decided(all, await open(all, ['hospital']), days(from, to)),
      ] as const,
  ),
  [
    'a stay over 90 days',
    async (all) =>
      decided(all, await open(all, ['hospital'], { accidentOn: '2026-01-05' }), days('2026-01-05', '2026-05-30')),
  ],
  [
    '180 days used up over two claims',
    async (all) => {
      const who = await newPerson(all)
      await decided(all, await open(all, ['hospital'], { who, accidentOn: '2025-10-05' }), {
        stays: [stay('2025-10-05', '2025-12-30'), stay('2026-01-05', '2026-03-30')],
      })
      await decided(
        all,
        await open(all, ['hospital'], { who, accidentOn: '2026-05-01' }),
        days('2026-05-01', '2026-05-30'),
      )
    },
  ],
  [
    'overlapping stays of two claims',
    async (all) => {
      const who = await newPerson(all)
      await decided(
        all,
        await open(all, ['hospital'], { who, accidentOn: '2026-06-01' }),
        days('2026-06-01', '2026-06-10'),
      )
      await decided(
        all,
        await open(all, ['hospital'], { who, accidentOn: '2026-05-02' }),
        days('2026-06-05', '2026-06-15'),
      )
    },
  ],
  [
    'two stays of one claim',
    async (all) =>
      decided(all, await open(all, ['hospital']), {
        stays: [stay('2026-10-10', '2026-10-12'), stay('2026-10-12', '2026-10-15')],
      }),
  ],
  ...([1, 5, 10] as const).map(
    (grade) =>
      [
        `disability grade ${grade}`,
        async (all: Everybody) => decided(all, await open(all, ['disability']), { disabilities: [injury(grade)] }),
      ] as const,
  ),
  [
    'disability by item',
    async (all) => decided(all, await open(all, ['disability']), { disabilities: [injury(null, '7.3-09')] }),
  ],
  [
    'disability and death together',
    async (all) =>
      decided(all, await open(all, ['disability', 'death'], { diedOn: '2026-11-22' }), {
        disabilities: [injury(8)],
        deathOn: '2026-11-22',
      }),
  ],
  [
    'death',
    async (all) => decided(all, await open(all, ['death'], { diedOn: '2026-10-12' }), { deathOn: '2026-10-12' }),
  ],
  [
    'death on a bus',
    async (all) =>
      decided(all, await open(all, ['death'], { vehicle: 'commercialRoad', diedOn: '2026-10-12' }), {
        vehicle: 'commercialRoad',
        deathOn: '2026-10-12',
      }),
  ],
  [
    'a bus that was a private car, with evidence',
    async (all) =>
      decidedAs(
        all,
        await open(all, ['death'], { vehicle: 'commercialRoad', diedOn: '2026-10-12' }),
        { vehicleEvidence: '行驶证：非营运', deathOn: '2026-10-12' },
        DEATH_ONLY,
      ),
  ],
  [
    'denied: a disease',
    async (all) =>
      decidedAs(
        all,
        await open(all, ['hospital']),
        {
          ...five,
          accidentTest: {
            external: 'yes',
            sudden: 'yes',
            unintended: 'yes',
            nonDisease: 'no',
            evidence: { external: '', sudden: '', unintended: '', nonDisease: '病历' },
          },
        },
        [{ benefit: 'hospital_allowance', outcome: 'deny', reasons: ['accident.disease'] }],
      ),
  ],
  [
    'denied: excluded',
    async (all) =>
      decidedAs(all, await open(all, ['hospital']), { ...five, exclusions: ['brawl'] }, [
        { benefit: 'hospital_allowance', outcome: 'deny', reasons: ['exclusion.applies'] },
      ]),
  ],
  [
    'denied: a hospital of level 1',
    async (all) =>
      decidedAs(all, await open(all, ['hospital']), { stays: [stay('2026-10-10', '2026-10-14', 1)] }, [
        { benefit: 'hospital_allowance', outcome: 'deny', reasons: ['hospital.level_too_low'] },
      ]),
  ],
  [
    'by hand: a mixed cause at half',
    async (all) =>
      decidedAs(
        all,
        await open(all, ['hospital']),
        {
          ...five,
          accidentTest: {
            external: 'yes',
            sudden: 'yes',
            unintended: 'yes',
            nonDisease: 'partly',
            evidence: { external: '', sudden: '', unintended: '', nonDisease: '' },
          },
        },
        [{ benefit: 'hospital_allowance', outcome: 'pay', payableFen: 7500, comment: '旧病参与五成' }],
      ),
  ],
  [
    'reopened and corrected upwards',
    async (all) => {
      const one = await decided(all, await open(all, ['hospital']), five)
      const head = await all.world.as('head')
      await head(reopenClaim, {
        params: { claimId: one.id },
        body: { cause: 'underpaid', lineIds: [one.lineOf('hospital_allowance')], reason: '漏算' },
      })
      await decided(all, one, days('2026-10-10', '2026-10-20'))
    },
  ],
  [
    'withdrawn',
    async (all) =>
      all.assessor(withdrawClaim, {
        params: { claimId: (await open(all, ['hospital'])).id },
        body: { reason: '申请人要求' },
      }),
  ],
  ['still open', async (all) => open(all, ['hospital'])],
]

describe('CLM-16 the under-payment sweep', () => {
  let world: World
  let all: Everybody
  beforeAll(async () => {
    world = await openWorld()
    all = { world, service: await world.as('service1'), assessor: await world.as('assessor1'), count: 1 }
  })
  afterAll(() => world.close())

  const sweep = async () => {
    const head = await world.as('head')
    const { taskId } = await head(runSweep, {})
    await world.runJobs()
    const found = []
    let cursor: string | undefined
    do {
      const page = await head(listUnderpayments, { query: { limit: 10, ...(cursor ? { cursor } : {}) } })
      found.push(...page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    return { found, stand: await head(getSweep, { params: { taskId } }) }
  }

  it('finds all that is owed, and nothing else', async () => {
    expect(seeds.length).toBeGreaterThanOrEqual(20)
    expect(correct.length).toBeGreaterThanOrEqual(20)
    const expected: object[] = []
    for (const [name, make] of correct)
      await make(all).catch((error: unknown) => {
        throw new Error(name, { cause: error })
      })
    for (const [cause, name, benefit, owedFen, make] of seeds) {
      const where = await make(all).catch((error: unknown) => {
        throw new Error(name, { cause: error })
      })
      expected.push({ name, cause, benefit, owedFen, claimId: where.length === 36 ? where : null })
    }
    const { found, stand } = await sweep()
    const seen = found.map((one) => ({
      cause: one.causes[0]?.code,
      benefit: one.benefit,
      owedFen: one.owedFen,
      claimId: one.claimId,
    }))
    const key = (one: { claimId?: string | null; cause?: string | undefined }) => `${one.claimId}/${one.cause}`
    expect(seen.sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(
      expected
        .map((one) => Object.fromEntries(Object.entries(one).filter(([field]) => field !== 'name')))
        .sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    )
    expect(stand).toMatchObject({ state: 'done', found: seeds.length })
  }, 120_000)

  it('changes nothing when it runs again, and closes what was put right', async () => {
    const before = await sweep()
    const again = await sweep()
    expect(again.found).toEqual(before.found)
    const denied = again.found.find(
      (one) => one.causes[0]?.code === 'denied_though_covered' && one.benefit === 'hospital_allowance',
    )
    const claimId = denied?.claimId ?? ''
    const head = await world.as('head')
    const lineId = await inTx(
      world,
      async (tx) =>
        (await tx.db.selectFrom('claim_line').select('id').where('claim_id', '=', claimId).executeTakeFirstOrThrow())
          .id,
    )
    await head(reopenClaim, {
      params: { claimId },
      body: { cause: 'underpaid', lineIds: [lineId], reason: '排查发现' },
    })
    await all.assessor(proposeDecision, {
      params: { claimId },
      body: { lines: [{ lineId, outcome: 'pay', payableFen: 15000 }] },
    })
    const after = await sweep()
    expect(after.found.some((one) => one.claimId === claimId)).toBe(false)
    expect((await head(listUnderpayments, { query: { state: 'corrected' } })).items).toMatchObject([
      { claimId, state: 'corrected' },
    ])
  }, 60_000)
})
