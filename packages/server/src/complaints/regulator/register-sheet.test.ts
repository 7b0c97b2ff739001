import { getComplaint, getComplaintFigures, getComplaintRatios, listSheets } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, type Caller, type World } from '../../testing/index.ts'
import { complained } from '../complaints.fixture.ts'
import { arrived } from './sheets.fixture.ts'

describe('CMP-11 a sheet of the regulator', () => {
  let world: World
  let compliance: Caller
  beforeAll(async () => {
    world = await openWorld()
    compliance = await world.as('compliance')
  })
  afterAll(() => world.close())

  it("is a complaint with the law's clock and the sender's own date beside it", async () => {
    const made = await arrived(compliance)
    const { clocks, regulatoryImpact } = await compliance(getComplaint, { params: { complaintId: made.complaintId } })
    expect(regulatoryImpact).toBe(true)
    const due = (id: string) => clocks.find((one) => one.id === id)?.dueAt
    // The tenth of December ends at 16:00 UTC; fifteen natural days from 23 November end on 8 December.
    expect([due('T39'), due('L06')]).toEqual(['2026-12-10T16:00:00.000Z', '2026-12-08T16:00:00.000Z'])
    const { items } = await compliance(listSheets, { query: {} })
    expect(items).toMatchObject([{ reportBy: '2026-12-10', stateWord: '待起草报告', asked: '请调查并书面报告。' }])
  })

  it('never twice, and never with a date before it came', async () => {
    const sheetNo = '粤金监转〔2026〕900号'
    await arrived(compliance, { sheetNo })
    await expectRefusal(arrived(compliance, { sheetNo }), 'complaint.sheet_known')
    await expectRefusal(arrived(compliance, { reportBy: '2026-01-01' }), 'complaint.report_date_past')
  })

  it('CMP-13: counts in its own series and never in ours, in ratios as in figures', async () => {
    await complained(await world.as('service1'))
    const ratios = await compliance(getComplaintRatios, { query: {} })
    expect(ratios).toMatchObject({ regulator: { count: 2 }, own: { count: 1 } })
    expect(ratios.own.perTenThousandPersons).toBeCloseTo(10_000 / ratios.persons)
    const head = await world.as('complainthead')
    const months = { from: ratios.from.slice(0, 7), to: ratios.to.slice(0, 7) }
    for (const series of ['own', 'regulator'] as const) {
      const { total } = await head(getComplaintFigures, { query: { ...months, series } })
      expect(total.received, series).toBe(ratios[series].count)
    }
  })

  it('CMP-05: whoever it is about does not find it on the desk nor count it in a ratio', async () => {
    const concernedIds = [await staffId(world, 'compliance')]
    const head = await world.as('complainthead')
    const made = await arrived(head, { concernedIds })
    const seen = await compliance(listSheets, { query: { show: 'all' } })
    expect(seen.items.map(({ id }) => id)).not.toContain(made.id)
    const counted = async (who: Caller) => (await who(getComplaintRatios, { query: {} })).regulator.count
    expect(await counted(compliance)).toBe((await counted(head)) - 1)
  })
})
