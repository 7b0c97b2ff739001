import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { heard } from './figures.fixture.ts'
import { openDesk, type Desk } from './publications.fixture.ts'

describe('CMP-14 the figures of a period are frozen for publication', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.world.close())

  it('when it is over, one draft at a time', async () => {
    await expectRefusal(desk.draft('2026-13'), 'complaint.period_unknown')
    await expectRefusal(desk.draft('2026-11'), 'complaint.period_not_over')
    await desk.draft('2026-07')
    await expectRefusal(desk.draft('2026-07'), 'complaint.publication_open')
  })

  it('with small counts hidden, and those that would give them back; of three sheets nothing at all', async () => {
    const { measures, figures } = await desk.read(await desk.published('2026-08'))
    expect(measures).toContain('每周抽查')
    expect(figures.own).toMatchObject({ received: 31, medianDays: 9 })
    const results = figures.own.tables[0]
    expect(results?.rows).toEqual(['理赔', '销售'])
    const [upheld, not] = ['投诉属实', '投诉不属实'].map((word) => results?.columns.indexOf(word) ?? -1)
    const of = (row: number) => [upheld, not].map((column) => results?.counts[row]?.[column ?? -1])
    expect([of(0), of(1), of(2)]).toEqual([
      [null, null],
      [null, null],
      [20, 11],
    ])
    expect(figures.regulator).toEqual({ received: null, medianDays: null, ratios: null, tables: [] })
  })

  it('again for a correction that says why; a few more people are not to be found by the difference', async () => {
    await heard(desk.world, { month: '2026-08', count: 1, group: 'service' })
    await expectRefusal(desk.draft('2026-08'), 'complaint.correction_reason_missing')
    const { figures, reason, version } = await desk.read(await desk.published('2026-08', '补登 1 件'))
    expect([reason, version]).toEqual(['补登 1 件', 2])
    const channels = figures.own.tables.find(({ title }) => title === '渠道')
    expect(channels?.counts[channels.rows.indexOf('客服电话')]?.[0]).toBeNull()
  })

  it('a part not after its whole, which would give away what the part hides', async () => {
    await desk.published('2026-Q3')
    await expectRefusal(desk.draft('2026-09'), 'complaint.period_within_published')
  })
})
