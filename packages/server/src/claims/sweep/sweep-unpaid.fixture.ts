/** Owed and not paid, or refused though it was covered. */
import { confirmedAccount, shareLine, stay } from '../decision/decisions.fixture.ts'
import { days, five, injury, payment, type Seed } from './sweep-seed.fixture.ts'
import { corrupt, decided, decidedAs, open } from './sweep.fixture.ts'

export const unpaid: readonly Seed[] = [
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
      const shares = heirs.map((payeeAccountId) => ({ payeeAccountId, shareBps: 5000 }))
      await shareLine(all.world, one, 'death', shares)
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
]
