/** What the sweep must leave alone: paid in full, rightly refused, or still open. */
import { reopenClaim, withdrawClaim } from '@anpei/contract/claims'
import { PROVED, stay } from '../decision/decisions.fixture.ts'
import { days, DEATH_ONLY, five, injury } from './sweep-seed.fixture.ts'
import { decided, decidedAs, newPerson, open, type Everybody } from './sweep.fixture.ts'

export const correct: readonly (readonly [name: string, make: (all: Everybody) => Promise<unknown>])[] = [
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
            evidence: PROVED,
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
            evidence: PROVED,
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
