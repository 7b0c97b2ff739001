import { exportPremium, premiumBoard, recordPremium } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, type World } from '../../testing/index.ts'
import { fileOf, openWorld, programmeOf, uploadInForce, type Elder } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const elder = (order: number, more: Partial<Elder> = {}): Elder => ({
  name: '保费人',
  birthOn: '1950-01-01',
  order,
  ...more,
})
/** Two from the start, one who turns sixty in December 2025, one who died in February 2026. */
const elders = [
  elder(501),
  elder(503),
  elder(505, { birthOn: '1965-12-08' }),
  elder(507, { status: '死亡', statusOn: '2026-02-10' }),
]

describe('PRG-06 premium of a policy year', () => {
  it('heads at the start, joiners by month, leavers, premium, paid and the difference, to the cent', async () => {
    const manager = await world.as('pm')
    const finance = await world.as('finance1')
    const { id } = await programmeOf(world)
    const first = async () => (await manager(premiumBoard, { params: { programmeId: id } })).years[0]
    const before = await first()
    await uploadInForce(world, 'initial', '2026-02-28', fileOf(elders))
    const after = await first()
    if (!before || !after) throw new Error('no year')
    expect(before).toMatchObject({ fromOn: '2025-10-01', toOn: '2026-09-30', joinerPremium: 'full' })
    expect(after.lines[0]?.heads).toBe((before.lines[0]?.heads ?? 0) + 3)
    const january = (year: typeof before) => year.lines.find((line) => line.from === '2026-01-01')
    const joined = (january(before)?.heads ?? 0) + 1
    expect(january(after)).toEqual({
      kind: 'joiners',
      from: '2026-01-01',
      heads: joined,
      months: 12,
      eachFen: 1000,
      sumFen: joined * 1000,
    })
    expect(after.leavers.find((one) => one.month === '2026-02')).toEqual({ month: '2026-02', heads: 1 })
    expect(after.dueFen).toBe(after.heads * 1000)
    expect(after).toMatchObject({ paidFen: 0, outstandingFen: after.dueFen, trueUpFen: after.dueFen - 215_864_000 })

    const params = { policyId: after.policyId }
    const body = { receivedOn: '2025-10-09', amountFen: 215_864_000, reference: 'YH20251009-01' }
    const paid = await finance(recordPremium, { params, body })
    expect(paid).toMatchObject({ paidFen: 215_864_000, outstandingFen: after.dueFen - 215_864_000, can: ['record'] })
    expect(paid.receipts).toMatchObject([
      { receivedOn: '2025-10-09', reference: 'YH20251009-01', recordedBy: '庄丹纯' },
    ])
    await expectRefusal(finance(recordPremium, { params, body }), 'programme.receipt_twice')
    await expectRefusal(manager(recordPremium, { params, body }), 'request.not_permitted')
    const back = { receivedOn: '2026-11-01', amountFen: -1000, reference: 'YH20261101-07', note: '退还' }
    expect((await finance(recordPremium, { params, body: back })).paidFen).toBe(215_863_000)
  })

  it('by the parameter of the version joiners pay for the months left', async () => {
    const other = await openWorld()
    try {
      await arrange(
        other,
        `update programme_version set definition = jsonb_set(definition, '{parameters,joinerPremium}', '"proRata"'),
          id = gen_random_uuid() where version_no = 1`,
      )
      await uploadInForce(other, 'initial', '2026-02-28', fileOf(elders))
      const { id } = await programmeOf(other)
      const [year] = (await (await other.as('pm'))(premiumBoard, { params: { programmeId: id } })).years
      expect(year?.joinerPremium).toBe('proRata')
      const line = year?.lines.find((one) => one.from === '2026-01-01')
      expect(line).toMatchObject({ months: 9, eachFen: 750, sumFen: 750 * (line?.heads ?? 0) })
      expect(year?.working.join()).toContain('人 × ¥7.50（¥10.00 × 9/12） = ')
    } finally {
      await other.close()
    }
  })

  it('leaves as a file with the same figures', async () => {
    const manager = await world.as('pm')
    const { id } = await programmeOf(world)
    const [year] = (await manager(premiumBoard, { params: { programmeId: id } })).years
    const policyId = year?.policyId ?? ''
    const file: unknown = await manager(exportPremium, { params: { policyId }, query: { format: 'csv' } })
    const text = file instanceof Blob ? await file.text() : ''
    expect(text).toMatch(/年度内新增,2026-01-01,\d+,12,10,/)
    expect(text).toContain(`应收保费,,${year?.heads},,,${(year?.dueFen ?? 0) / 100}`)
    expect(text).toContain('到账,2025-10-09,,,YH20251009-01,2158640')
    const book: unknown = await manager(exportPremium, { params: { policyId }, query: {} })
    expect(book instanceof Blob && book.size).toBeGreaterThan(1000)
    await expectRefusal(manager(exportPremium, { params: { policyId: id }, query: {} }), 'request.not_found')
  })
})
